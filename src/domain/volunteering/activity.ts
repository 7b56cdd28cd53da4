import { z } from 'zod';
import type { PersonId } from '../ids';
import { ActivityPlan } from './activity-event';

const ids = z.array(z.string()).readonly();

/** Somebody's word to come, and what became of it. Of those who wait, the first in the list waits longest. */
const Claim = z
  .object({
    id: z.string(),
    person: z.string(),
    guest: z.string().nullable(),
    people: z.int(),
    role: z.string().nullable(),
    listed: z.boolean(),
    open: z.boolean(),
    phase: z.enum(['in', 'waiting', 'offered', 'walk-in']),
    at: z.string(),
    /** By when an offered place is answered. */
    until: z.string().nullable(),
    cameAt: z.string().nullable(),
    leftAt: z.string().nullable(),
    /** Whether the person was there: null is not known. `by` null: by the code or the place. */
    came: z.object({ yes: z.boolean(), by: z.string().nullable() }).readonly().nullable(),
    /** Hours that were booked, and by which posting. */
    award: z.object({ minutes: z.int(), points: z.int(), cause: z.string().nullable() }).readonly().nullable(),
  })
  .readonly();
export type Claim = z.infer<typeof Claim>;

/** A call for volunteers, from its draft to the hours that came of it. */
export const Activity = z
  .object({
    id: z.string(),
    number: z.int(),
    phase: z.enum(['draft', 'open', 'over', 'closed', 'cancelled', 'dropped']),
    leader: z.string(),
    area: z.string().nullable(),
    plan: ActivityPlan,
    code: z.string().nullable(),
    since: z.string(),
    calledAt: z.string().nullable(),
    claims: z.array(Claim).readonly(),
    /** Those whom the groups have not heard of yet, and since when. */
    unsaid: ids,
    unsaidSince: z.string().nullable(),
    /** Photos of the paper list of this session. */
    photos: ids,
    /** Those of the sessions before it, the latest last. */
    proofs: z
      .array(z.object({ from: z.string(), photos: ids }).readonly())
      .readonly()
      .default([]),
    /** Who says whether the leader was there. */
    vouchers: ids,
    /** What was said because of time, each once. */
    notices: ids,
  })
  .readonly();
export type Activity = z.infer<typeof Activity>;

/** The plan as it is called out: nothing of it is open any more. */
export interface CalledPlan extends ActivityPlan {
  readonly title: string;
  readonly place: NonNullable<ActivityPlan['place']>;
  readonly from: string;
  readonly to: string;
  readonly needed: number;
}

export const calledPlan = ({ plan }: Pick<Activity, 'plan'>): CalledPlan | null => {
  const { title, place, from, to, needed } = plan;
  return title === null || place === null || from === null || to === null || needed === null
    ? null
    : { ...plan, title, place, from, to, needed };
};

/** What is asked for, one at a time. */
export const missingSlot = ({ title, from, to, place, needed }: ActivityPlan) => {
  if (title === null) return 'title';
  if (from === null) return 'from';
  if (to === null) return 'to';
  if (place === null) return 'place';
  return needed === null ? 'needed' : null;
};
export type Slot = NonNullable<ReturnType<typeof missingSlot>>;

/** The latest paper list there is a photo of, and of which session. */
export const latestProof = ({ photos, plan, proofs }: Activity): Activity['proofs'][number] | null =>
  photos.length > 0 && plan.from !== null
    ? { from: plan.from, photos }
    : (proofs.findLast((one) => one.photos.length > 0) ?? null);

export const isOpenActivity = ({ phase }: Activity): boolean =>
  phase === 'draft' || phase === 'open' || phase === 'over';

export const claimOf = ({ claims }: Activity, person: PersonId): Claim | null =>
  claims.find((claim) => claim.person === person && claim.guest === null) ?? null;

export const isComing = ({ phase }: Claim): boolean => phase === 'in' || phase === 'walk-in';

/** How many come, with those who come along. */
export const countComing = ({ claims }: Pick<Activity, 'claims'>): number =>
  claims.filter(isComing).reduce((sum, { people }) => sum + people, 0);

/** Who is told of what becomes of it: each once, also those who only come along with somebody's word. */
export const peopleIn = ({ claims }: Activity): readonly PersonId[] => [
  ...new Set(claims.filter(isComing).map(({ person }) => person)),
];
