import { z } from 'zod';

/** One piece of a reward, held for a person until it is collected or lapses. */
export const Order = z
  .object({
    id: z.string(),
    number: z.int(),
    phase: z.enum(['held', 'collected', 'lapsed', 'cancelled']),
    /** Whose points they are. */
    person: z.string(),
    /** Who ordered: the person, or a proxy. */
    by: z.string(),
    reward: z.string(),
    zh: z.string(),
    en: z.string(),
    points: z.int(),
    /** Whether there are only so many of it. */
    counted: z.boolean(),
    /** Where its code is taken; the first that takes it hands it out. */
    shops: z.array(z.string()).readonly(),
    code: z.string(),
    /** The words that hold the address of its code's page; null: it has none. */
    address: z.string().nullable().default(null),
    at: z.string(),
    until: z.string(),
    reminded: z.boolean(),
    /** When, by whom and in which shop it was handed out. */
    collected: z.object({ at: z.string(), by: z.string(), shop: z.string() }).readonly().nullable(),
  })
  .readonly();
export type Order = z.infer<typeof Order>;

/** Whether it counts against what a person may have in a month. */
export const countsFor = ({ phase }: Order): boolean => phase === 'held' || phase === 'collected';
