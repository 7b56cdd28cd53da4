import type { CategoryId } from '../../community/category';
import type { Community } from '../../community/community';
import type { Ticket } from '../ticket';

/** Whether something that has to be brought is not there yet, or not looked at. */
export const lacksPapers = ({ papers }: Pick<Ticket, 'papers'>): boolean =>
  papers !== null && papers.completeAt === null;

/** Whether matters of this category are applications: each person's own, and shown to nobody else. */
export const isApplication = (category: CategoryId | null, { categories }: Pick<Community, 'categories'>): boolean =>
  (categories.find(({ id }) => id === category)?.papers ?? []).length > 0;
