import { hasRole } from '../../community/may';
import { directorsFor, gridLeadersFor, onDuty } from '../../community/responsible';
import type { PersonId } from '../../ids';
import { firstWithPeople, idsOf } from '../dispatching/approvers';
import { areaOf } from '../ticket-area';
import type { Ticket } from '../ticket';
import type { TicketContext } from '../ticket-context';
import { leaderRoles } from '../working/handler-roles';

/** Who leads those on duty now, other than the owner: the leader on duty, else the grid's, else the directors. */
export const dutyLeaders = (
  ticket: Ticket,
  { now, community }: Pick<TicketContext, 'now' | 'community'>,
): readonly PersonId[] => {
  const area = areaOf(ticket, community);
  const isOther = ({ id }: { readonly id: PersonId }): boolean => id !== ticket.claimedBy;
  return idsOf(
    firstWithPeople([
      () => onDuty(community, area, now).filter((person) => isOther(person) && hasRole(person, leaderRoles)),
      () => gridLeadersFor(community, area, now).filter(isOther),
      () => directorsFor(community, area, now).filter(isOther),
    ]),
  );
};
