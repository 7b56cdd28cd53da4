import type { CutWords } from '../../src/domain/understanding/model/prepare-text';
import { prepareText } from '../../src/domain/understanding/model/prepare-text';
import type { Weights } from '../../src/domain/understanding/model/weights';
import { readWeights } from '../../src/domain/understanding/model/weights';
import type { Sample } from './corpus';
import { chooseFeatures } from './choose-features';
import type { FitOptions, Fitted, Row } from './fit';
import { fit, scoreRow, shuffled, softmaxInPlace } from './fit';
import type { Part } from './pack-weights';
import { packWeights } from './pack-weights';
import { rowFrom, vocabularyOf } from './vocabulary';

/** Inputs: labelled samples and a cutter. Output: weights as they are committed. */
export interface LearnOptions {
  readonly learnt: string;
}

/** As many as fit into the half megabyte that the committed weights may take. */
const matterFeatures = 21_500;
const otherFeatures = 19_000;
const secondShare = 0.3;
const epochs = 16;
const settled = 6;
const drop = 0.3;
const rate = 0.3;
/** Matters are many and their texts few: they are held back more than intent and danger. */
const matterDecay = 1.5e-3;
const decay = 1e-5;
const seed = 7;

const families = new Set(['report', 'suggestion', 'question']);

export const isFamily = (intent: string): boolean => families.has(intent);

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

const categoryWeight = { corpus: 1.5, chat: 3, title: 1, detail: 0.5, talk: 0 };
const intentWeight = { corpus: 1.5, chat: 3, title: 0.4, detail: 0.05, talk: 1.3 };
const dangerWeight = { corpus: 1.5, chat: 3, title: 0.1, detail: 0, talk: 3 };

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
const temperatureOf = (rows: readonly Row[], options: FitOptions): number => {
  const order = shuffled(rows, seed);
  const cut = Math.floor(order.length * 0.85);
  const fitted = fit(order.slice(0, cut), options);
  const held = order.slice(cut).map((row) => {
    const scores = new Float32Array(options.classes);
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

/** Two labels say one thing: how much more the second is likely than the first. */
const oneColumn = ({ weights, bias }: Fitted): Fitted => ({
  weights: Float32Array.from(
    { length: weights.length / 2 },
    (_, row) => (weights[row * 2 + 1] as number) - (weights[row * 2] as number),
  ),
  bias: Float32Array.of((bias[1] as number) - (bias[0] as number)),
});

/** How many steps a weight is kept in, for which share of them, and how they were held back. */
interface Fineness {
  readonly steps: number;
  readonly usual?: number;
  readonly pull: number;
}

const rounded = (bias: Float32Array): number[] => [...bias].map((value) => Number(value.toFixed(4)));

const rowsOf = (
  { labels, uses, target, weight }: Task,
  samples: readonly Sample[],
  seen: readonly Pick<Row, 'index' | 'value'>[],
): { readonly rows: readonly Row[]; readonly classes: number } => ({
  classes: labels.length,
  rows: samples.flatMap((sample, index) => {
    const row = seen[index];
    return row && uses(sample) ? [{ ...row, target: target(sample), weight: weight(sample) }] : [];
  }),
});

/** Only the first features of a row; how strong they are was weighed among all. */
const firstOf = (count: number, { index, value }: Pick<Row, 'index' | 'value'>): Pick<Row, 'index' | 'value'> => {
  const kept = [...index.keys()].filter((k) => (index[k] as number) < count);
  return {
    index: Int32Array.from(kept, (k) => index[k] as number),
    value: Float32Array.from(kept, (k) => value[k] as number),
  };
};

/** Twice: over all features, to choose those that are kept, then over these, as they will be used. */
export const learn = (samples: readonly Sample[], cut: CutWords, { learnt }: LearnOptions): Uint8Array => {
  const texts = samples.map((sample) => prepareText(sample, cut));
  const tasks = tasksFor(samples);
  const shared = { epochs, settled, drop, rate, seed };
  const whole = vocabularyOf(texts);
  const all = texts.map((text) => rowFrom(text, whole));
  const firstFit = (task: Task, pull: number): Fitted => {
    const { rows, classes } = rowsOf(task, samples, all);
    return fit(rows, { ...shared, features: whole.hashes.length, classes, decay: pull });
  };
  const chosen = chooseFeatures({
    vocabulary: whole,
    matters: firstFit(tasks.category, matterDecay),
    others: [firstFit(tasks.intent, decay), oneColumn(firstFit(tasks.critical, decay))],
    forMatters: matterFeatures,
    forOthers: otherFeatures,
  });

  const seen = texts.map((text) => rowFrom(text, chosen.vocabulary));
  const partOf = (task: Task, { steps, usual = 1, pull }: Fineness, from: typeof seen = seen): Part => {
    const { rows, classes } = rowsOf(task, samples, from);
    const options = { ...shared, features: chosen.vocabulary.hashes.length, classes, decay: pull };
    const temperature = temperatureOf(rows, options);
    const fitted = fit(rows, options);
    return { fitted, steps, usual, head: { labels: [...task.labels], temperature, bias: rounded(fitted.bias) } };
  };
  const danger = partOf(tasks.critical, { steps: 100, pull: decay });
  const fitted = oneColumn(danger.fitted);
  const critical = { ...danger, fitted, head: { ...danger.head, labels: ['critical'], bias: rounded(fitted.bias) } };
  const forMatters = seen.map((row) => firstOf(chosen.matters, row));
  const category = partOf(tasks.category, { steps: 10, usual: 0.999, pull: matterDecay }, forMatters);
  const intent = partOf(tasks.intent, { steps: 16, pull: decay });
  return packWeights([category, intent, critical], chosen, learnt);
};

export const learnWeights = (samples: readonly Sample[], cut: CutWords, options: LearnOptions): Weights =>
  readWeights(learn(samples, cut, options));
