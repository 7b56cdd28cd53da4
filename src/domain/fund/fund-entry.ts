import { z } from 'zod';

const id = z.string();

export const fundWays = ['income', 'expense', 'reversal'] as const;
export type FundWay = (typeof fundWays)[number];

/** A line of the public account: what came in, what was spent, or a counter entry; it stands when a second one of staff said yes. */
export const FundEntry = z
  .object({
    id,
    number: z.int(),
    phase: z.enum(['waiting', 'booked', 'reversed', 'declined', 'withdrawn', 'lapsed']),
    way: z.enum(fundWays),
    /** Whole fen; of a counter entry what it takes back. */
    fen: z.int().positive(),
    /** The line that a counter entry takes back, and which way that went. */
    corrects: z
      .object({ id, number: z.int(), way: z.enum(['income', 'expense']) })
      .readonly()
      .nullable(),
    /** What for; of a counter entry the reason. Everybody reads it. */
    words: id,
    /** Who gets the money: as it was said, and who that is where somebody here has the name. Staff alone read it. */
    payee: z
      .object({ words: id, people: z.array(id).readonly() })
      .readonly()
      .nullable(),
    /** Receipts. */
    photos: z.array(id).readonly(),
    by: id,
    at: z.string(),
    asked: z.array(id).readonly(),
    askedAt: z.string(),
    times: z.int(),
    /** The number of a line with the same receipt; whoever is to say yes was told. */
    same: z.int().nullable(),
    /** Who said the second yes, and when: from then on it counts. */
    second: z.object({ by: id, at: z.string() }).readonly().nullable(),
    /** The counter entry that took it back. */
    reversedBy: z.int().nullable(),
  })
  .readonly();
export type FundEntry = z.infer<typeof FundEntry>;

/** Whether it is a line of the account. What was taken back stays one, beside its counter entry. */
export const counts = ({ phase }: FundEntry): boolean => phase === 'booked' || phase === 'reversed';

/** What it brings to the account, in fen. */
export const signedFen = ({ way, fen, corrects }: FundEntry): number =>
  (way === 'reversal' ? corrects?.way === 'income' : way === 'expense') ? -fen : fen;
