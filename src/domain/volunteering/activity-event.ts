import { z } from 'zod';

const id = z.string();
const ids = z.array(id).readonly();
const by = { at: z.string(), by: id };

const event = <Kind extends string, Shape extends z.core.$ZodLooseShape>(kind: Kind, shape: Shape) =>
  z.object({ kind: z.literal(kind), ...shape }).readonly();

export const requirements = ['adult', 'trained', 'over-60-welcome'] as const;
export type Requirement = (typeof requirements)[number];
/** Those that somebody must meet; the others only invite. */
export type AskedRequirement = Exclude<Requirement, 'over-60-welcome'>;

/** One sort of work and how many do it. Its name is a plan's word ("搬运"), no person's. */
const ActivityRole = z.object({ name: z.string().max(12), needed: z.int() }).readonly();
export type ActivityRole = z.infer<typeof ActivityRole>;

/** What is called for; null is not said yet. */
export const ActivityPlan = z
  .object({
    title: id.nullable(),
    place: z.object({ area: id.nullable(), words: id.nullable() }).readonly().nullable(),
    from: z.string().nullable(),
    to: z.string().nullable(),
    needed: z.int().nullable(),
    roles: z.array(ActivityRole).readonly(),
    pointsPerHour: z.int(),
    requirements: z.array(z.enum(requirements)).readonly(),
    weekly: z.boolean(),
    /** The groups that get the call. */
    groups: ids,
  })
  .readonly();
export type ActivityPlan = z.infer<typeof ActivityPlan>;

/** Somebody's word to come: for themself, or, with `guest`, for somebody whom they named. */
const claim = {
  claim: id,
  person: id,
  /** The guest's name as it was written; a document, so that it can be erased. */
  guest: id.nullable(),
  people: z.int().min(1),
  role: z.string().nullable(),
  /** It stood in the person's own copy of a 接龙. */
  listed: z.boolean(),
  /** It was said where a group could read it: only then does a group read the name. */
  open: z.boolean(),
};

/** What can happen to an activity, oldest first. */
export const ActivityEvent = z.discriminatedUnion('kind', [
  event('drafted', { ...by, id, number: z.int(), area: id.nullable(), plan: ActivityPlan }),
  /** A slot was answered, or the draft said anew. */
  event('filled', { ...by, plan: ActivityPlan }),
  event('dropped', { at: z.string(), by: id.nullable() }),
  /** It stands in the groups. `code` is shown on the spot. */
  event('called', { ...by, code: z.string() }),
  /** `waiting`: there was no place; `walk-in`: came without a word before, beyond the places. */
  event('signed', { ...by, ...claim, as: z.enum(['in', 'waiting', 'walk-in']) }),
  event('resized', { ...by, claim: id, people: z.int().min(1) }),
  event('listed', { at: z.string(), claim: id }),
  event('withdrawn', { ...by, claim: id }),
  event('offered', { at: z.string(), claim: id, role: z.string().nullable(), until: z.string() }),
  event('accepted', { ...by, claim: id }),
  /** The place goes to the next one. */
  event('passed', { at: z.string(), claim: id, why: z.enum(['declined', 'late']) }),
  /** The groups heard of those who signed up since the last time. */
  event('announced', { at: z.string() }),
  event('reminded', { at: z.string(), step: z.string() }),
  event('skipped', { at: z.string(), steps: ids }),
  event('changed', { ...by, plan: ActivityPlan }),
  event('cancelled', { ...by, words: id.nullable() }),
  /** With the code that is shown on the spot. */
  event('checked-in', { ...by, claim: id }),
  event('checked-out', { ...by, claim: id }),
  event('ended', { at: z.string() }),
  event('came', { ...by, claim: id }),
  event('absent', { ...by, claim: id }),
  /** The photo of the paper list. */
  event('proved', { ...by, photos: ids }),
  event('vouch-asked', { at: z.string(), claim: id, of: ids }),
  event('awarded', { at: z.string(), claim: id, minutes: z.int(), points: z.int(), cause: z.string().nullable() }),
  event('closed', { at: z.string() }),
  /** The same call a week later. */
  event('renewed', { at: z.string(), from: z.string(), to: z.string(), code: z.string() }),
]);
export type ActivityEvent = z.infer<typeof ActivityEvent>;
export type ActivityEventOf<K extends ActivityEvent['kind']> = Extract<ActivityEvent, { kind: K }>;
