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

/** Multinomial logistic regression by Adagrad, one text at a time. */
export const fit = (rows: readonly Row[], { features, classes, epochs, rate, decay, seed }: FitOptions): Fitted => {
  const weights = new Float32Array(features * classes);
  const history = new Float32Array(features * classes).fill(0.01);
  const bias = new Float32Array(classes);
  const biasHistory = new Float32Array(classes).fill(0.01);
  const scores = new Float32Array(classes);
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    for (const row of shuffled(rows, seed + epoch)) {
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
  }
  return { weights, bias };
};
