import type { PreparedText } from '../../src/domain/understanding/model/prepare-text';
import type { Row } from './fit';

/** All pieces of the texts that are seen twice or more, and all marks, each with its place in the fit. */
export interface Vocabulary {
  readonly unknown: number;
  readonly hashes: Uint32Array;
  readonly strength: Float32Array;
  /** In how many texts a feature is. */
  readonly counts: Float32Array;
  readonly at: ReadonlyMap<number, number>;
}

export const vocabularyOf = (texts: readonly PreparedText[]): Vocabulary => {
  const seenIn = new Map<number, number>();
  const marks = new Map<number, number>();
  for (const { features } of texts) {
    for (const hash of new Set(features.hashes)) seenIn.set(hash, (seenIn.get(hash) ?? 0) + 1);
    for (const { hash } of features.marks) marks.set(hash, (marks.get(hash) ?? 0) + 1);
  }
  const pieces = [...seenIn].filter(([hash, count]) => count >= 2 && !marks.has(hash));
  const known = [...pieces, ...marks];
  const hashes = Uint32Array.from(known, ([hash]) => hash);
  return {
    unknown: 0.3 * Math.log(texts.length),
    hashes,
    strength: Float32Array.from(known, ([, count], index) =>
      index < pieces.length ? Math.sqrt(Math.log(texts.length / count) + 0.05) : 1,
    ),
    counts: Float32Array.from(known, ([, count]) => count),
    at: new Map(Array.from(hashes, (hash, row) => [hash, row])),
  };
};

/** One text as the fit sees it; the same sums as `activeRows` of the domain makes. */
export const rowFrom = (
  { features }: PreparedText,
  { at, strength, unknown }: Vocabulary,
): Pick<Row, 'index' | 'value'> => {
  const index: number[] = [];
  const value: number[] = [];
  let squares = 0;
  for (const hash of features.hashes) {
    const row = at.get(hash);
    if (row === undefined) {
      squares += unknown;
      continue;
    }
    const own = strength[row] as number;
    index.push(row);
    value.push(own);
    squares += own * own;
  }
  const norm = 1 / Math.sqrt(squares || 1);
  for (let k = 0; k < value.length; k += 1) value[k] = (value[k] as number) * norm;
  for (const { hash, strength: own } of features.marks) {
    const row = at.get(hash);
    if (row === undefined) continue;
    index.push(row);
    value.push(own);
  }
  return { index: Int32Array.from(index), value: Float32Array.from(value) };
};
