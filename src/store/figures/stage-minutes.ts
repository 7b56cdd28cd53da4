import { DeadlineClass } from '../../domain/community/category';
import type { Community } from '../../domain/community/community';
import { stagesOf } from '../../domain/community/stages-of';
import type { Expression } from './expression';

type StageMinutes = 'claimMinutes' | 'resolveMinutes';

/** The minutes of a ticket's stage: its category's own, else those of its class, as `stagesOf` of the domain says. */
export const minutesOf = (community: Community, stage: StageMinutes): Expression => {
  const ofCategories = community.categories.filter(({ stages }) => stages !== undefined);
  const isOf = (category: string, deadlineClass: DeadlineClass): Expression => ({
    $and: [{ $eq: ['$state.category', category] }, { $eq: ['$state.class', deadlineClass] }],
  });
  const minutes = (deadlineClass: DeadlineClass, category: string | null): number =>
    stagesOf(community, { class: deadlineClass, category })[stage];
  return {
    $switch: {
      branches: [
        ...ofCategories.map((category) => ({
          case: isOf(category.id, category.class),
          then: minutes(category.class, category.id),
        })),
        ...DeadlineClass.options.map((each) => ({
          case: { $eq: ['$state.class', each] },
          then: minutes(each, null),
        })),
      ],
      default: minutes('24h', null),
    },
  };
};
