import { z } from 'zod';

/** Hours that somebody served a neighbour, until they are confirmed. */
export const Service = z
  .object({
    id: z.string(),
    number: z.int(),
    phase: z.enum(['waiting', 'confirmed', 'declined', 'lapsed', 'withdrawn']),
    /** Who served, and whom. */
    helper: z.string(),
    served: z.string(),
    /** Where the served person lives. */
    area: z.string().nullable(),
    minutes: z.int(),
    /** When it was served: the noon of that day. */
    day: z.string(),
    words: z.string().nullable(),
    at: z.string(),
    /** Who was asked to confirm it, since when, and on which rung of those who can. */
    asked: z.array(z.string()).readonly(),
    askedAt: z.string(),
    rung: z.int(),
    /** What it brought. */
    points: z.int(),
  })
  .readonly();
export type Service = z.infer<typeof Service>;
