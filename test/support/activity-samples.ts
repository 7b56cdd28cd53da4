import type { CalledPlan } from '../../src/domain/volunteering/activity';
import type {
  ActivityParams,
  ActivityPresenceParams,
  ActivityRefusedParams,
} from '../../src/domain/wording/activity-params';
import type { Head } from '../../src/domain/wording/params';

type Samples = ActivityParams & ActivityPresenceParams & ActivityRefusedParams;

/** Every message about calls for volunteers, in each of its forms. */
export const activitySamples = (
  { number, place }: Head,
  at: string,
): { readonly [K in keyof Samples]: readonly Samples[K][] } => {
  const title = 'w1';
  const named = { number, title };
  const plan: CalledPlan = {
    ...{ title, place, from: at, to: at, needed: 12, roles: [], pointsPerHour: 10 },
    ...{ requirements: [], weekly: false, groups: ['c1'] },
  };
  const full: CalledPlan = {
    ...{ ...plan, weekly: true, requirements: ['adult', 'trained', 'over-60-welcome'] },
    roles: [{ name: '搬运', needed: 4 }],
  };
  const unlimited = { ...plan, needed: 999 };
  const names = [
    { person: 'wang', guest: null },
    { person: null, guest: 'w2' },
  ];
  const call = { ...named, plan, phase: 'open', count: 8, full: false, began: false } as const;
  const list = { ...named, names: names.map((one) => ({ ...one, people: 2 })), others: 0, count: 8, needed: 12 };
  const state = { ...named, plan, phase: 'open', count: 8, needed: 12, yours: null, code: null, proof: null } as const;
  const phases = ['draft', 'open', 'over', 'closed', 'cancelled', 'dropped'] as const;
  return {
    'activity.ask': (['title', 'from', 'to', 'place', 'needed'] as const).map((slot) => ({
      ...{ number, title: slot === 'title' ? null : title, slot },
    })),
    'activity.draft': [
      { ...named, plan, groups: ['volunteers', 'residents', 'riders', 'staff'] },
      { ...named, plan: full, groups: [] },
      { ...named, plan: unlimited, groups: [] },
    ],
    'activity.dropped': [
      { ...named, late: false },
      { ...named, late: true },
    ],
    'activity.not-opened': [{ why: 'role' }, { why: 'words' }],
    'activity.called': [{ ...named, code: '4711', groups: ['volunteers'] }],
    'activity.call': [
      ...phases.map((phase) => ({ ...call, phase })),
      { ...call, plan: full },
      { ...call, plan: unlimited },
      { ...call, full: true },
      { ...call, began: true },
    ],
    'activity.signed': [
      { ...named, plan, people: 2, count: 8, needed: 12 },
      { ...named, plan: unlimited, people: 2, count: 8, needed: 999 },
    ],
    'activity.waiting': [
      { ...named, people: 1, ahead: 0 },
      { ...named, people: 2, ahead: 3 },
    ],
    'activity.offer': [{ ...named, name: 'zhao', place, from: at, expires: at }],
    'activity.passed': [
      { ...named, why: 'declined' },
      { ...named, why: 'late' },
    ],
    'activity.left': [
      { ...named, people: 1 },
      { ...named, people: 3 },
    ],
    'activity.joined': [
      { ...named, names, others: 0, count: 8, needed: 12 },
      { ...named, names: [], others: 2, count: 8, needed: 999 },
    ],
    'activity.list': [
      { ...list, why: 'full', count: 12, waiting: 0 },
      { ...list, why: 'closing', others: 2, waiting: 3 },
      { ...list, why: 'asked', waiting: 0 },
      { ...list, why: 'asked', needed: 999, waiting: 0 },
    ],
    'activity.ask-leave': [named],
    'activity.named': [{ ...named, by: 'wang', place, from: at }],
    'activity.names-asked': [
      { ...named, asked: ['wang', 'li'], already: [] },
      { ...named, asked: [], already: ['wang'] },
    ],
    'activity.meets': [
      { ...named, asked: ['adult', 'trained'], people: null, role: null },
      { ...named, asked: ['trained'], people: 2, role: null },
    ],
    'activity.declined': [named],
    'activity.taken-off': [{ ...named, from: at, by: 'wang' }],
    'activity.taken-off-done': [{ ...named, people: 1 }],
    'activity.cancelled': [
      { ...named, from: at, words: [] },
      { ...named, from: at, words: ['w2'] },
    ],
    'activity.cancelled-done': [{ ...named, people: 8 }],
    'activity.state': [
      ...phases.map((phase) => ({ ...state, phase })),
      ...(['in', 'waiting', 'offered'] as const).map((yours) => ({ ...state, yours, code: '4711' })),
      { ...state, plan: null, phase: 'draft' },
      { ...state, phase: 'over', proof: at },
    ],
    'activity.which': [
      { verb: '报名', calls: [{ ...named, from: at }] },
      { verb: '报名', calls: [] },
    ],
    'activity.clash': [{ ...named, other: { number: 102, title: 'w2', from: at, to: at } }],
    'activity.not-now': phases.map((phase) => ({ ...named, phase })),
    'activity.begun': [named],
    'activity.not-yours': [{ ...named, leader: 'wang' }],
    'activity.already-in': [{ ...named, people: 2 }],
    'activity.already-waiting': [{ ...named, ahead: 1 }],
    'activity.no-room': [{ ...named, free: 1, people: 2 }],
    'activity.too-many': [named],
    'activity.not-in': [named],
    'activity.not-offered': [named],
    'activity.not-named': [named],
    'activity.wrong-code': [{}],
    'activity.too-far': [{ ...named, metres: 850 }],
    'activity.too-early': [{ ...named, from: at }],
    'activity.already-here': [named],
    'activity.not-here': [{}],
    'activity.booked': [named],
    'activity.bad-plan': [
      { ...named, why: 'time' },
      { ...named, why: 'unread' },
    ],
    'activity.bad-count': [named],
    'activity.others-line': [{ ...named, leader: 'wang' }],
    'activity.reminder': [
      { ...named, plan, code: null },
      { ...named, plan, code: '4711' },
    ],
    'activity.changed': [{ ...named, plan }],
    'activity.changed-done': [{ ...named, plan, people: 3 }],
    'activity.here': [{ ...named, to: at }],
    'activity.leader-left': [named],
    'activity.need-code': [{}],
    'activity.who-came': [
      { ...named, names: ['wang', 'li'], known: 0, again: false },
      { ...named, names: ['wang'], known: 2, again: true },
    ],
    'activity.noted': [
      { ...named, came: 2, absent: 0, left: [], vouched: true },
      { ...named, came: 0, absent: 1, left: ['wang'], vouched: false },
    ],
    'activity.proved': [
      { ...named, asks: true },
      { ...named, asks: false },
    ],
    'activity.vouch': [{ ...named, name: 'wang', from: at }],
    'activity.vouched': [
      { ...named, yes: true },
      { ...named, yes: false },
    ],
    'activity.thanks': [
      { ...named, name: 'zhao', minutes: 90, points: 15, capped: false },
      { ...named, name: 'zhao', minutes: 20, points: 0, capped: false },
      { ...named, name: 'zhao', minutes: 600, points: 40, capped: true },
    ],
    'activity.unconfirmed': [named],
  };
};
