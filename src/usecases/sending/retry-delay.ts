const secondMs = 1000;
const longestMs = 60 * secondMs;
/** Somebody waits for help: tried again sooner, and never less often than this. */
const longestCriticalMs = 5 * secondMs;
const threeDaysMs = 3 * 24 * 60 * 60 * secondMs;
/** Failed tries after which staff see it. */
export const triesUntilIncident = 5;
/** Tries of a message that Linli itself cannot put together. */
const triesToCompose = 50;

/** 1 s, 2, 4 … 60 s after a failed try, counted from 1; critical 0.5 s, 1, 2, 4, 5 s. */
export const retryDelayMs = (tries: number, critical: boolean): number => {
  const doubling = 2 ** Math.min(tries - 1, 20);
  return critical ? Math.min(longestCriticalMs, (secondMs / 2) * doubling) : Math.min(longestMs, secondMs * doubling);
};

/**
 * A platform may be away for days, so only age ends the tries there; a message that cannot be put together is a bug and
 * holds up its matter, so it ends sooner.
 */
export const isHopeless = (
  row: { readonly tries: number; readonly createdAt: Date },
  trouble: 'platform' | 'composing',
  now: Date,
): boolean =>
  now.getTime() - row.createdAt.getTime() >= threeDaysMs || (trouble === 'composing' && row.tries >= triesToCompose);
