import type { Activity, Claim } from './activity';
import type { ActivityEvent, ActivityEventOf } from './activity-event';

const begin = (event: ActivityEventOf<'drafted'>): Activity => ({
  ...{ id: event.id, number: event.number, phase: 'draft', leader: event.by, area: event.area, plan: event.plan },
  ...{ code: null, since: event.at, calledAt: null, claims: [], unsaid: [], unsaidSince: null },
  ...{ photos: [], proofs: [], vouchers: [], notices: [] },
});

const claimFrom = (event: ActivityEventOf<'signed'>): Claim => ({
  ...{ id: event.claim, person: event.person, guest: event.guest, people: event.people, role: event.role },
  ...{ listed: event.listed, open: event.open, phase: event.as, at: event.at, until: null },
  ...{ cameAt: null, leftAt: null, came: null, award: null },
});

const withClaim = (activity: Activity, id: string, changed: (claim: Claim) => Claim): Activity => ({
  ...activity,
  claims: activity.claims.map((claim) => (claim.id === id ? changed(claim) : claim)),
});

const without = (activity: Activity, id: string): Activity => {
  const unsaid = activity.unsaid.filter((one) => one !== id);
  return {
    ...activity,
    claims: activity.claims.filter((claim) => claim.id !== id),
    unsaid,
    unsaidSince: unsaid.length === 0 ? null : activity.unsaidSince,
  };
};

/** The groups are to hear of it. */
const unsaid = (activity: Activity, claim: string, at: string): Activity => ({
  ...activity,
  unsaid: [...activity.unsaid, claim],
  unsaidSince: activity.unsaidSince ?? at,
});

/** What was said because of a moment is said again when that moment is another one. */
const replan = (activity: Activity, plan: Activity['plan']): Activity => ({
  ...activity,
  plan,
  notices: plan.from === activity.plan.from ? activity.notices : [],
});

type LineEvent = Extract<
  ActivityEvent,
  { kind: 'signed' | 'resized' | 'listed' | 'withdrawn' | 'offered' | 'accepted' | 'passed' }
>;

const inLine = (activity: Activity, event: LineEvent): Activity => {
  switch (event.kind) {
    case 'signed': {
      const signed = { ...activity, claims: [...activity.claims, claimFrom(event)] };
      return event.as === 'in' ? unsaid(signed, event.claim, event.at) : signed;
    }
    case 'resized':
      return withClaim(activity, event.claim, (claim) => ({ ...claim, people: event.people }));
    case 'listed':
      return withClaim(activity, event.claim, (claim) => ({ ...claim, listed: true }));
    case 'withdrawn':
    case 'passed':
      return without(activity, event.claim);
    case 'offered':
      return withClaim(activity, event.claim, (claim) => ({
        ...claim,
        ...{ phase: 'offered', role: event.role, until: event.until },
      }));
    case 'accepted':
      return unsaid(
        withClaim(activity, event.claim, (claim) => ({ ...claim, phase: 'in', until: null })),
        event.claim,
        event.at,
      );
  }
};

/** A photo that comes when the call stands for the next week is of the week before. */
const proved = (activity: Activity, { at, photos }: ActivityEventOf<'proved'>): Activity => {
  const last = activity.proofs.at(-1);
  const before = last && activity.plan.from !== null && at < activity.plan.from;
  return before
    ? { ...activity, proofs: [...activity.proofs.slice(0, -1), { ...last, photos: [...last.photos, ...photos] }] }
    : { ...activity, photos: [...activity.photos, ...photos] };
};

type PresenceEvent = Extract<
  ActivityEvent,
  { kind: 'checked-in' | 'checked-out' | 'came' | 'absent' | 'proved' | 'vouch-asked' }
>;

const atWork = (activity: Activity, event: PresenceEvent): Activity => {
  switch (event.kind) {
    case 'checked-in':
      return withClaim(activity, event.claim, (claim) => ({
        ...claim,
        ...{ cameAt: claim.cameAt ?? event.at, leftAt: null, came: { yes: true, by: null } },
      }));
    case 'checked-out':
      return withClaim(activity, event.claim, (claim) => ({ ...claim, leftAt: event.at }));
    case 'came':
    case 'absent':
      return withClaim(activity, event.claim, (claim) => ({
        ...claim,
        came: { yes: event.kind === 'came', by: event.by },
      }));
    case 'proved':
      return proved(activity, event);
    case 'vouch-asked':
      return { ...activity, vouchers: event.of };
  }
};

const booked = (activity: Activity, { claim, minutes, points, cause }: ActivityEventOf<'awarded'>): Activity =>
  withClaim(activity, claim, (one) => ({ ...one, award: { minutes, points, cause } }));

/** Sessions whose paper lists are at hand; of those before, the history knows. */
const keptProofs = 8;

/** The next week's call begins with an empty list. */
const renewed = (activity: Activity, { at, from, to, code }: ActivityEventOf<'renewed'>): Activity => ({
  ...activity,
  ...{ phase: 'open', calledAt: at, since: at, code, plan: { ...activity.plan, from, to } },
  proofs: [...activity.proofs, { from: activity.plan.from ?? at, photos: activity.photos }].slice(-keptProofs),
  ...{ claims: [], unsaid: [], unsaidSince: null, photos: [], vouchers: [], notices: [] },
});

const change = (activity: Activity, event: Exclude<ActivityEvent, { kind: 'drafted' }>): Activity => {
  switch (event.kind) {
    case 'filled':
      return { ...activity, plan: event.plan, since: event.at };
    case 'changed':
      return replan(activity, event.plan);
    case 'dropped':
      return { ...activity, phase: 'dropped' };
    case 'called':
      return { ...activity, phase: 'open', code: event.code, calledAt: event.at };
    case 'cancelled':
      return { ...activity, phase: 'cancelled', unsaid: [], unsaidSince: null };
    case 'announced':
      return { ...activity, unsaid: [], unsaidSince: null };
    case 'reminded':
      return { ...activity, notices: [...activity.notices, event.step] };
    case 'skipped':
      return { ...activity, notices: [...activity.notices, ...event.steps] };
    case 'ended':
      return { ...activity, phase: 'over', unsaid: [], unsaidSince: null };
    case 'closed':
      return { ...activity, phase: 'closed' };
    case 'renewed':
      return renewed(activity, event);
    case 'awarded':
      return booked(activity, event);
    case 'signed':
    case 'resized':
    case 'listed':
    case 'withdrawn':
    case 'offered':
    case 'accepted':
    case 'passed':
      return inLine(activity, event);
    case 'checked-in':
    case 'checked-out':
    case 'came':
    case 'absent':
    case 'proved':
    case 'vouch-asked':
      return atWork(activity, event);
  }
};

const applyActivityEvent = (activity: Activity | null, event: ActivityEvent): Activity | null =>
  event.kind === 'drafted' ? begin(event) : activity && change(activity, event);

/** The state of an activity is the fold of its events. */
export const foldActivity = (activity: Activity | null, events: readonly ActivityEvent[]): Activity | null =>
  events.reduce<Activity | null>(applyActivityEvent, activity);
