/**
 * One question for all who ask it at once. Whoever comes while it is being asked waits for the next answer: this one may
 * not know yet what they did before they came.
 */
export const askTogether = <T>(ask: () => Promise<T>): (() => Promise<T>) => {
  let asking: Promise<unknown> | null = null;
  let next: Promise<T> | null = null;

  const begin = (): Promise<T> => {
    next = null;
    const mine = ask();
    const over = mine.then(
      () => undefined,
      () => undefined,
    );
    asking = over;
    void over.then(() => {
      if (asking === over) asking = null;
    });
    return mine;
  };

  return () => {
    if (asking === null) return begin();
    next ??= asking.then(begin);
    return next;
  };
};
