import type { Person } from '../../community/community';
import { hasRole } from '../../community/may';
import { directorsFor, gridLeadersFor, streetOfficeFor } from '../../community/responsible';
import type { PersonId } from '../../ids';
import { areaOf } from '../ticket-area';
import type { Ticket } from '../ticket';
import type { TicketContext } from '../ticket-context';
import { idsOf } from './approvers';
import { communityFor } from './desk-people';

/** The level above this person: grid leaders, then the community's directors, then the street office. */
export const levelAbove = (
  ticket: Ticket,
  by: Person,
  { community: everybody, now }: TicketContext,
): readonly PersonId[] => {
  const community = communityFor(ticket, everybody);
  const area = areaOf(ticket, community);
  const leaders = hasRole(by, ['grid-leader', 'staff', 'director']) ? [] : gridLeadersFor(community, area, now);
  const directors = hasRole(by, 'director') ? [] : directorsFor(community, area, now);
  const levels = [leaders, directors, streetOfficeFor(community, now)].map((people) =>
    idsOf(people).filter((id) => id !== by.id && id !== ticket.claimedBy),
  );
  return levels.find((people) => people.length > 0) ?? [];
};
