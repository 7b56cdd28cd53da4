/** What came of drawing a page, and how heavy it is; null: it is not to be kept. */
interface Weighed<T> {
  readonly page: T;
  readonly bytes: number | null;
  /** For so long; else until what it hangs on is another. */
  readonly keptMs?: number | undefined;
}

interface Entry<T> {
  /** What it hangs on: it is shown again while all of this is the same. */
  readonly same: readonly unknown[];
  readonly page: Promise<T>;
  until: number;
  bytes: number;
}

/** Shown or being drawn, by its name; those who ask at once share one drawing. */
type KeptPages<T> = (name: string, same: readonly unknown[], draw: () => Promise<Weighed<T>>) => Promise<T>;

/** The one that nobody asked for longest goes first. */
const MOST_BYTES = 32 * 2 ** 20;

const isSame = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  one.length === other.length && one.every((each, index) => each === other[index]);

/** Pages that read the same for as long as nothing was written. */
export const keepPages = <T>(mostBytes = MOST_BYTES): KeptPages<T> => {
  const known = new Map<string, Entry<T>>();
  let bytes = 0;

  const drop = (name: string, entry: Entry<T>): void => {
    if (known.get(name) !== entry) return;
    known.delete(name);
    bytes -= entry.bytes;
  };

  const weigh = (name: string, entry: Entry<T>, { bytes: own, keptMs = Infinity }: Weighed<T>, begun: number): void => {
    if (known.get(name) !== entry) return;
    if (own === null) drop(name, entry);
    entry.bytes = own ?? 0;
    entry.until = begun + keptMs;
    bytes += entry.bytes;
    for (const [oldest, each] of known) {
      if (bytes <= mostBytes) return;
      if (each.bytes > 0) drop(oldest, each);
    }
  };

  const begin = (name: string, same: readonly unknown[], draw: () => Promise<Weighed<T>>): Promise<T> => {
    const begun = performance.now();
    const drawing = draw();
    const page = drawing.then((drawn) => drawn.page);
    const entry = { same, until: Infinity, page, bytes: 0 };
    known.set(name, entry);
    drawing.then(
      (drawn) => weigh(name, entry, drawn, begun),
      () => drop(name, entry),
    );
    return page;
  };

  return (name, same, draw) => {
    const entry = known.get(name);
    if (entry) drop(name, entry);
    if (!entry || entry.until <= performance.now() || !isSame(entry.same, same)) return begin(name, same, draw);
    // Put behind all others: it was asked for last.
    known.set(name, entry);
    bytes += entry.bytes;
    return entry.page;
  };
};
