import type { Head } from '../../src/domain/understanding/model/weights';
import { writeWeights } from '../../src/domain/understanding/model/weights';
import type { Fitted } from './fit';
import type { ChosenVocabulary } from './choose-features';

/** One head as it was fitted, and how finely its weights are kept. */
export interface Part {
  readonly head: Omit<Head, 'scale'>;
  readonly fitted: Fitted;
  /** Weights become whole numbers from minus this to this. */
  readonly steps: number;
  /** The share of weights that need be no stronger than that; what is stronger keeps its strength, too. */
  readonly usual: number;
}

const strongest = 127;

const scaleOf = ({ fitted, head, steps, usual }: Part, kept: readonly number[]): number[] =>
  head.labels.map((_, c) => {
    const sizes = Float32Array.from(kept, (row) => Math.abs(fitted.weights[row * head.labels.length + c] as number));
    const size = sizes.sort()[Math.ceil(sizes.length * usual) - 1] ?? 0;
    return Math.max(1e-6, size / steps, (sizes.at(-1) ?? 0) / strongest);
  });

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

/** The committed form of what was fitted, in whole numbers. */
export const packWeights = (
  parts: readonly [Part, Part, Part],
  { vocabulary, matters }: ChosenVocabulary,
  learnt: string,
): Uint8Array => {
  const rows = Array.from(vocabulary.hashes, (_, row) => row);
  const scales = parts.map((part, index) => scaleOf(part, index === 0 ? rows.slice(0, matters) : rows));
  const header = (part: Part, index: number): Head => ({ ...part.head, scale: scales[index] ?? [] });
  const [category, intent, critical] = parts;
  return writeWeights({
    header: {
      version: 2,
      learnt,
      features: rows.length,
      matterFeatures: matters,
      strengthScale: Math.max(...vocabulary.strength) / 63,
      unknownSquare: vocabulary.unknown,
      category: header(category, 0),
      intent: header(intent, 1),
      critical: header(critical, 2),
    },
    ...quantised(parts, scales, rows, matters),
    hashes: vocabulary.hashes,
    strength: vocabulary.strength,
  });
};
