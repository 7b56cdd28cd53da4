import type { CutWords, PreparedText } from '../../src/domain/understanding/model/prepare-text';
import { prepareText } from '../../src/domain/understanding/model/prepare-text';
import type { Head, Weights } from '../../src/domain/understanding/model/weights';
import { readWeights, writeWeights } from '../../src/domain/understanding/model/weights';
import type { Sample } from './corpus';
import type { Fitted, Row } from './fit';
import { fit, scoreRow, shuffled, softmaxInPlace } from './fit';

/** Inputs: labelled samples and a cutter. Output: weights as they are committed. */
export interface LearnOptions {
  readonly learnt: string;
  readonly maxFeatures: number;
}

const secondShare = 0.3;
const epochs = 12;
const seed = 7;

const families = new Set(['report', 'suggestion', 'question']);

export const isFamily = (intent: string): boolean => families.has(intent);

interface Vocabulary {
  readonly unknown: number;
  readonly hashes: Uint32Array;
  readonly strength: Float32Array;
  readonly at: ReadonlyMap<number, number>;
}

const vocabularyOf = (texts: readonly PreparedText[]): Vocabulary => {
  const seenIn = new Map<number, number>();
  const marks = new Set<number>();
  for (const { features } of texts) {
    for (const hash of new Set(features.hashes)) seenIn.set(hash, (seenIn.get(hash) ?? 0) + 1);
    for (const { hash } of features.marks) marks.add(hash);
  }
  const pieces = [...seenIn].filter(([hash, count]) => count >= 2 && !marks.has(hash));
  const hashes = Uint32Array.from([...pieces.map(([hash]) => hash), ...marks]);
  const strengths = [
    ...pieces.map(([, count]) => Math.sqrt(Math.log(texts.length / count) + 0.05)),
    ...[...marks].map(() => 1),
  ];
  const unknown = 0.3 * Math.log(texts.length);
  return {
    unknown,
    hashes,
    strength: Float32Array.from(strengths),
    at: new Map(Array.from(hashes, (hash, row) => [hash, row])),
  };
};

const rowFrom = (
  { features }: PreparedText,
  { at, strength, unknown }: Vocabulary,
  target: Float32Array,
  weight: number,
): Row => {
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
  return { index: Int32Array.from(index), value: Float32Array.from(value), target, weight };
};

const oneOf = (labels: readonly string[], label: string, second: string | null = null): Float32Array => {
  const target = new Float32Array(labels.length);
  const also = second === null ? -1 : labels.indexOf(second);
  target[labels.indexOf(label)] = also < 0 ? 1 : 1 - secondShare;
  if (also >= 0) target[also] = secondShare;
  return target;
};

interface Task {
  readonly labels: readonly string[];
  readonly uses: (sample: Sample) => boolean;
  readonly target: (sample: Sample) => Float32Array;
  readonly weight: (sample: Sample) => number;
}

const categoryWeight = { corpus: 1.5, chat: 1.5, title: 1, detail: 0.3 };
const intentWeight = { corpus: 1.5, chat: 1.5, title: 0.4, detail: 0.05 };
const dangerWeight = { corpus: 1.5, chat: 1.5, title: 0.1, detail: 0 };

const tasksFor = (samples: readonly Sample[]): Record<'category' | 'intent' | 'critical', Task> => {
  const categories = [...new Set(samples.flatMap(({ category }) => (category === null ? [] : [category])))].sort();
  const intents = [...new Set(samples.map(({ intent }) => intent))].sort();
  const dangers = ['calm', 'critical'];
  return {
    category: {
      labels: categories,
      uses: ({ category, intent }) => category !== null && isFamily(intent),
      target: ({ category, second }) => oneOf(categories, category ?? '', second),
      weight: ({ source }) => categoryWeight[source],
    },
    intent: {
      labels: intents,
      uses: () => true,
      target: ({ intent }) => oneOf(intents, intent),
      weight: ({ source, intent }) => intentWeight[source] * (intent === 'chatter' ? 2 : 1),
    },
    critical: {
      labels: dangers,
      uses: ({ source }) => source !== 'detail',
      target: ({ critical }) => oneOf(dangers, critical ? 'critical' : 'calm'),
      weight: ({ source, critical }) => dangerWeight[source] * (critical ? 3 : 1),
    },
  };
};

