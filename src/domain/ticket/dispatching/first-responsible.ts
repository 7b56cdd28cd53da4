import type { Community } from '../../community/community';
import { gridWorkersFor } from '../../community/responsible';
import type { PersonId } from '../../ids';
import type { Ticket } from '../ticket';
import { isInAGrid } from '../ticket-area';
import { communityFor, isForDirectors } from './desk-people';

/**
 * 第一责任人: the grid worker who answers first for the place, whoever has the matter now. Of several whoever took it
 * first. Complaints about staff have none.
 */
export const firstResponsible = (ticket: Ticket, community: Community): PersonId | null => {
  if (!isInAGrid(ticket, community) || isForDirectors(ticket.category, community)) return null;
  const workers = gridWorkersFor(communityFor(ticket, community), ticket.place.area).map(({ id }) => id);
  const first = [ticket.takenFirstBy, ...ticket.handlers].find((person) => person !== null && workers.includes(person));
  return first ?? workers[0] ?? null;
};
