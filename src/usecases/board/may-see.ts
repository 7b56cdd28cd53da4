import type { Community, Person } from '../../domain/community/community';
import { isWithin } from '../../domain/community/area-tree';
import { hasRole } from '../../domain/community/may';
import { isConcernedWith } from '../../domain/ticket/working/is-concerned';
import { mayKnow, workRoles } from '../../domain/ticket/working/handler-roles';
import type { Ticket } from '../../domain/ticket/ticket';
import type { TicketQuery } from '../ports-of-board';

/**
 * Whether a row of the board is this person's: what they may know of in chat, and of that what lies in the areas they
 * hold an office for, or is their own business.
 */
export const maySee = (ticket: Ticket, person: Person, community: Community): boolean =>
  mayKnow(ticket, person, community) &&
  (isConcernedWith(ticket, person) ||
    hasRole(person, workRoles, { community, area: ticket.place.area ?? ticket.desk }));

/** The same as far as the database can tell; null: somebody who sees the whole community. */
export const withinOf = (person: Person, community: Community): TicketQuery['within'] => {
  const grants = person.roles.filter(({ role }) => workRoles.includes(role));
  if (hasRole(person, workRoles, { community, area: null })) return null;
  const areas = community.areas.filter(({ id }) => grants.some(({ area }) => isWithin(community, id, area)));
  return { areas: areas.map(({ id }) => id), person: person.id };
};
