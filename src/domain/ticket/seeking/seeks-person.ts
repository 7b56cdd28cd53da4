import type { CategoryId } from '../../community/category';
import type { Community } from '../../community/community';

/** Whether somebody is lost in matters of this category: then there is a family to find, and a handover. */
export const seeksPerson = (category: CategoryId | null, { categories }: Pick<Community, 'categories'>): boolean =>
  categories.find(({ id }) => id === category)?.seeksPerson ?? false;
