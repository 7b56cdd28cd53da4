import { addMinutes, minutesBetween } from '../../calendar/local-time';
import { addWorkingMinutes, workingMinutesBetween } from '../../calendar/working-time';
import type { DeadlineClass } from '../../community/category';
import type { Community } from '../../community/community';
import type { Moment } from '../../ids';
import type { Ticket } from '../ticket';

/** How the minutes of a class run: critical and 2h round the clock, the others on working time. */
export interface StageClock {
  add(from: Moment, minutes: number): Moment;
  between(from: Moment, to: Moment): number;
}

const plainClock: StageClock = {
  add: addMinutes,
  between: minutesBetween,
};

export const stageClock = (community: Community, deadlineClass: DeadlineClass): StageClock =>
  deadlineClass === 'critical' || deadlineClass === '2h'
    ? plainClock
    : {
        add: (from, minutes) => addWorkingMinutes(community.calendar, from, minutes),
        between: (from, to) => workingMinutesBetween(community.calendar, from, to),
      };

/** When `minutes` after `start` are over, the pauses left out. Replayed from history, never kept as a remainder. */
export const dueAfterPauses = (clock: StageClock, start: Moment, minutes: number, pauses: Ticket['pauses']): Moment => {
  let from = start;
  let left = minutes;
  for (const pause of pauses) {
    if (pause.to <= from) continue;
    const due = clock.add(from, left);
    if (due <= pause.from) return due;
    left -= pause.from > from ? clock.between(from, pause.from) : 0;
    from = pause.to;
  }
  return clock.add(from, left);
};

/** With the one that runs: until its named end nothing is due. */
const pausesOf = ({ pauses, waiting }: Ticket): Ticket['pauses'] =>
  waiting ? [...pauses, { from: waiting.since, to: waiting.until }] : pauses;

export type Stage = 'dispatch' | 'claim' | 'resolve';

/** The deadline of a stage, or null when its clock has not started. The clocks of claim and resolve start at dispatch. */
export const stageDue = (ticket: Ticket, community: Community, stage: Stage): Moment | null => {
  const clock = stageClock(community, ticket.class);
  const stages = community.policy.classes[ticket.class];
  switch (stage) {
    case 'dispatch':
      return clock.add(ticket.reportedAt, stages.dispatchMinutes);
    case 'claim':
      return ticket.dispatchedAt && clock.add(ticket.dispatchedAt, stages.claimMinutes);
    case 'resolve':
      return ticket.dispatchedAt && dueAfterPauses(clock, ticket.dispatchedAt, stages.resolveMinutes, pausesOf(ticket));
  }
};

/** What is promised to the reporter: the deadline for resolving, also before dispatch. */
export const promisedDue = (ticket: Ticket, community: Community): Moment =>
  stageDue(ticket, community, 'resolve') ??
  stageClock(community, ticket.class).add(ticket.reportedAt, community.policy.classes[ticket.class].resolveMinutes);
