import { Category } from '../../domain/community/category';
import type { PackFault } from './pack-error';
import type { PackCategory, PackFile } from './pack-schema';

const needed = ['zh', 'en', 'class', 'about'] as const;

const categoryFaults = (
  category: PackCategory,
  index: number,
  pack: PackFile,
  merged: readonly PackCategory[],
): readonly PackFault[] => {
  const at = ['categories', index];
  const whole = merged.find(({ id }) => id === category.id) ?? category;
  const missing = needed.filter((key) => whole[key] === undefined);
  return [
    ...(pack.categories.findIndex(({ id }) => id === category.id) < index
      ? [{ at: [...at, 'id'], what: `category "${category.id}" is there twice`, expected: 'each category once' }]
      : []),
    ...(missing.length > 0
      ? [
          {
            at,
            what: `the new category "${category.id}" has no ${missing.join(', ')}`,
            expected: 'id, zh, en, class and about, or an id of the catalogue',
          },
        ]
      : []),
    ...((whole.papers ?? []).length > 0 && (whole.card !== 'never' || whole.class === 'critical')
      ? [
          {
            at,
            what: `"${category.id}" asks for papers, which nobody else may see`,
            expected: 'card: never, and no critical class',
          },
        ]
      : []),
    ...(whole.class === 'critical' && whole.emergencyNumber === undefined
      ? [
          {
            at,
            what: `the critical category "${category.id}" has no emergencyNumber`,
            expected: 'the number to ring, such as "119"',
          },
        ]
      : []),
  ];
};

const defined = (category: PackCategory): PackCategory =>
  Object.fromEntries(Object.entries(category).filter(([, value]) => value !== undefined)) as PackCategory;

/** The catalogue with the pack's changes, its new matters before "other", and what is wrong with them. */
export const mergeCategories = (
  pack: PackFile,
  catalogue: readonly Category[],
): { readonly categories: readonly Category[]; readonly faults: readonly PackFault[] } => {
  const changed: readonly PackCategory[] = catalogue.map((category) => ({
    ...category,
    ...pack.categories
      .filter(({ id }) => id === category.id)
      .map(defined)
      .at(0),
  }));
  const added = pack.categories.filter(({ id }) => !catalogue.some((category) => category.id === id));
  const rest = changed.filter(({ id }) => id === 'other');
  const merged = [...changed.filter(({ id }) => id !== 'other'), ...added, ...rest];
  const known = merged.map(({ id }) => id);
  const faults = [
    ...pack.categories.flatMap((category, index) => categoryFaults(category, index, pack, merged)),
    ...pack.policy.reviewed.flatMap((id, index) =>
      known.includes(id)
        ? []
        : [
            {
              at: ['policy', 'reviewed', index],
              what: `unknown category "${id}"`,
              expected: 'an id of the catalogue or of this pack',
            },
          ],
    ),
    ...(merged.length === 0
      ? [
          {
            at: ['categories'],
            what: 'no category at all',
            expected: '"extends: categories.yaml", or categories of its own',
          },
        ]
      : []),
  ];
  return { categories: faults.length > 0 ? [] : merged.map((category) => Category.parse(category)), faults };
};
