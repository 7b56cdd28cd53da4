import type { CategoryId, DeadlineClass } from '../../community/category';
import type { Community } from '../../community/community';

/** The deadline class of a category; of one not chosen yet, the ordinary day. */
export const classOf = (category: CategoryId | null, community: Community): DeadlineClass =>
  community.categories.find((known) => known.id === category)?.class ?? '24h';
