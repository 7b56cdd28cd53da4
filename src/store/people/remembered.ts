export interface Remembered<K, V> {
  get(what: K): Promise<V>;
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

  const add = (what: K): Promise<V> => {
    const key = name(what);
    const value = load(what);
    const entry = { value, until: performance.now() + ttlMs };
    known.delete(key);
    known.set(key, entry);
    const drop = () => {
      if (known.get(key) === entry) known.delete(key);
    };
    value.then((found) => (found === null ? drop() : undefined), drop);
    const [oldest] = known.keys();
    if (known.size > max && oldest !== undefined) known.delete(oldest);
    return value;
  };

  return {
    get: (what) => {
      const entry = known.get(name(what));
      return entry !== undefined && entry.until > performance.now() ? entry.value : add(what);
    },
    forget: (what) => {
      known.delete(name(what));
    },
    forgetAll: () => known.clear(),
  };
};
