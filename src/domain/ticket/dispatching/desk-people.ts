import type { CategoryId } from '../../community/category';
import type { Community, Person } from '../../community/community';
import { hasRole } from '../../community/may';
import { streetOfficeFor } from '../../community/responsible';
import type { PersonId } from '../../ids';
import type { Ticket } from '../ticket';

/** Whether a category goes past the grids: a complaint about staff is the directors' to look into. */
export const isForDirectors = (category: CategoryId | null, community: Community): boolean =>
  community.categories.some((known) => known.id === category && known.desk === 'directors');

/** Whether it is a matter of some place: of others ("物业费能网上交吗") nobody asks which building. */
export const isOfAPlace = (category: CategoryId | null, community: Community): boolean =>
  (community.categories.find((known) => known.id === category)?.desk ?? 'grid') === 'grid';

/**
 * The officers whom it complains of: it goes past them. While its category is not chosen it may be a complaint.
 * Elsewhere a name in the words only helps ("王芳让我报的").
 */
const complainedOf = (ticket: Ticket, community: Community): readonly PersonId[] =>
  ticket.category === null || isForDirectors(ticket.category, community) ? ticket.about : [];

export const isComplainedOf = (ticket: Ticket, person: PersonId, community: Community): boolean =>
  complainedOf(ticket, community).includes(person);

const deskOfficers = (ticket: Ticket, community: Community): readonly Person[] => {
  const others = community.officers.filter(({ id }) => !isComplainedOf(ticket, id, community));
  if (!isForDirectors(ticket.category, community)) return others;
  const street = streetOfficeFor(community);
  const directors = others.filter((person) => hasRole(person, 'director') || street.includes(person));
  return directors.length > 0 ? directors : others;
};

/** The community as this ticket may see it: those who may be asked, told or given it are looked for among its officers. */
export const communityFor = (ticket: Ticket, community: Community): Community =>
  ticket.about.length === 0 && !isForDirectors(ticket.category, community)
    ? community
    : { ...community, officers: deskOfficers(ticket, community) };
