import type { CategoryId } from '../../../domain/community/category';
import type { Community } from '../../../domain/community/community';
import type { Reading } from '../../../domain/understanding/reading';

const choicesForStaff = 3;

/** The category when it is sure enough, else the three likeliest for the administrator who approves. */
export const chooseCategory = (
  reading: Reading,
  community: Community,
): { readonly category: CategoryId | null; readonly options: readonly CategoryId[] } => {
  if (reading.critical) return { category: reading.critical.category, options: [] };
  const [best] = reading.category;
  if (best && best.share >= community.policy.categoryShare) return { category: best.id, options: [] };
  const likely = [...reading.category.map(({ id }) => id), 'other', ...community.categories.map(({ id }) => id)];
  return { category: null, options: [...new Set(likely)].slice(0, choicesForStaff) };
};

/** What a report is when nobody is in danger after all. */
export const otherwiseOf = (reading: Reading, community: Community): CategoryId | null =>
  reading.category.find(({ id }) => community.categories.some((known) => known.id === id && known.class !== 'critical'))
    ?.id ?? null;
