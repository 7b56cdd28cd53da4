import { z } from 'zod';

const ids = z.array(z.string()).readonly();
const moment = z.string();

/** What a meeting came to: it is solved, or goes up the ladder with the minutes. */
export const MeetingResult = z.enum(['solved', 'up']);
export type MeetingResult = z.infer<typeof MeetingResult>;

/** What time said of a meeting: each once. */
export const MeetingNotice = z.enum(['remind', 'off', 'minutes']);
export type MeetingNotice = z.infer<typeof MeetingNotice>;

/** A meeting that the Party branch of the grid convenes about a ticket. */
export const Meeting = z
  .object({
    by: z.string(),
    /** The branch. */
    desk: z.string(),
    from: moment,
    /** Where they meet, as it was said. */
    words: z.string(),
    /** Who is invited: desks, and their people with whoever has the matter. */
    desks: ids,
    to: ids,
    convenedAt: moment,
    told: z.array(MeetingNotice).readonly(),
    /** `result` null: they came when the matter was over already. */
    minutes: z
      .object({
        by: z.string(),
        words: z.string().nullable(),
        photos: ids,
        result: MeetingResult.nullable(),
        at: moment,
      })
      .readonly()
      .nullable(),
  })
  .readonly();
export type Meeting = z.infer<typeof Meeting>;

/** Why there is no meeting, or nothing of it to write down. */
export type MeetingBar =
  /** Only the branch convenes. */
  | 'branch'
  /** When is it? */
  | 'time'
  /** Where is it? */
  | 'place'
  /** Nobody of those desks is there. */
  | 'nobody'
  /** A matter that is shown to no neighbours. */
  | 'private'
  /** None was convened. */
  | 'none'
  /** Is it solved, or does it go up? */
  | 'result';
