export interface LineTiming {
  readonly pingMs: number;
  /** Nothing was heard for so long: the line is dead. */
  readonly deafMs: number;
  readonly startMs: number;
  readonly stopMs: number;
  readonly firstRetryMs: number;
  readonly longestRetryMs: number;
  /** A shorter break is nobody's business. */
  readonly graceMs: number;
  /** A line that stands for so long with nobody logged in: the account must be logged in by its scan code. */
  readonly loginMs: number;
}

export const lineTiming: LineTiming = {
  pingMs: 3_500,
  deafMs: 10_000,
  startMs: 25_000,
  // The library waits 5 s by itself for a start that is still on its way.
  stopMs: 7_000,
  firstRetryMs: 500,
  longestRetryMs: 30_000,
  graceMs: 5_000,
  loginMs: 15_000,
};
