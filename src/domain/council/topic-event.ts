import { z } from 'zod';
import { LoopStep } from './loop';

const id = z.string();
const ids = z.array(id).readonly();
const by = { at: z.string(), by: id };

const event = <Kind extends string, Shape extends z.core.$ZodLooseShape>(kind: Kind, shape: Shape) =>
  z.object({ kind: z.literal(kind), ...shape }).readonly();

export const TicketLink = z.object({ id: z.string(), number: z.int() }).readonly();

/** What can happen to a topic, oldest first. Ids only; the steps are the pack's as they were when it began. */
export const TopicEvent = z.discriminatedUnion('kind', [
  event('proposed', {
    ...by,
    id,
    number: z.int(),
    loop: z.object({ id: z.string(), zh: z.string(), en: z.string() }).readonly(),
    steps: z.array(LoopStep).nonempty().readonly(),
    words: ids,
    photos: ids,
    ticket: TicketLink.nullable(),
    area: id.nullable(),
    /** Whether groups may see it. */
    shown: z.boolean(),
    /** Who is asked whether it is to be talked over. */
    to: ids,
  }),
  /** It goes into the loop: its first step begins. `to`: whose it is. */
  event('accepted', { ...by, to: ids }),
  event('declined', { ...by, words: id.nullable() }),
  /** A step's result; the next begins, or it is the last. */
  event('stepped', { ...by, step: id, words: id.nullable(), photos: ids, until: z.string().nullable(), to: ids }),
  event('proposer-asked', { at: z.string(), step: id }),
  /** What the proposer says; `by` somebody else: said to them on the telephone or at the door. */
  event('answered', { ...by, step: id, solved: z.boolean(), satisfied: z.boolean().nullable(), to: ids }),
  event('notified', { at: z.string(), step: id, to: ids }),
  event('skipped', { at: z.string(), steps: ids }),
  event('archived', { at: z.string() }),
]);
export type TopicEvent = z.infer<typeof TopicEvent>;
export type TopicEventOf<K extends TopicEvent['kind']> = Extract<TopicEvent, { kind: K }>;
