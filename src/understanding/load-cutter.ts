import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict';
import { fieldWords } from '../domain/understanding/field-words';

const ownDictionary = (): Buffer => {
  const words = fieldWords.flatMap(({ words: list }) => list).filter((word) => word.length > 1 && word.length < 5);
  return Buffer.from([...new Set(words)].map((word) => `${word} 2000 n`).join('\n'));
};

/** Jieba with its own dictionary and the words of the field. */
export const loadCutter = (): ((text: string) => string[]) => {
  const jieba = Jieba.withDict(dict);
  jieba.loadDict(ownDictionary());
  return (text) => jieba.cut(text, true);
};
