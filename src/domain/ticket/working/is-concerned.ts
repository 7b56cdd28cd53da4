import type { Person } from '../../community/community';
import { isHelper } from '../joining/open-parts';
import type { Ticket } from '../ticket';

/** Whether the ticket is this person's business: they reported it, have it, were asked or called, or are the family. */
export const isConcernedWith = (ticket: Ticket, { id }: Pick<Person, 'id'>): boolean =>
  ticket.reporters.some((reporter) => reporter.person === id) ||
  ticket.handlers.includes(id) ||
  ticket.claimedBy === id ||
  isHelper(ticket, id) ||
  (ticket.meeting?.to.includes(id) ?? false) ||
  (ticket.arranging?.to.includes(id) ?? false) ||
  (ticket.review?.to.includes(id) ?? false) ||
  (ticket.alarm?.alarmed.includes(id) ?? false) ||
  (ticket.search?.family.some(({ person }) => person === id) ?? false);
