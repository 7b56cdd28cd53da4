import { z } from 'zod';

/** How long what people said and showed is kept, by kind, in days. Matters that are still open keep theirs. */
export const Retention = z.strictObject({
  wordsDays: z.int().positive().default(1095),
  photosDays: z.int().positive().default(730),
  /** Messages that were sent, with whom they went to. */
  messagesDays: z.int().positive().default(365),
});
export type Retention = z.infer<typeof Retention>;

/** Days between a confirmed wish to be erased and its being done: for second thoughts. */
export const graceDays = 7;
/** A confirmation counts for so long after it was told what would be lost. */
export const askedHours = 24;
/** Days that a trouble which is over is kept for whoever asks what happened: it may show the title of a chat. */
export const closedTroubleDays = 30;
