import { addMinutes, minutesBetween } from '../../calendar/local-time';
import { addWorkingMinutes, workingMinutesBetween } from '../../calendar/working-time';
import type { DeadlineClass } from '../../community/category';
import type { Community } from '../../community/community';
import { calendarOf } from '../../community/area-calendar';
import { stagesOf } from '../../community/stages-of';
import type { AreaId, Moment } from '../../ids';
import { lacksPapers } from '../applying/lacks-papers';
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

/** `area`: whose working time counts; null: the community's. */
export const stageClock = (
  community: Community,
  deadlineClass: DeadlineClass,
  area: AreaId | null = null,
): StageClock => {
  if (deadlineClass === 'critical' || deadlineClass === '2h') return plainClock;
  const calendar = calendarOf(community, area);
  return {
    add: (from, minutes) => addWorkingMinutes(calendar, from, minutes),
    between: (from, to) => workingMinutesBetween(calendar, from, to),
  };
};

/** Whose working time counts for a ticket: its desk's; before it has one, that of its place. */
export const clockArea = ({ desk, place }: Pick<Ticket, 'desk' | 'place'>): AreaId | null => desk ?? place.area;

/** The clock of a ticket: its class's, on its desk's working time. */
export const clockOf = (ticket: Pick<Ticket, 'desk' | 'place' | 'class'>, community: Community): StageClock =>
  stageClock(community, ticket.class, clockArea(ticket));

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

/** Stages with a ladder above them. */
export type LadderStage = Stage | 'review' | 'papers';

/**
 * When the clock for resolving started: at dispatch, or when the result was sent back; of an application not before its
 * papers were complete.
 */
export const resolveStart = (ticket: Ticket): Moment | null => {
  const start = ticket.resolveFrom ?? ticket.dispatchedAt;
  if (lacksPapers(ticket)) return null;
  const complete = ticket.papers?.completeAt ?? null;
  return start !== null && complete !== null && complete > start ? complete : start;
};

/** The deadline of a stage, or null when its clock has not started. The clocks of claim and resolve start at dispatch. */
export const stageDue = (ticket: Ticket, community: Community, stage: LadderStage): Moment | null => {
  const clock = clockOf(ticket, community);
  const stages = stagesOf(community, ticket);
  switch (stage) {
    case 'dispatch':
      return dueAfterPauses(clock, ticket.arranging?.since ?? ticket.reportedAt, stages.dispatchMinutes, ticket.pauses);
    case 'claim':
      return ticket.dispatchedAt && dueAfterPauses(clock, ticket.dispatchedAt, stages.claimMinutes, ticket.pauses);
    case 'resolve': {
      if (ticket.plan) return ticket.plan.until;
      const start = resolveStart(ticket);
      return start && dueAfterPauses(clock, start, stages.resolveMinutes, pausesOf(ticket));
    }
    case 'papers':
      return ticket.papers?.broughtAt ? clock.add(ticket.papers.broughtAt, stages.claimMinutes) : null;
    case 'review':
      return ticket.review && clock.add(ticket.review.since, stages.reviewMinutes);
  }
};

/**
 * What is promised to the reporter: the deadline for resolving, also before dispatch; of a suggestion, for the answer.
 * Null while its papers are missing: then nothing is promised.
 */
export const promisedDue = (ticket: Ticket, community: Community): Moment | null => {
  if (lacksPapers(ticket)) return null;
  const { claimMinutes, resolveMinutes } = stagesOf(community, ticket);
  const after = (start: Moment, minutes: number): Moment =>
    dueAfterPauses(clockOf(ticket, community), start, minutes, ticket.pauses);
  if (ticket.nature === 'suggestion' && ticket.claimedBy === null)
    return after(ticket.dispatchedAt ?? ticket.reportedAt, claimMinutes);
  return stageDue(ticket, community, 'resolve') ?? after(ticket.reportedAt, resolveMinutes);
};
