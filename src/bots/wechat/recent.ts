/** The newest so many, forgotten in the order in which they came. */
export interface Recent<T> {
  /** False when it was known already. */
  add(key: string, value: T): boolean;
  get(key: string): T | undefined;
  values(): Iterable<T>;
}

export const createRecent = <T>(max: number): Recent<T> => {
  const known = new Map<string, T>();
  return {
    add: (key, value) => {
      const isNew = !known.has(key);
      known.set(key, value);
      const [oldest] = known.keys();
      if (known.size > max && oldest !== undefined) known.delete(oldest);
      return isNew;
    },
    get: (key) => known.get(key),
    values: () => known.values(),
  };
};
