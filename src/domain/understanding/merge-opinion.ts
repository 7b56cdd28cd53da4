import type { Category, CategoryId } from '../community/category';
import { foldText } from './fold-text';
import { placeFrom } from './place/read-place';
import { putFirst } from './put-first';
import { isFamily } from './read-intent';
import type { CriticalReading, Intent, PlaceReading, RankedCategory, Reading } from './reading';

/** What a reader that is not ours makes of the same words. */
export interface Opinion {
  readonly intent: Intent;
  readonly category: CategoryId | null;
  /** Words of the message that name the place, or null. */
  readonly place: string | null;
  readonly danger: boolean;
}

/** An outside answer has no share that we could calibrate: enough to decide, never to be called certain. */
const opinionShare = 0.7;
const doubtShare = 0.5;

/** An opinion may ask about a danger; it is never certain of one. */
const doubtOf = ({ category, danger }: Opinion, categories: readonly Category[]): CriticalReading | null => {
  const named = categories.find(({ id }) => id === category)?.class === 'critical';
  if (!danger && !named) return null;
  return { category: named && category !== null ? category : 'danger', share: doubtShare, doubt: true };
};

/** Only a place that is in the words is believed. */
const placeIn = (text: string, place: string | null): PlaceReading | null => {
  const folded = foldText(text);
  const words = foldText(place ?? '').trim();
  const from = words === '' ? -1 : folded.indexOf(words);
  return from < 0 ? null : placeFrom(folded, text, { from, to: from + words.length, kind: 'tagged' });
};

const rankedBy = (
  ranked: readonly RankedCategory[],
  { category }: Opinion,
  doubt: CriticalReading | null,
): readonly RankedCategory[] => {
  const known = ranked.find(({ id }) => id === category)?.share ?? 0;
  const led = category === null ? ranked : putFirst(ranked, category, Math.max(opinionShare, known));
  return doubt ? putFirst(led, doubt.category, doubt.share) : led;
};

/**
 * An outside opinion laid over our own reading: it may change what is wanted, the category and the place, and raise a
 * danger as a doubt. A danger that we read ourselves stays as it is.
 */
export const mergeOpinion = (
  reading: Reading,
  opinion: Opinion,
  text: string,
  categories: readonly Category[],
): Reading => {
  if (reading.critical) return reading;
  const critical = doubtOf(opinion, categories);
  const intent = critical && !isFamily(opinion.intent) ? 'report' : opinion.intent;
  const name = categories.find(({ id }) => id === opinion.category)?.zh;
  const said = [intent, ...(name ? [name] : []), ...(critical ? ['可能有危险'] : [])].join('、');
  return {
    ...reading,
    intent,
    category: isFamily(intent) ? rankedBy(reading.category, opinion, critical) : [],
    critical,
    place: placeIn(text, opinion.place) ?? reading.place,
    why: [...reading.why, `外面的模型：${said}`],
  };
};
