export interface Remembered<K, V> {
  get(what: K): Promise<V>;
  /** Those that are known, and with one load those that are not; what it does not find is not kept. */
  getMany(what: readonly K[], load: (missing: readonly K[]) => Promise<ReadonlyMap<K, V>>): Promise<ReadonlyMap<K, V>>;
  forget(what: K): void;
  forgetAll(): void;
}

export interface RememberedOptions<K, V> {
  readonly name: (what: K) => string;
  readonly load: (what: K) => Promise<V>;
  readonly ttlMs: number;
  readonly max: number;
}

/**
 * Answers from memory for a while. Those who ask at once share one load; what was forgotten while it loaded is not
 * kept, nor is what was not found. At most `max` things: the one loaded first goes first.
 */
export const remember = <K, V>({ name, load, ttlMs, max }: RememberedOptions<K, V>): Remembered<K, V> => {
  const known = new Map<string, { readonly value: Promise<V>; readonly until: number }>();

  let forgotten = 0;

  const put = (what: K, value: Promise<V>): void => {
    const key = name(what);
    const entry = { value, until: performance.now() + ttlMs };
    known.delete(key);
    known.set(key, entry);
    const drop = () => {
      if (known.get(key) === entry) known.delete(key);
    };
    value.then((found) => (found === null ? drop() : undefined), drop);
    const [oldest] = known.keys();
    if (known.size > max && oldest !== undefined) known.delete(oldest);
  };

  const valueOf = (what: K): Promise<V> | undefined => {
    const entry = known.get(name(what));
    return entry !== undefined && entry.until > performance.now() ? entry.value : undefined;
  };

  const add = (what: K): Promise<V> => {
    const value = load(what);
    put(what, value);
    return value;
  };

  return {
    get: (what) => valueOf(what) ?? add(what),
    getMany: async (wanted, loadMany) => {
      const begun = forgotten;
      const had = wanted.map((what) => valueOf(what));
      const missing = wanted.filter((_, index) => had[index] === undefined);
      const loaded = missing.length === 0 ? new Map<K, V>() : await loadMany(missing);
      if (begun === forgotten) for (const [what, value] of loaded) put(what, Promise.resolve(value));
      const values = await Promise.all(had.map((each) => each ?? Promise.resolve(undefined)));
      return new Map(
        wanted.flatMap((what, index) => {
          const value = values[index] ?? loaded.get(what);
          return value === undefined || value === null ? [] : [[what, value] as const];
        }),
      );
    },
    forget: (what) => {
      forgotten += 1;
      known.delete(name(what));
    },
    forgetAll: () => {
      forgotten += 1;
      known.clear();
    },
  };
};
