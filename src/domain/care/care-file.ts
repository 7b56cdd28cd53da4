import { z } from 'zod';
import { CareDetails } from './care-event';

/** The file of one person in care (一人一档). Nothing in it tells who it is: names and doors are sealed. */
export const CareFile = z
  .object({
    id: z.string(),
    number: z.int(),
    details: CareDetails,
    colour: z.string(),
    contact: z.string(),
    area: z.string().nullable(),
    registeredAt: z.string(),
    /** From when the next visit is counted: the last time somebody met this person, or the registration. */
    since: z.string(),
    seenAt: z.string().nullable(),
    /** When nobody was met since. */
    missedAt: z.array(z.string()).readonly(),
    /** What was said of this round, each once. */
    notices: z.array(z.string()).readonly(),
  })
  .readonly();
export type CareFile = z.infer<typeof CareFile>;
