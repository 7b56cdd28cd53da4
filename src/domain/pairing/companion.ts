import { z } from 'zod';

/** A younger old neighbour and an old one: asked, or standing. */
const Pair = z
  .object({
    id: z.string(),
    served: z.string(),
    /** Who asked for it. */
    by: z.string(),
    phase: z.enum(['asked', 'stands']),
    at: z.string(),
    /** Who answers for the old one; `own`: the old one themself. */
    to: z.array(z.string()).readonly(),
    own: z.boolean(),
    helperAgreed: z.boolean(),
    /** Who of `to` agreed. */
    servedAgreed: z.string().nullable(),
    reminded: z.boolean(),
  })
  .readonly();
export type Pair = z.infer<typeof Pair>;

export const bands = ['sixties', 'seventies'] as const;
export type Band = (typeof bands)[number];

/** A neighbour in their sixties or seventies who offered to look in on an old one living alone. */
export const Companion = z
  .object({
    id: z.string(),
    number: z.int(),
    person: z.string(),
    band: z.enum(bands),
    area: z.string().nullable(),
    willing: z.boolean(),
    since: z.string(),
    pair: Pair.nullable(),
  })
  .readonly();
export type Companion = z.infer<typeof Companion>;

/** Only the decade is kept. Null: this is for people between 60 and 79. */
export const bandOf = (age: number): Band | null =>
  age >= 60 && age < 70 ? 'sixties' : age >= 70 && age < 80 ? 'seventies' : null;
