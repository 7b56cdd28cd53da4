import { z } from 'zod';

/** A good deed that a neighbour named, until staff have said whether it counts. */
export const Deed = z
  .object({
    id: z.string(),
    number: z.int(),
    phase: z.enum(['waiting', 'approved', 'declined', 'lapsed', 'withdrawn']),
    /** Who names it, and who did it. */
    by: z.string(),
    doer: z.string(),
    words: z.string(),
    at: z.string(),
    /** Who was asked whether it counts, since when, and how often anybody was. */
    asked: z.array(z.string()).readonly(),
    askedAt: z.string(),
    times: z.int(),
    /** What it brought. */
    points: z.int(),
  })
  .readonly();
export type Deed = z.infer<typeof Deed>;
