import { localTime, momentOfLocal, plusDays } from '../../calendar/local-time';
import { nextWorkingMoment, workingMinutesBetween } from '../../calendar/working-time';
import { calendarOf } from '../../community/area-calendar';
import type { Community } from '../../community/community';
import { stagesOf } from '../../community/stages-of';
import type { WhyParams } from '../../wording/why-params';
import type { Ticket } from '../ticket';
import { clockArea, resolveStart, stageDue, type LadderStage } from './stage-clock';

/** The clock that runs now; null: none does. */
const runningStage = ({ phase }: Ticket): 'dispatch' | 'claim' | 'resolve' | null => {
  if (phase === 'reported') return 'dispatch';
  if (phase === 'dispatched') return 'claim';
  return phase === 'claimed' || phase === 'waiting' ? 'resolve' : null;
};

const startOf = (ticket: Ticket, stage: LadderStage): string | null => {
  if (stage === 'dispatch') return ticket.reportedAt;
  return stage === 'claim' ? ticket.dispatchedAt : resolveStart(ticket);
};

/** Minutes of the working day on which the clock starts, so that a deadline can be said in days. */
const dayMinutes = (ticket: Ticket, community: Community, start: string): number => {
  const calendar = calendarOf(community, clockArea(ticket));
  const { date } = localTime(nextWorkingMoment(calendar, start), calendar.timeZone);
  const midnight = (day: string): string => momentOfLocal(day, '00:00', calendar.timeZone);
  return workingMinutesBetween(calendar, midnight(date), midnight(plusDays(date, 1)));
};

/** Why the deadline is when it is: from when, how long, and what does not count. */
export const whyDeadline = (ticket: Ticket, community: Community): WhyParams['deadline'] => {
  const stage = runningStage(ticket);
  const start = stage && startOf(ticket, stage);
  const due = stage && stageDue(ticket, community, stage);
  if (!stage || !start || !due) return null;
  const plain = ticket.class === 'critical' || ticket.class === '2h';
  return {
    stage,
    from: start,
    due,
    minutes: stagesOf(community, ticket)[`${stage}Minutes`],
    dayMinutes: plain ? null : dayMinutes(ticket, community, start),
  };
};
