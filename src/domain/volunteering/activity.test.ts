import fc from 'fast-check';
import { aCommunity, aPerson } from '../../../test/support/a-community';
import { addMinutes } from '../calendar/local-time';
import type { Decision } from '../decision';
import type { Activity } from './activity';
import { activityNextDue } from './activity-clock';
import type { ActivityCommand, ActivityContext, Busy } from './activity-command';
import type { ActivityEvent, ActivityPlan } from './activity-event';
import { beginActivity } from './begin-activity';
import { decideActivity } from './decide-activity';
import { foldActivity } from './fold-activity';
import { firstInLine, placesTaken } from './places';
import { tickActivity } from './tick-activity';

// Friday 2026-11-20, 9:00 in Shanghai; the activity is on Saturday from 9 to 11.
const now = '2026-11-20T01:00:00.000Z';
const from = '2026-11-21T01:00:00.000Z';
const to = '2026-11-21T03:00:00.000Z';

const community = aCommunity();
const captain = aPerson('mei', ['captain@home']);
const person = (id: string) => aPerson(id, ['resident@home']);

const aPlan = (given: Partial<ActivityPlan> = {}): ActivityPlan => ({
  ...{ title: 'w1', place: { area: 'b6', words: null }, from, to, needed: 3, roles: [], pointsPerHour: 10 },
  ...{ requirements: [], weekly: false, groups: [] },
  ...given,
});

const contextAt = (at: string, busy: readonly Busy[] = []): ActivityContext => ({
  ...{ now: at, community, busy, dayGuard: { id: 'day', version: 0, value: null } },
  guard: (id) => ({ id, version: 0, value: null }),
});

const called = (given: Partial<ActivityPlan> = {}): readonly ActivityEvent[] => [
  ...beginActivity(
    { id: 'activity-101', number: 101, by: captain, area: 'home', plan: aPlan(given) },
    { now, community },
  ).events,
  { kind: 'called', at: now, by: 'mei', code: '4711' },
];

const stateOf = (events: readonly ActivityEvent[]): Activity => {
  const activity = foldActivity(null, events);
  if (!activity) throw new Error('no activity');
  return activity;
};

const after = (activity: Activity, made: Pick<Decision<ActivityEvent>, 'events'>): Activity =>
  foldActivity(activity, made.events) ?? activity;

/** What came of it: the state after, or why nothing did. */
const said = (activity: Activity, command: ActivityCommand, context = contextAt(now)): Activity | string => {
  const decided = decideActivity(activity, command, context);
  return decided.ok ? after(activity, decided.value) : decided.refusal.kind;
};

const sign = (
  who: string,
  people: number | null = null,
  role: string | null = null,
  by = person(who),
): ActivityCommand => ({ kind: 'sign', by, claim: `of-${who}`, people, role, open: true });

const signedUp = (activity: Activity, ...commands: readonly ActivityCommand[]): Activity =>
  commands.reduce((before, command) => {
    const next = said(before, command);
    if (typeof next === 'string') throw new Error(next);
    return next;
  }, activity);

const phases = (activity: Activity | string): unknown =>
  typeof activity === 'string' ? activity : activity.claims.map(({ person: who, phase }) => [who, phase]);

test('a couple that finds no room does not hold up who comes alone', () => {
  const activity = signedUp(stateOf(called()), sign('a', 2), sign('b', 2), sign('c'));
  expect(phases(activity)).toEqual([
    ['a', 'in'],
    ['b', 'waiting'],
    ['c', 'in'],
  ]);
  const freed = said(activity, { kind: 'leave', by: person('c'), claims: null });
  expect(phases(freed)).toEqual([
    ['a', 'in'],
    ['b', 'waiting'],
  ]);
});

test('each sort of work has its own places', () => {
  const roles = [
    { name: '搬运', needed: 1 },
    { name: '登记', needed: 1 },
  ];
  const activity = signedUp(
    stateOf(called({ needed: 2, roles })),
    sign('a', 1, '搬运'),
    sign('b', 1, '搬运'),
    sign('c'),
  );
  expect(activity.claims.map(({ role, phase }) => [role, phase])).toEqual([
    ['搬运', 'in'],
    ['搬运', 'waiting'],
    ['登记', 'in'],
  ]);
});

