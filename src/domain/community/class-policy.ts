import { z } from 'zod';

/** A share of a stage. */
export const warnShare = z.number().min(0.1).max(0.95);

/** Stages of a class, in minutes: of working time for 24h, 7d and 15d, of the plain clock for critical and 2h. */
export const ClassPolicy = z.strictObject({
  dispatchMinutes: z.int().positive(),
  claimMinutes: z.int().positive(),
  /**
   * Until the desk's first word to the reporter. That is the claim, of which the reporter hears at once: a pack that
   * promises an answer sooner has it claimed sooner. Not written: `claimMinutes`.
   */
  firstAnswerMinutes: z.int().positive().optional(),
  resolveMinutes: z.int().positive(),
  /** From the result until its reviewer has looked at it. */
  reviewMinutes: z.int().positive(),
  /** From the phone task until the level above is asked to see to it; always of working time. */
  callBackMinutes: z.int().positive(),
  /** Share of a stage after which its holder is reminded; what is not written is the policy's. */
  warnShare: warnShare.optional(),
});
export type ClassPolicy = z.infer<typeof ClassPolicy>;

/** The figures that a category changes; the others are its class's. */
export const OwnStages = ClassPolicy.partial();
