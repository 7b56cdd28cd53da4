import type { Features } from './features';
import type { Head, Weights } from './weights';
import { rowOf } from './weights';

/** Shares of each head's labels, in the order of the labels. */
export interface Scores {
  readonly category: Float32Array;
  readonly intent: Float32Array;
  readonly critical: Float32Array;
}

interface Active {
  readonly rows: Int32Array;
  readonly values: Float32Array;
}

/** Rows of the features that are known, and how strong each is in this text. */
export const activeRows = (features: Features, weights: Weights): Active => {
  const room = features.hashes.length + features.marks.length;
  const rows = new Int32Array(room);
  const values = new Float32Array(room);
  let count = 0;
  let squares = 0;
  for (const hash of features.hashes) {
    const row = rowOf(weights, hash);
    if (row < 0) {
      squares += weights.unknownSquare;
      continue;
    }
    const strength = weights.strength[row] ?? 0;
    rows[count] = row;
    values[count] = strength;
    squares += strength * strength;
    count += 1;
  }
  const norm = squares > 0 ? 1 / Math.sqrt(squares) : 0;
  for (let index = 0; index < count; index += 1) values[index] = (values[index] ?? 0) * norm;
  for (const { hash, strength } of features.marks) {
    const row = rowOf(weights, hash);
    if (row < 0) continue;
    rows[count] = row;
    values[count] = strength;
    count += 1;
  }
  return { rows: rows.subarray(0, count), values: values.subarray(0, count) };
};

const sharesOf = (sums: Float64Array, start: number, { labels, bias, scale, temperature }: Head): Float32Array => {
  const shares = new Float32Array(labels.length);
  if (labels.length === 1) {
    // The temperature was found for two labels that share this one difference.
    const score = ((bias[0] ?? 0) + (sums[start] ?? 0) * (scale[0] ?? 0)) / temperature;
    return shares.fill(1 / (1 + Math.exp(-score)));
  }
  let top = -Infinity;
  for (let label = 0; label < labels.length; label += 1) {
    const score = ((bias[label] ?? 0) + (sums[start + label] ?? 0) * (scale[label] ?? 0)) / temperature;
    shares[label] = score;
    if (score > top) top = score;
  }
  let total = 0;
  for (let label = 0; label < shares.length; label += 1) {
    const power = Math.exp((shares[label] ?? 0) - top);
    shares[label] = power;
    total += power;
  }
  for (let label = 0; label < shares.length; label += 1) shares[label] = (shares[label] ?? 0) / total;
  return shares;
};

/** Sums of the columns from one to before another. */
const sumsOf = (active: Active, { rows: table, width }: Weights, from: number, end: number): Float64Array => {
  const sums = new Float64Array(end - from);
  for (let index = 0; index < active.rows.length; index += 1) {
    const base = (active.rows[index] ?? 0) * width;
    const value = active.values[index] ?? 0;
    for (let column = from; column < end; column += 1) {
      sums[column - from] = (sums[column - from] ?? 0) + value * (table[base + column] ?? 0);
    }
  }
  return sums;
};

/** Matters are many and talk has none: their shares are made only when somebody looks at them. */
export const scoreFeatures = (features: Features, weights: Weights): Scores => {
  const { header, width } = weights;
  const active = activeRows(features, weights);
  const matters = header.category.labels.length;
  const others = sumsOf(active, weights, matters, width);
  let category: Float32Array | null = null;
  return {
    get category() {
      return (category ??= sharesOf(sumsOf(active, weights, 0, matters), 0, header.category));
    },
    intent: sharesOf(others, 0, header.intent),
    critical: sharesOf(others, header.intent.labels.length, header.critical),
  };
};

/** The pieces of the text that spoke most for one category, best first. */
export const tellingPieces = (text: string, features: Features, weights: Weights, label: number): string[] => {
  const told = new Map<string, number>();
  for (let index = 0; index < features.hashes.length; index += 1) {
    const row = rowOf(weights, features.hashes[index] ?? 0);
    if (row < 0) continue;
    const piece = text.slice(features.from[index], features.to[index]);
    const weight = (weights.rows[row * weights.width + label] ?? 0) * (weights.strength[row] ?? 0);
    if (piece.length > 1 && weight > 0) told.set(piece, (told.get(piece) ?? 0) + weight);
  }
  return [...told]
    .sort((one, other) => other[1] - one[1])
    .slice(0, 5)
    .map(([piece]) => piece);
};
