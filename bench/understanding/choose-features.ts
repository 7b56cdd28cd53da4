import type { Fitted } from './fit';
import type { Vocabulary } from './vocabulary';

/** Features that speak for matters first, in the order of their hashes, then those for intent and danger alone. */
export interface ChosenVocabulary {
  readonly vocabulary: Vocabulary;
  /** How many of them speak for a matter. */
  readonly matters: number;
}

/** What a feature changes in all texts together: rare ones may be strong and still matter little. */
const worthOf = (parts: readonly Fitted[], { strength, counts }: Vocabulary): Float64Array =>
  Float64Array.from(strength, (own, row) =>
    parts.reduce((sum, { weights, bias }) => {
      const classes = bias.length;
      let squares = 0;
      for (let c = 0; c < classes; c += 1) squares += (weights[row * classes + c] as number) ** 2;
      return sum + (squares / Math.sqrt(classes)) * own ** 2 * Math.sqrt(counts[row] as number);
    }, 0),
  );

const chosenFrom = (vocabulary: Vocabulary, kept: readonly number[]): Vocabulary => {
  const hashes = Uint32Array.from(kept, (row) => vocabulary.hashes[row] as number);
  return {
    unknown: vocabulary.unknown,
    hashes,
    strength: Float32Array.from(kept, (row) => vocabulary.strength[row] as number),
    counts: Float32Array.from(kept, (row) => vocabulary.counts[row] as number),
    at: new Map(Array.from(hashes, (hash, row) => [hash, row])),
  };
};

export interface Choice {
  readonly vocabulary: Vocabulary;
  /** A first fit over all features. */
  readonly matters: Fitted;
  readonly others: readonly Fitted[];
  /** How many features may speak for a matter. */
  readonly forMatters: number;
  /** How many more for intent and danger alone. */
  readonly forOthers: number;
}

/** The features that matter most: weights are learnt anew with these alone, as they will be used. */
export const chooseFeatures = ({ vocabulary, matters, others, forMatters, forOthers }: Choice): ChosenVocabulary => {
  const most = (fits: readonly Fitted[], rows: readonly number[], count: number) => {
    const worth = worthOf(fits, vocabulary);
    return [...rows]
      .sort((one, other) => (worth[other] as number) - (worth[one] as number))
      .slice(0, count)
      .sort((one, other) => (vocabulary.hashes[one] as number) - (vocabulary.hashes[other] as number));
  };
  const all = Array.from(vocabulary.hashes, (_, row) => row);
  const ofMatters = most([matters], all, forMatters);
  const taken = new Set(ofMatters);
  const rest = all.filter((row) => !taken.has(row));
  const kept = [...ofMatters, ...most(others, rest, forOthers)];
  return { vocabulary: chosenFrom(vocabulary, kept), matters: ofMatters.length };
};