/** The temperature under which held-out texts got the best likelihood. */
const temperatureOf = (rows: readonly Row[], labels: number, features: number): number => {
  const order = shuffled(rows, seed);
  const cut = Math.floor(order.length * 0.85);
  const fitted = fit(order.slice(0, cut), { features, classes: labels, epochs, rate: 0.3, decay: 1e-5, seed });
  const held = order.slice(cut).map((row) => {
    const scores = new Float32Array(labels);
    scoreRow(fitted, row, scores);
    return { scores, target: row.target, weight: row.weight };
  });
  const lossAt = (temperature: number) =>
    held.reduce((loss, { scores, target, weight }) => {
      const shares = scores.map((score) => score / temperature);
      softmaxInPlace(shares);
      return loss - weight * target.reduce((sum, share, c) => sum + share * Math.log((shares[c] as number) + 1e-9), 0);
    }, 0);
  const tried = Array.from({ length: 40 }, (_, step) => 0.4 * 1.06 ** step);
  return tried.reduce((best, next) => (lossAt(next) < lossAt(best) ? next : best), 1);
};

const headOf = (labels: readonly string[], fitted: Fitted, temperature: number): Head => {
  const classes = labels.length;
  const scale = labels.map((_, c) => {
    let top = 1e-6;
    for (let at = c; at < fitted.weights.length; at += classes)
      top = Math.max(top, Math.abs(fitted.weights[at] as number));
    return top / 127;
  });
  return { labels: [...labels], temperature, bias: [...fitted.bias].map((bias) => Number(bias.toFixed(4))), scale };
};

interface Part {
  readonly head: Head;
  readonly fitted: Fitted;
}

const importance = (parts: readonly Part[], features: number, strength: Float32Array): Float64Array => {
  const sums = new Float64Array(features);
  for (const { fitted, head } of parts) {
    const classes = head.labels.length;
    for (let row = 0; row < features; row += 1) {
      let sum = 0;
      for (let c = 0; c < classes; c += 1) sum += (fitted.weights[row * classes + c] as number) ** 2;
      sums[row] = (sums[row] as number) + (sum / Math.sqrt(classes)) * (strength[row] as number) ** 2;
    }
  }
  return sums;
};

const quantised = (parts: readonly Part[], kept: readonly number[], width: number): Int8Array => {
  const rows = new Int8Array(kept.length * width);
  kept.forEach((from, row) => {
    let column = 0;
    for (const { fitted, head } of parts) {
      const classes = head.labels.length;
      head.scale.forEach((unit, c) => {
        rows[row * width + column] = Math.round((fitted.weights[from * classes + c] as number) / unit);
        column += 1;
      });
    }
  });
  return rows;
};

export const learn = (samples: readonly Sample[], cut: CutWords, { learnt, maxFeatures }: LearnOptions): Uint8Array => {
  const texts = samples.map((sample) => prepareText(sample, cut));
  const vocabulary = vocabularyOf(texts);
  const features = vocabulary.hashes.length;
  const partOf = ({ labels, uses, target, weight }: Task): Part => {
    const rows = samples.flatMap((sample, index) =>
      uses(sample) ? [rowFrom(texts[index] as PreparedText, vocabulary, target(sample), weight(sample))] : [],
    );
    const fitted = fit(rows, { features, classes: labels.length, epochs, rate: 0.3, decay: 1e-5, seed });
    return { fitted, head: headOf(labels, fitted, temperatureOf(rows, labels.length, features)) };
  };
  const tasks = tasksFor(samples);
  const [category, intent, critical] = [partOf(tasks.category), partOf(tasks.intent), partOf(tasks.critical)];
  const parts = [category, intent, critical];
  const worth = importance(parts, features, vocabulary.strength);
  const kept = Array.from({ length: features }, (_, row) => row)
    .sort((one, other) => (worth[other] as number) - (worth[one] as number))
    .slice(0, maxFeatures)
    .sort((one, other) => one - other);
  const width = parts.reduce((sum, { head }) => sum + head.labels.length, 0);
  const strength = Float32Array.from(kept, (row) => vocabulary.strength[row] as number);
  const strengthScale = Math.max(...strength) / 255;
  return writeWeights({
    header: {
      version: 1,
      learnt,
      features: kept.length,
      strengthScale,
      unknownSquare: vocabulary.unknown,
      category: category.head,
      intent: intent.head,
      critical: critical.head,
    },
    width,
    hashes: Uint32Array.from(kept, (row) => vocabulary.hashes[row] as number),
    strength,
    rows: quantised(parts, kept, width),
  });
};

export const learnWeights = (samples: readonly Sample[], cut: CutWords, options: LearnOptions): Weights =>
  readWeights(learn(samples, cut, options));
