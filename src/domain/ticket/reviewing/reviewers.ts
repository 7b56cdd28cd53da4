import type { Community, Person } from '../../community/community';
import { hasRole } from '../../community/may';
import { directorsFor, gridLeadersFor, holdersOf, streetOfficeFor } from '../../community/responsible';
import type { Moment, PersonId } from '../../ids';
import { firstWithPeople, idsOf } from '../dispatching/approvers';
import { communityFor } from '../dispatching/desk-people';
import { areaOf } from '../ticket-area';
import { leaderRoles } from '../working/handler-roles';
import type { Ticket } from '../ticket';

/** Whoever did it, or a part of it: nobody judges work of their own. */
export const didIt = (ticket: Ticket, person: PersonId): boolean =>
  ticket.claimedBy === person ||
  ticket.resolvedBy === person ||
  ticket.parts.some((part) => part.state === 'done' && part.doer === person);

/** The inspectors of the place, else those who lead there; never who did it. Empty: nobody could review it. */
export const reviewersOf = (ticket: Ticket, everybody: Community, at: Moment): readonly PersonId[] => {
  const community = communityFor(ticket, everybody);
  const area = areaOf(ticket, community);
  const others = (people: readonly Person[]): readonly Person[] => people.filter(({ id }) => !didIt(ticket, id));
  return idsOf(
    firstWithPeople([
      () => others(holdersOf(community, 'inspector', area, at)),
      () => others(gridLeadersFor(community, area, at)),
      () => others(directorsFor(community, area, at)),
      () => others(streetOfficeFor(community, at)),
    ]),
  );
};

/** Whether this person may judge a result here: an inspector or a leader of the place. */
export const mayReview = (ticket: Ticket, by: Person, community: Community): boolean =>
  hasRole(by, ['inspector', ...leaderRoles], { community, area: areaOf(ticket, community) }) ||
  (ticket.review?.to.includes(by.id) ?? false);
