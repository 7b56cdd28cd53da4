import { z } from 'zod';

const ids = z.array(z.string()).readonly();
const moment = z.string();

/**
 * `declined`: nobody does it, and the leader has to say what becomes of it. `dropped`: the leader took it away, or the
 * whole was given up.
 */
export const PartState = z.enum(['asked', 'claimed', 'done', 'declined', 'dropped']);
export type PartState = z.infer<typeof PartState>;

/** What one desk, or one person, does of a joint order (联办). */
export const Part = z
  .object({
    /** Unique within the ticket. */
    id: z.string(),
    /** The desk that does it; of a person, the desk that residents are told of. Null: a neighbour's. */
    desk: z.string().nullable(),
    /** Who was asked; the first to take it has it. */
    to: ids,
    doer: z.string().nullable(),
    /** Who asked, and what is to be done. */
    by: z.string(),
    words: z.string(),
    state: PartState,
    /** Its clock's start, and the end that was named; null: that of the matter's class. */
    since: moment,
    until: moment.nullable(),
    /** How often it was sent back to be done again. */
    sentBack: z.int(),
    claimedAt: moment.nullable(),
    doneAt: moment.nullable(),
    result: z.object({ words: z.string().nullable(), photos: ids }).readonly().nullable(),
  })
  .readonly();
export type Part = z.infer<typeof Part>;

/** Why something cannot be done with parts. */
export type PartBar =
  /** The whole cannot be done before its parts. */
  | 'open'
  /** That desk has been asked, and has not answered. */
  | 'already'
  /** No desk and nobody is called so. */
  | 'unknown'
  /** Nobody is there who could be asked. */
  | 'nobody'
  /** What is it to do? */
  | 'what'
  /** That desk has no part. */
  | 'none'
  /** Why is it taken away? */
  | 'why';
