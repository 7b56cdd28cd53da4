/** A text as the fit sees it: which features, how strong, and what it should be taken for. */
export interface Row {
  readonly index: Int32Array;
  readonly value: Float32Array;
  /** One share a class, summing to 1. */
  readonly target: Float32Array;
  readonly weight: number;
}

export interface FitOptions {
  readonly features: number;
  readonly classes: number;
  readonly epochs: number;
  readonly rate: number;
  /** Pulls weights to zero, at each touch. */
  readonly decay: number;
  /** Share of a text's features that is left out, others each time it is seen: no feature may lean on another. */
  readonly drop: number;
  /** The weights after each epoch from this one on are averaged. */
  readonly settled: number;
  readonly seed: number;
}

export interface Fitted {
  /** features × classes, then one bias a class. */
  readonly weights: Float32Array;
  readonly bias: Float32Array;
}

export const dice = (seed: number) => {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
};

export const shuffled = <T>(items: readonly T[], seed: number): T[] => {
  const roll = dice(seed);
  const copy = [...items];
  for (let index = copy.length - 1; index > 0; index -= 1) {
    const other = Math.floor(roll() * (index + 1));
    [copy[index], copy[other]] = [copy[other] as T, copy[index] as T];
  }
  return copy;
};

export const softmaxInPlace = (scores: Float32Array): void => {
  let top = -Infinity;
  for (const score of scores) if (score > top) top = score;
  let sum = 0;
  for (let c = 0; c < scores.length; c += 1) sum += scores[c] = Math.exp((scores[c] as number) - top);
  for (let c = 0; c < scores.length; c += 1) scores[c] = (scores[c] as number) / sum;
};

export const scoreRow = ({ weights, bias }: Fitted, row: Row, scores: Float32Array): void => {
  const classes = bias.length;
  scores.set(bias);
  for (let k = 0; k < row.index.length; k += 1) {
    const base = (row.index[k] as number) * classes;
    const value = row.value[k] as number;
    for (let c = 0; c < classes; c += 1) scores[c] = (scores[c] as number) + value * (weights[base + c] as number);
  }
};

/** The features of a text that are seen this time, stronger by what is left out. */
const thinned = ({ index, value }: Row, drop: number, roll: () => number): Pick<Row, 'index' | 'value'> => {
  const seen: number[] = [];
  for (let k = 0; k < index.length; k += 1) if (roll() >= drop) seen.push(k);
  return {
    index: Int32Array.from(seen, (k) => index[k] as number),
    value: Float32Array.from(seen, (k) => (value[k] as number) / (1 - drop)),
  };
};

const mean = (sum: Float64Array, of: number): Float32Array => Float32Array.from(sum, (each) => each / of);

const addTo = (sum: Float64Array, more: Float32Array): void => {
  for (let at = 0; at < more.length; at += 1) sum[at] = (sum[at] as number) + (more[at] as number);
};

/** Multinomial logistic regression by Adagrad, one text at a time, with dropout, averaged over the last epochs. */
export const fit = (rows: readonly Row[], options: FitOptions): Fitted => {
  const { features, classes, epochs, rate, decay, drop, settled, seed } = options;
  const roll = dice(seed);
  const weights = new Float32Array(features * classes);
  const history = new Float32Array(features * classes).fill(0.01);
  const bias = new Float32Array(classes);
  const biasHistory = new Float32Array(classes).fill(0.01);
  const scores = new Float32Array(classes);
  const sums = { weights: new Float64Array(features * classes), bias: new Float64Array(classes) };
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    for (const whole of shuffled(rows, seed + epoch)) {
      const row = { ...whole, ...thinned(whole, drop, roll) };
      scoreRow({ weights, bias }, row, scores);
      softmaxInPlace(scores);
      for (let c = 0; c < classes; c += 1) {
        const error = ((scores[c] as number) - (row.target[c] as number)) * row.weight;
        scores[c] = error;
        biasHistory[c] = (biasHistory[c] as number) + error * error;
        bias[c] = (bias[c] as number) - (rate * error) / Math.sqrt(biasHistory[c] as number);
      }
      for (let k = 0; k < row.index.length; k += 1) {
        const base = (row.index[k] as number) * classes;
        const value = row.value[k] as number;
        for (let c = 0; c < classes; c += 1) {
          const at = base + c;
          const gradient = (scores[c] as number) * value + decay * (weights[at] as number);
          const sum = (history[at] as number) + gradient * gradient;
          history[at] = sum;
          weights[at] = (weights[at] as number) - (rate * gradient) / Math.sqrt(sum);
        }
      }
    }
    if (epoch < settled) continue;
    addTo(sums.weights, weights);
    addTo(sums.bias, bias);
  }
  return { weights: mean(sums.weights, epochs - settled), bias: mean(sums.bias, epochs - settled) };
};
