import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict';
import type { Lexicon } from '../domain/understanding/lexicon';
import type { Reading, Utterance } from '../domain/understanding/reading';
import { understand } from '../domain/understanding/understand';

export interface UnderstandingOptions {
  readonly weightsPath?: string;
}

export type Understand = (utterance: Utterance, lexicon: Lexicon) => Reading;

/** Loads what the pure reading needs, once: the cutter of words and the learnt weights. */
export const createUnderstanding = (_options: UnderstandingOptions = {}): Understand => {
  const jieba = Jieba.withDict(dict);
  const model = { cut: (text: string) => jieba.cut(text, true) };
  return (utterance, lexicon) => understand(utterance, model, lexicon);
};
