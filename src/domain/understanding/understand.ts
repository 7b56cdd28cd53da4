import type { CategoryId } from '../community/category';
import type { DangerShares } from './critical/read-critical';
import { readCritical } from './critical/read-critical';
import type { Lexicon } from './lexicon';
import type { PreparedText } from './model/prepare-text';
import { prepareText } from './model/prepare-text';
import type { Scores } from './model/score';
import { scoreFeatures, tellingPieces } from './model/score';
import type { Weights } from './model/weights';
import { putFirst } from './put-first';
import { rankCategories } from './rank-categories';
import { inStandardWords } from './standard-words';
import { readAtMost } from './fold-text';
import { appliesFor, familyShare, isFamily, readIntent } from './read-intent';
import { readList } from './read-list';
import { readPeople } from './read-people';
import { readPlate } from './read-plate';
import { readTicketNumber } from './read-ticket-number';
import { readTime } from './time/read-time';
import { readPlace } from './place/read-place';
import type { PlaceWeights } from './place/tag-place';
import type { ListReading, Reading, Utterance } from './reading';

/** Weights learnt from texts, and the cutter of words; both come from the edge. */
export interface Model {
  readonly cut: (text: string) => readonly string[];
  readonly weights: Weights;
  readonly places: PlaceWeights;
}

const silent = { category: [], place: null, time: null, people: null, plate: null, number: null, list: null } as const;

/** Facts that are read only of messages that are for Linli: talk passes without. */
const factsOf = (
  utterance: Utterance,
  prepared: PreparedText,
  model: Model,
  lexicon: Lexicon,
  list: ListReading | null,
) => ({
  place: readPlace(prepared, utterance.text, model.places, lexicon),
  time: readTime(prepared.folded, utterance.at),
  people: readPeople(prepared.folded),
  plate: readPlate(prepared.folded),
  number: readTicketNumber(prepared.folded, utterance.group === 'private'),
  list,
});

const categoryWhy = (prepared: PreparedText, weights: Weights, best: CategoryId | undefined): string[] => {
  const label = best === undefined ? -1 : weights.header.category.labels.indexOf(best);
  if (label < 0) return [];
  const pieces = tellingPieces(prepared.folded, prepared.features, weights, label);
  return pieces.length > 0 ? [`归类看这些字：${pieces.join('、')}`] : [];
};

const dangerShares = (scores: Scores, { header }: Weights): DangerShares => ({
  danger: scores.critical[header.critical.labels.indexOf('critical')] ?? 0,
  family: familyShare(header.intent.labels, scores.intent),
  labels: header.category.labels,
  get categories() {
    return scores.category;
  },
});

/** What one message means, to whom, how urgent and where. Pure: the same words give the same reading. */
export const understand = (utterance: Utterance, model: Model, lexicon: Lexicon): Reading => {
  const standard = inStandardWords(utterance.text, lexicon.dialect);
  const prepared = prepareText({ ...utterance, text: standard.text }, model.cut);
  const { header } = model.weights;
  const scores = scoreFeatures(prepared.features, model.weights);
  const list = prepared.folded.includes('\n') ? readList(utterance.text.slice(0, readAtMost)) : null;
  const danger = readCritical(prepared, dangerShares(scores, model.weights));
  const ranking = () => rankCategories(prepared.folded, header.category.labels, scores.category, lexicon);
  const clarity = () =>
    ranking()
      .ranked.slice(0, 3)
      .reduce((sum, { share }) => sum + share, 0);
  const known = {
    danger: danger.reading !== null,
    letter: prepared.letter,
    list: list !== null,
    applies: appliesFor(prepared.folded),
    clarity,
  };
  const intent = readIntent(header.intent.labels, scores.intent, known);
  const dialect = standard.said.map(({ word, means }) => `本地话：“${word}”是“${means}”`);
  const why = [...dialect, ...danger.why, ...intent.why];
  if (intent.intent === 'chatter' && !utterance.called) {
    return { ...silent, intent: 'chatter', critical: null, number: readTicketNumber(prepared.folded, false), why };
  }
  // Where and when stand in the person's own words: their places are those of the message.
  const asSaid = dialect.length === 0 ? prepared : prepareText(utterance, model.cut);
  const facts = factsOf(utterance, asSaid, model, lexicon, list);
  if (!isFamily(intent.intent) && !utterance.called)
    return { ...facts, intent: intent.intent, category: [], critical: null, why };
  const { ranked, packWords } = ranking();
  const category = danger.reading ? putFirst(ranked, danger.reading.category, danger.reading.share) : ranked;
  return {
    ...facts,
    intent: intent.intent,
    category,
    critical: danger.reading,
    why: [
      ...why,
      ...(packWords.length > 0 ? [`本社区的词：${packWords.join('、')}`] : []),
      ...categoryWhy(prepared, model.weights, category[0]?.id),
      ...(facts.place ? [`地点：${facts.place.text}`] : []),
    ],
  };
};
