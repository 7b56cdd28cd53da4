/** What stands at one place in one set-up and in another; undefined: nothing. */
export interface Difference {
  /** Keys of blocks, and of entries of a list their id or, without one, their whole words. */
  readonly at: readonly string[];
  readonly from: unknown;
  readonly to: unknown;
}

type Block = Readonly<Record<string, unknown>>;

const isBlock = (value: unknown): value is Block =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** A list of blocks as one block: by id; what has none is itself or another. */
const byName = (list: readonly Block[]): Block =>
  Object.fromEntries(list.map((each) => [typeof each['id'] === 'string' ? each['id'] : JSON.stringify(each), each]));

const isListOfBlocks = (value: unknown): value is readonly Block[] => Array.isArray(value) && value.every(isBlock);

const blockOf = (value: unknown): Block | null => {
  if (isBlock(value)) return value;
  return isListOfBlocks(value) && value.length > 0 ? byName(value) : null;
};

const isEmpty = (value: unknown): boolean => value === undefined || (Array.isArray(value) && value.length === 0);

/** Every place where two set-ups differ; what is wholly new or gone is one difference. */
export const listDifferences = (from: unknown, to: unknown, at: readonly string[] = []): readonly Difference[] => {
  if (same(from, to)) return [];
  const [before, after] = [blockOf(from) ?? (isEmpty(from) ? {} : null), blockOf(to) ?? (isEmpty(to) ? {} : null)];
  const isWhole = at.length === 2 && (from === undefined || to === undefined);
  if (before === null || after === null || isWhole) return [{ at, from, to }];
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) =>
    listDifferences(before[key], after[key], [...at, key]),
  );
};
