import type { CategoryId } from '../community/category';
import type { Lexicon } from './lexicon';
import type { RankedCategory } from './reading';

/** What one word of the pack is worth against the shares of the model. */
const packWordFactor = 30;
const shown = 5;

export interface RankedByWords {
  readonly ranked: readonly RankedCategory[];
  readonly packWords: readonly string[];
}

/** Categories by share, best first; the pack's own words count at once, also for categories the model never saw. */
export const rankCategories = (
  text: string,
  labels: readonly string[],
  shares: Float32Array,
  { categories }: Lexicon,
): RankedByWords => {
  const weights = new Map<CategoryId, number>();
  labels.forEach((label, index) => weights.set(label, shares[index] ?? 0));
  const packWords: string[] = [];
  for (const { id, words } of categories) {
    const hits = words.filter((word) => word !== '' && text.includes(word.toLowerCase()));
    if (hits.length === 0) continue;
    packWords.push(...hits);
    // Of a category that the model never saw its words are all there is, and say it plainly.
    weights.set(id, ((weights.get(id) ?? 1) + 0.02) * packWordFactor);
  }
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  const ranked = [...weights].map(([id, weight]) => ({ id, share: total > 0 ? weight / total : 0 }));
  return { ranked: ranked.sort((one, other) => other.share - one.share).slice(0, shown), packWords };
};
