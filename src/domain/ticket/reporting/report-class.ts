import type { CategoryId, DeadlineClass } from '../../community/category';
import type { Community } from '../../community/community';
import type { Nature } from '../ticket';

/** What is wished for takes its time: the longest class. */
const suggestionClass: DeadlineClass = '15d';

/** The deadline class of a category; of one not chosen yet, the ordinary day. */
export const classOf = (category: CategoryId | null, community: Community, nature: Nature = 'report'): DeadlineClass =>
  nature === 'suggestion'
    ? suggestionClass
    : (community.categories.find((known) => known.id === category)?.class ?? '24h');
