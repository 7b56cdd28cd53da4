import { areaById, communityArea, gridOf } from '../community/area-tree';
import type { Community } from '../community/community';
import type { AreaId } from '../ids';
import type { Ticket } from './ticket';

/** Where people are looked for who answer for it: an unplaced ticket is the whole community's. */
export const areaOf = (ticket: Ticket, community: Community): AreaId | null =>
  ticket.place.area ?? communityArea(community)?.id ?? null;

/** Whether the place says which grid it is in. */
export const isInAGrid = (ticket: Ticket, community: Community): boolean =>
  gridOf(community, ticket.place.area) !== null;

/** Whether those who are called know where to run: a building or a place such as a gate, no wider. */
export const isSpot = (ticket: Ticket, community: Community): boolean => {
  const kind = areaById(community, ticket.place.area)?.kind;
  return kind === 'building' || kind === 'place' || kind === 'unit';
};
