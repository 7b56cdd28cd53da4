/** How much one person, and one chat, may say to Linli in a minute of the machine's clock. */
export interface Floods {
  /**
   * Counts what came; the same message again is no more. `first`: the first that is too much, which is answered;
   * `over`: one of those behind it, which are not.
   */
  take(
    said: { readonly key: string; readonly person: string; readonly chat: string },
    most: { readonly person: number; readonly chat: number },
    at: number,
  ): 'taken' | 'first' | 'over';
}

const minuteMs = 60_000;
/** Sources kept before those that have been quiet are thrown away. */
const manySources = 10_000;

interface Source {
  readonly taken: Map<string, number>;
  /** Since when too much comes; quiet for a minute, and it is answered again. */
  warnedAt: number | null;
}

const forgetOld = (taken: Map<string, number>, at: number): void => {
  for (const [key, when] of taken) {
    if (when > at - minuteMs) return;
    taken.delete(key);
  }
};

/**
 * In the memory of the process that serves the account: there is one at a time. A stop forgets it, which harms nobody.
 */
export const createFloods = (): Floods => {
  const sources = new Map<string, Source>();

  const sourceOf = (name: string, at: number): Source => {
    const source = sources.get(name) ?? { taken: new Map<string, number>(), warnedAt: null };
    sources.set(name, source);
    forgetOld(source.taken, at);
    return source;
  };

  const forgetQuiet = (at: number): void => {
    for (const [name, source] of sources) {
      forgetOld(source.taken, at);
      if (source.taken.size === 0) sources.delete(name);
    }
  };

  return {
    take: ({ key, person, chat }, most, at) => {
      if (sources.size > manySources) forgetQuiet(at);
      const mine = sourceOf(`person ${person}`, at);
      const all = sourceOf(`chat ${chat}`, at);
      if (mine.taken.has(key)) return 'taken';
      if (mine.taken.size < most.person && all.taken.size < most.chat) {
        mine.taken.set(key, at);
        all.taken.set(key, at);
        return 'taken';
      }
      const warned = mine.warnedAt !== null && mine.warnedAt > at - minuteMs;
      mine.warnedAt = at;
      return warned ? 'over' : 'first';
    },
  };
};
