import type { Category } from '../../domain/community/category';
import type { ClassPolicy } from '../../domain/community/class-policy';
import type { Policy } from '../../domain/community/policy';
import { stagesOf } from '../../domain/community/stages-of';
import type { PackFault } from './pack-error';
import type { PackFile } from './pack-schema';

const swapped = (
  of: string,
  at: readonly PropertyKey[],
  { claimMinutes, firstAnswerMinutes = 0, resolveMinutes }: ClassPolicy,
): readonly PackFault[] => [
  ...(claimMinutes > resolveMinutes
    ? [
        {
          at,
          what: `${of} is to be claimed later than it is to be solved`,
          expected: 'claimMinutes of at most resolveMinutes',
        },
      ]
    : []),
  ...(firstAnswerMinutes > resolveMinutes && claimMinutes <= resolveMinutes
    ? [
        {
          at,
          what: `${of} is to be answered later than it is to be solved`,
          expected: 'firstAnswerMinutes of at most resolveMinutes',
        },
      ]
    : []),
];

/** Stages in an order that nobody can keep, of a class or of a category with stages of its own. */
export const stageFaults = (
  policy: Policy,
  categories: readonly Category[],
  file: Pick<PackFile, 'categories'>,
): readonly PackFault[] => [
  ...Object.entries(policy.classes).flatMap(([name, figures]) =>
    swapped(`class ${name}`, ['policy', 'classes', name], figures),
  ),
  ...file.categories.flatMap(({ id }, index) => {
    const category = categories.find((each) => each.id === id);
    if (!category?.stages) return [];
    const stages = stagesOf({ policy, categories }, { class: category.class, category: id });
    return swapped(`category "${id}"`, ['categories', index, 'stages'], stages);
  }),
];
