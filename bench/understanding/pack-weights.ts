import type { Head } from '../../src/domain/understanding/model/weights';
import { writeWeights } from '../../src/domain/understanding/model/weights';
import type { Fitted } from './fit';
import type { Vocabulary } from './vocabulary';

/** One head as it was fitted, and how finely its weights are kept. */
export interface Part {
  readonly head: Omit<Head, 'scale'>;
  readonly fitted: Fitted;
  /** Weights become whole numbers from minus this to this. */
  readonly steps: number;
}

export interface PackOptions {
  readonly learnt: string;
  /** How many features speak for a matter. */
  readonly matterFeatures: number;
  /** How many more speak for intent and danger alone. */
  readonly otherFeatures: number;
}

const scaleOf = ({ fitted, head, steps }: Part): number[] =>
  head.labels.map((_, c) => {
    let top = 1e-6;
    for (let at = c; at < fitted.weights.length; at += head.labels.length)
      top = Math.max(top, Math.abs(fitted.weights[at] as number));
    return top / steps;
  });

/** What a feature changes in all texts together: rare ones may be strong and still matter little. */
const worthOf = (parts: readonly Part[], { strength, counts }: Vocabulary): Float64Array =>
  Float64Array.from(strength, (own, row) =>
    parts.reduce((sum, { fitted, head }) => {
      const classes = head.labels.length;
      let squares = 0;
      for (let c = 0; c < classes; c += 1) squares += (fitted.weights[row * classes + c] as number) ** 2;
      return sum + (squares / Math.sqrt(classes)) * own ** 2 * Math.sqrt(counts[row] as number);
    }, 0),
  );

const quantised = (parts: readonly Part[], scales: readonly number[][], kept: readonly number[], matters: number) => {
  const width = parts.reduce((sum, { head }) => sum + head.labels.length, 0);
  const rows = new Int8Array(kept.length * width);
  kept.forEach((from, row) => {
    let column = 0;
    parts.forEach(({ fitted, head }, part) => {
      const classes = head.labels.length;
      for (let c = 0; c < classes; c += 1) {
        const keeps = part > 0 || row < matters;
        const weight = (fitted.weights[from * classes + c] as number) / (scales[part]?.[c] as number);
        rows[row * width + column] = keeps ? Math.round(weight) : 0;
        column += 1;
      }
    });
  });
  return { rows, width };
};

/** The committed form of what was fitted: the features that matter most, in whole numbers. */
export const packWeights = (
  [category, intent, critical]: readonly [Part, Part, Part],
  vocabulary: Vocabulary,
  { learnt, matterFeatures, otherFeatures }: PackOptions,
): Uint8Array => {
  const all = Array.from(vocabulary.hashes, (_, row) => row);
  const byHash = (one: number, other: number) =>
    (vocabulary.hashes[one] as number) - (vocabulary.hashes[other] as number);
  const most = (parts: readonly Part[], rows: readonly number[], count: number) => {
    const worth = worthOf(parts, vocabulary);
    return [...rows]
      .sort((one, other) => (worth[other] as number) - (worth[one] as number))
      .slice(0, count)
      .sort(byHash);
  };
  const matters = most([category], all, matterFeatures);
  const taken = new Set(matters);
  const others = most(
    [intent, critical],
    all.filter((row) => !taken.has(row)),
    otherFeatures,
  );
  const kept = [...matters, ...others];
  const parts = [category, intent, critical];
  const scales = parts.map(scaleOf);
  const strength = Float32Array.from(kept, (row) => vocabulary.strength[row] as number);
  const header = (part: Part, index: number): Head => ({ ...part.head, scale: scales[index] ?? [] });
  return writeWeights({
    header: {
      version: 2,
      learnt,
      features: kept.length,
      matterFeatures: matters.length,
      strengthScale: Math.max(...strength) / 63,
      unknownSquare: vocabulary.unknown,
      category: header(category, 0),
      intent: header(intent, 1),
      critical: header(critical, 2),
    },
    ...quantised(parts, scales, kept, matters.length),
    hashes: Uint32Array.from(kept, (row) => vocabulary.hashes[row] as number),
    strength,
  });
};
