export interface Leash {
  readonly signal: AbortSignal;
  end(): void;
}

/** Aborts after a while or with `outer`. `AbortSignal.any` would keep one listener a call on a signal that lives long. */
export const leash = (timeoutMs: number, outer?: AbortSignal): Leash => {
  const controller = new AbortController();
  const abort = (): void => controller.abort();
  const timer = setTimeout(abort, timeoutMs);
  if (outer?.aborted) abort();
  outer?.addEventListener('abort', abort, { once: true });
  return {
    signal: controller.signal,
    end: () => {
      clearTimeout(timer);
      outer?.removeEventListener('abort', abort);
      // Whatever is still being read (a file that turned out too large) ends too.
      abort();
    },
  };
};

/** Asked anew after an `await`, during which it may have changed. */
export const isOver = (signal: AbortSignal): boolean => signal.aborted;

/** Waits, unless it is over before. Never rejects. */
export const pause = (ms: number, until: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (until.aborted) {
      resolve();
      return;
    }
    const end = (): void => {
      clearTimeout(timer);
      until.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    until.addEventListener('abort', end, { once: true });
  });

/** Runs with a signal that aborts with either of two. */
export const withEither = async (
  one: AbortSignal,
  other: AbortSignal,
  work: (either: AbortSignal) => Promise<void>,
): Promise<void> => {
  const controller = new AbortController();
  const abort = (): void => controller.abort();
  one.addEventListener('abort', abort, { once: true });
  other.addEventListener('abort', abort, { once: true });
  // An abort of before is not heard.
  if (one.aborted || other.aborted) abort();
  try {
    await work(controller.signal);
  } finally {
    one.removeEventListener('abort', abort);
    other.removeEventListener('abort', abort);
  }
};
