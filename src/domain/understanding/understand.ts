import type { CategoryId } from '../community/category';
import { readCritical } from './critical/read-critical';
import { fieldWords } from './field-words';
import { findWords } from './find-words';
import { foldText } from './fold-text';
import type { Lexicon } from './lexicon';
import { readPlace } from './read-place';
import type { RankedCategory, Reading, Utterance } from './reading';

/** Weights learnt from texts, and the cutter of words; both come from the edge. */
export interface Model {
  readonly cut: (text: string) => readonly string[];
}

const field = findWords<CategoryId>(fieldWords.flatMap(({ id, words }) => words.map((word) => [word, id] as const)));

const rank = (text: string, lexicon: Lexicon): { ranked: RankedCategory[]; words: string[] } => {
  const points = new Map<CategoryId, number>();
  const words: string[] = [];
  const add = (id: CategoryId, word: string, weight: number) => {
    points.set(id, (points.get(id) ?? 0) + weight * word.length);
    words.push(word);
  };
  for (const { word, tag } of field(text)) add(tag, word, 1);
  for (const { id, words: own } of lexicon.categories) {
    for (const word of own) if (text.includes(word.toLowerCase())) add(id, word, 3);
  }
  const sum = [...points.values()].reduce((total, value) => total + Math.exp(value), 0);
  const ranked = [...points].map(([id, value]) => ({ id, share: Math.exp(value) / (sum + 1) }));
  return { ranked: ranked.sort((one, other) => other.share - one.share).slice(0, 5), words };
};

/** What one message means, to whom, how urgent and where. Pure: the same words give the same reading. */
export const understand = (utterance: Utterance, _model: Model, lexicon: Lexicon): Reading => {
  const text = foldText(utterance.text);
  const critical = readCritical(text);
  const { ranked, words } = rank(text, lexicon);
  const isReport =
    critical.reading !== null || (ranked[0] !== undefined && text.length >= 5 && words.join('').length >= 3);
  const category = critical.reading
    ? [
        { id: critical.reading.category, share: critical.reading.share },
        ...ranked.filter(({ id }) => id !== critical.reading?.category),
      ]
    : ranked;
  return {
    intent: isReport ? 'report' : 'chatter',
    category: isReport ? category.slice(0, 5) : [],
    critical: critical.reading,
    place: isReport ? readPlace(text, utterance.text, lexicon) : null,
    time: null,
    people: null,
    plate: null,
    number: null,
    list: null,
    why: [...critical.why, ...(words.length > 0 ? [`词：${[...new Set(words)].slice(0, 6).join('、')}`] : [])],
  };
};
