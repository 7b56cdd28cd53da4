import { communityArea, gridOf } from '../community/area-tree';
import type { Community } from '../community/community';
import type { AreaId } from '../ids';
import type { Ticket } from './ticket';

/** Where people are looked for who answer for it: an unplaced ticket is the whole community's. */
export const areaOf = (ticket: Ticket, community: Community): AreaId | null =>
  ticket.place.area ?? communityArea(community)?.id ?? null;

/** Whether the place says which grid it is in. */
export const isInAGrid = (ticket: Ticket, community: Community): boolean =>
  gridOf(community, ticket.place.area) !== null;
