import type { Community } from '../../community/community';
import { stagesOf, warnShareOf } from '../../community/stages-of';
import type { Moment } from '../../ids';
import { clockArea, stageClock, type StageClock } from '../clocks/stage-clock';
import type { Ticket } from '../ticket';
import type { Part } from './part';

/** The clock of a part: its class's, on the working time of the desk that does it. */
export const partClock = (part: Part, ticket: Ticket, community: Community): StageClock =>
  stageClock(community, ticket.class, part.desk ?? clockArea(ticket));

/** Until when it is to be done: the end that was named, else what the class gives, from when it was asked. */
export const partDue = (part: Part, ticket: Ticket, community: Community): Moment =>
  part.until ?? partClock(part, ticket, community).add(part.since, stagesOf(community, ticket).resolveMinutes);

/** When whoever has it is reminded. */
export const partWarnAt = (part: Part, ticket: Ticket, community: Community): Moment => {
  const clock = partClock(part, ticket, community);
  const minutes = clock.between(part.since, partDue(part, ticket, community));
  return clock.add(part.since, Math.max(0, Math.floor(minutes * warnShareOf(community, ticket))));
};
