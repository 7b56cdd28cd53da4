import type { CategoryId, DeadlineClass } from './category';
import type { ClassPolicy } from './class-policy';
import type { Community } from './community';

type Needs = Pick<Community, 'policy' | 'categories'>;

/**
 * The stages of a matter: those of its class, and where its category has figures of its own, these. It is claimed by the
 * time at which the reporter is to have a first answer.
 */
export const stagesOf = (
  { policy, categories }: Needs,
  matter: { readonly class: DeadlineClass; readonly category: CategoryId | null },
): ClassPolicy => {
  const category = categories.find(({ id }) => id === matter.category);
  // A matter whose class is another than its category's (a danger seen late) keeps to that class.
  const own = category?.class === matter.class ? Object.entries(category.stages ?? {}) : [];
  const written: Partial<ClassPolicy> = Object.fromEntries(own.filter(([, figure]) => figure !== undefined));
  const stages = { ...policy.classes[matter.class], ...written };
  const { claimMinutes, firstAnswerMinutes = claimMinutes } = stages;
  return { ...stages, claimMinutes: Math.min(claimMinutes, firstAnswerMinutes) };
};

/** The share of a stage after which its holder is reminded. */
export const warnShareOf = (needs: Needs, matter: Parameters<typeof stagesOf>[1]): number =>
  stagesOf(needs, matter).warnShare ?? needs.policy.warnShare;
