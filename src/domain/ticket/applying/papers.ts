import { z } from 'zod';

const moment = z.string();

/** The papers of an application: told once and completely (一次性告知); its clock for the work waits for them. */
export const Papers = z
  .object({
    /** The whole list, as it was told. */
    listed: z.array(z.string()).readonly(),
    /** When its reporters were last told what to bring, and until when it waits for that. */
    askedAt: moment,
    until: moment,
    /** Since when something that was sent has not been looked at. */
    broughtAt: moment.nullable(),
    /** Null while something is missing. */
    completeAt: moment.nullable(),
    /** Papers beyond the list that somebody asked for later, each with its reason. */
    more: z.array(z.object({ words: z.string(), by: z.string(), at: moment }).readonly()).readonly(),
  })
  .readonly();
export type Papers = z.infer<typeof Papers>;
