export interface Remembered<V> {
  get(key: string): Promise<V>;
  forget(key: string): void;
  forgetAll(): void;
}

export interface RememberedOptions<V> {
  readonly load: (key: string) => Promise<V>;
  readonly ttlMs: number;
  readonly max: number;
}

/**
 * Answers from memory for a while. Those who ask at once share one load; what was forgotten while it loaded is not
 * kept. At most `max` keys: the one loaded first goes first.
 */
export const remember = <V>({ load, ttlMs, max }: RememberedOptions<V>): Remembered<V> => {
  const known = new Map<string, { readonly value: Promise<V>; readonly until: number }>();

  const add = (key: string): Promise<V> => {
    const value = load(key);
    const entry = { value, until: performance.now() + ttlMs };
    known.delete(key);
    known.set(key, entry);
    value.catch(() => {
      if (known.get(key) === entry) known.delete(key);
    });
    const [oldest] = known.keys();
    if (known.size > max && oldest !== undefined) known.delete(oldest);
    return value;
  };

  return {
    get: (key) => {
      const entry = known.get(key);
      return entry !== undefined && entry.until > performance.now() ? entry.value : add(key);
    },
    forget: (key) => {
      known.delete(key);
    },
    forgetAll: () => known.clear(),
  };
};
