import type { Community, Person, Role } from '../../community/community';
import { hasRole } from '../../community/may';
import { communityFor, isComplainedOf, isForDirectors } from '../dispatching/desk-people';
import type { Ticket } from '../ticket';
import { isOfBranch } from '../convening/branch-of';
import { isConcernedWith } from './is-concerned';

/** Roles that may take a ticket. */
export const handlerRoles: readonly Role[] = ['grid-worker', 'grid-leader', 'staff', 'director'];

/** Roles whose words of the work are heard: those who handle, and those who look at results. */
export const workRoles: readonly Role[] = [...handlerRoles, 'inspector'];

/** Roles that may act on a ticket which somebody else has. */
export const leaderRoles: readonly Role[] = ['grid-leader', 'staff', 'director'];

/** Whether this person may act as the ticket's handler: its owner, or a leader. */
export const mayHandle = (ticket: Ticket, by: Person): boolean =>
  ticket.claimedBy === by.id || hasRole(by, leaderRoles);

/** Of a complaint about staff: whoever is neither concerned nor a director to whom it may go, or is complained of. */
export const isClosedTo = (ticket: Ticket, by: Person, community: Community): boolean => {
  if (ticket.reporters.some((reporter) => reporter.person === by.id)) return false;
  if (isComplainedOf(ticket, by.id, community)) return true;
  return (
    isForDirectors(ticket.category, community) &&
    !isConcernedWith(ticket, by) &&
    !communityFor(ticket, community).officers.some(({ id }) => id === by.id)
  );
};

/** Whether this person may know of the ticket: its reporters, its handlers, those who answer for it, and its Party branch. */
export const mayKnow = (ticket: Ticket, by: Person, community: Community): boolean =>
  !isClosedTo(ticket, by, community) &&
  (isConcernedWith(ticket, by) || hasRole(by, workRoles) || isOfBranch(ticket, by.id, community));
