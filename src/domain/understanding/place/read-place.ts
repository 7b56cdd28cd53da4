import type { Lexicon } from '../lexicon';
import type { PlaceReading } from '../reading';
import { parseAddress } from './parse-address';
import type { PlaceSpan } from './place-patterns';
import { placeSpans } from './place-patterns';
import type { PlaceWeights } from './tag-place';
import { tagPlaces } from './tag-place';

/** A place is said early or late, never after two hundred characters of telling. */
const readFor = 400;

const homeWords = /^(?:我家|俺家|我们家|咱家|我们|咱们|我)/;

export const placeFrom = (folded: string, original: string, { from, to }: PlaceSpan): PlaceReading => {
  const words = folded.slice(from, to);
  return { text: original.slice(from, to), ...parseAddress(words), atHome: homeWords.test(words) };
};

const namedSpans = (folded: string, { buildings, places }: Lexicon): PlaceSpan[] =>
  [...buildings, ...places]
    .flatMap(({ name, nicknames }) => [name, ...nicknames])
    .flatMap((name) => {
      const from = name.length > 1 ? folded.indexOf(name.toLowerCase()) : -1;
      return from < 0 ? [] : [{ from, to: from + name.length, kind: 'named' as const }];
    });

const length = ({ from, to }: PlaceSpan) => to - from;

const longest = (spans: readonly PlaceSpan[]): PlaceSpan | undefined =>
  spans.reduce<PlaceSpan | undefined>((best, span) => (best && length(best) >= length(span) ? best : span), undefined);

const touching = (one: PlaceSpan, other: PlaceSpan) => one.from <= other.to && other.from <= one.to;

const joined = (one: PlaceSpan, other: PlaceSpan): PlaceSpan => ({
  from: Math.min(one.from, other.from),
  to: Math.max(one.to, other.to),
  kind: one.kind,
});

interface PlaceText {
  readonly folded: string;
  readonly words: readonly string[];
}

/** Where it is, in the words of the message: the pack's own names, and what is written as people write places. */
export const readPlace = (
  { folded, words }: PlaceText,
  original: string,
  weights: PlaceWeights,
  lexicon: Lexicon,
): PlaceReading | null => {
  const text = folded.slice(0, readFor);
  const written = placeSpans(text);
  const tagged = tagPlaces(text, words, written, weights);
  const named = longest(namedSpans(text, lexicon));
  const near = named && tagged.find((span) => touching(span, named));
  const best = near ? joined(near, named) : (named ?? longest(tagged));
  return best ? placeFrom(folded, original, best) : null;
};
