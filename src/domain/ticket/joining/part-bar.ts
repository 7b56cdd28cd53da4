import { communityArea, gridOf } from '../../community/area-tree';
import type { Community } from '../../community/community';
import type { AreaId } from '../../ids';
import type { TicketRefusal } from '../refusal';
import type { Ticket } from '../ticket';
import type { Part, PartBar } from './part';
import { partLines } from './part-lines';

/** Whom one can ask here: the desks beside the areas', the grid's own, the community's. */
const desksNear = ({ place }: Ticket, community: Community): readonly AreaId[] => [
  ...community.desks.map(({ id }) => id),
  ...[gridOf(community, place.area), communityArea(community)].flatMap((area) => (area ? [area.id] : [])),
];

/** The refusal, with what the person needs to know to do better. `about`: the parts that stand in the way. */
export const partBar = (
  ticket: Ticket,
  why: PartBar,
  community: Community,
  about: readonly Part[] = [],
): TicketRefusal => ({
  kind: 'part',
  why,
  parts: partLines({ ...ticket, parts: about }, community).parts ?? [],
  desks: why === 'unknown' || why === 'nobody' ? desksNear(ticket, community) : [],
});
