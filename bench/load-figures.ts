import { z } from 'zod';

/** How a round of load went. */
export const Loaded = z.object({
  seconds: z.number(),
  p50Ms: z.number(),
  p99Ms: z.number(),
  /** Answers other than the right one. */
  refused: z.number(),
});
export type Loaded = z.infer<typeof Loaded>;

export const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