test('signing up for what clashes, is over, is called off, or with far too many, does nothing', () => {
  const activity = stateOf(called());
  const other = { number: 102, title: 'w2', from: '2026-11-21T02:00:00.000Z', to: '2026-11-21T05:00:00.000Z' };
  expect(said(activity, sign('a'), contextAt(now, [other]))).toBe('clash');
  expect(said(activity, sign('a'), contextAt(now, [{ ...other, from: to }]))).toMatchObject({ phase: 'open' });
  expect(said(activity, sign('a'), contextAt(from))).toBe('begun');
  expect(said(activity, sign('a', 21))).toBe('too-many');
  const cancelled = signedUp(activity, { kind: 'cancel', by: captain, words: null });
  expect(said(cancelled, sign('a'))).toBe('not-now');
});

test('a leader never confirms their own hours, and nobody confirms what has not begun', () => {
  const activity = signedUp(stateOf(called()), sign('mei', null, null, captain));
  const all: ActivityCommand = { kind: 'presence', by: captain, came: 'all', absent: [] };
  expect(said(activity, all)).toBe('not-now');
  const over = after(activity, tickActivity(activity, { now: to, community }));
  const noted = said(over, all, contextAt(to));
  expect(noted).toMatchObject({ phase: 'over', vouchers: ['chen', 'lin'], claims: [{ came: null, award: null }] });
  if (typeof noted === 'string') throw new Error(noted);
  expect(said(noted, { kind: 'vouch', by: captain, yes: true }, contextAt(to))).toBe('not-yours');
  const chen = community.officers.find(({ id }) => id === 'chen') ?? captain;
  expect(said(noted, { kind: 'vouch', by: chen, yes: true }, contextAt(to))).toMatchObject({
    phase: 'closed',
    claims: [{ award: { minutes: 120, points: 20 } }],
  });
});

test('a weekly call goes on a week later at the same clock, however long nobody looked', () => {
  const activity = signedUp(stateOf(called({ weekly: true })), sign('a'));
  const late = '2026-12-30T01:00:00.000Z';
  const slept = after(activity, tickActivity(activity, { now: late, community }));
  expect(slept).toMatchObject({
    ...{ phase: 'open', claims: [], plan: { from: '2027-01-02T01:00:00.000Z', to: '2027-01-02T03:00:00.000Z' } },
  });
});

const who = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
const anyCommand: fc.Arbitrary<ActivityCommand> = fc.oneof(
  fc.tuple(who, fc.option(fc.integer({ min: 1, max: 3 }))).map(([id, people]) => sign(id, people)),
  who.map((id): ActivityCommand => ({ kind: 'leave', by: person(id), claims: null })),
  fc
    .tuple(who, fc.boolean())
    .map(([id, coming]): ActivityCommand => ({ kind: 'answer', by: person(id), claim: null, coming })),
  fc.tuple(who, fc.uuid()).map(([id, guest]): ActivityCommand => ({
    ...{ kind: 'list', by: person(id), own: { claim: `of-${id}`, people: 1 }, members: [] },
    guests: [{ claim: guest, name: guest, people: 1 }],
  })),
);

test('in any history each place has one owner, nobody waits while there is room, and the state is the fold of the events', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(anyCommand, fc.integer({ min: 0, max: 90 })), { maxLength: 25 }), (history) => {
      let [at, activity] = [now, stateOf(called())];
      const events: ActivityEvent[] = [...called()];
      for (const [command, minutes] of history) {
        at = addMinutes(at, minutes);
        const ticked = tickActivity(activity, { now: at, community });
        activity = after(activity, ticked);
        const decided = decideActivity(activity, command, contextAt(at));
        if (decided.ok) activity = after(activity, decided.value);
        events.push(...ticked.events, ...(decided.ok ? decided.value.events : []));
        expect(placesTaken(activity)).toBeLessThanOrEqual(3);
        const own = activity.claims.filter(({ guest }) => guest === null).map((claim) => claim.person);
        expect(new Set(own).size).toBe(own.length);
        if (at < addMinutes(from, -60)) expect(firstInLine(activity)).toBeNull();
      }
      expect(stateOf(events)).toEqual(activity);
      const due = activityNextDue(activity, community);
      if (due !== null) expect(due > at).toBe(true);
    }),
  );
});
