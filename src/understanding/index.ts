import type { Lexicon } from '../domain/understanding/lexicon';
import type { Reading, Utterance } from '../domain/understanding/reading';
import { understand } from '../domain/understanding/understand';
import { loadCutter } from './load-cutter';
import { loadPlaceWeights, loadWeights } from './load-weights';

export interface UnderstandingOptions {
  /** The folder of the weights; the committed ones when not given. */
  readonly weightsPath?: string;
}

export type Understand = (utterance: Utterance, lexicon: Lexicon) => Reading;

/** Loads what the pure reading needs, once: the cutter of words and the learnt weights. */
export const createUnderstanding = ({ weightsPath }: UnderstandingOptions = {}): Understand => {
  const model = { cut: loadCutter(), weights: loadWeights(weightsPath), places: loadPlaceWeights(weightsPath) };
  return (utterance, lexicon) => understand(utterance, model, lexicon);
};
