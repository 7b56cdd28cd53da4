import { addMinutes } from '../../calendar/local-time';
import { timeStep, type StepDone, type TimeRule, type TimeStep } from '../clocks/time-step';
import type { Moment, PersonId } from '../../ids';
import type { Spoken } from '../../wording/params';
import { tell, whenAwake } from '../telling/tell';
import { headOf } from '../telling/ticket-card';
import type { Ticket } from '../ticket';
import type { TicketContext } from '../ticket-context';
import { isMetAbout } from './convene-meeting';
import type { Meeting, MeetingNotice } from './meeting';

/** How long before it everybody is reminded, and after it the minutes are asked for. */
const minutesBefore = 120;
const minutesAfter = 120;

const spokenOf = (what: MeetingNotice, ticket: Ticket, { from, words, desk }: Meeting): Spoken => {
  const head = headOf(ticket);
  switch (what) {
    case 'remind':
      return { wording: 'ticket.meeting-remind', params: { ...head, from, words: [words], desk } };
    case 'off':
      return { wording: 'ticket.meeting-off', params: { ...head, from, desk } };
    case 'minutes':
      return { wording: 'ticket.minutes-ask', params: { ...head, from } };
  }
};

const say = (ticket: Ticket, meeting: Meeting, what: MeetingNotice, context: TicketContext): StepDone => {
  const to: readonly PersonId[] = what === 'minutes' ? [meeting.by] : [...new Set([...meeting.to, meeting.by])];
  return {
    events: [{ kind: 'meeting-told', at: context.now, what, to }],
    says: tell(
      to,
      `meeting-${what}.${meeting.from}.${meeting.convenedAt}`,
      spokenOf(what, ticket, meeting),
      whenAwake(ticket, context),
    ),
  };
};

/**
 * Everybody is reminded once before the meeting, or hears that nobody need come, when the matter is over by then; once
 * after it the branch is asked for the minutes.
 */
export const meetingSteps: TimeRule = (ticket) => {
  const { meeting } = ticket;
  if (meeting === null || meeting.minutes !== null || ticket.phase === 'merged') return [];
  const step = (what: MeetingNotice, at: Moment): TimeStep =>
    timeStep({
      kind: what === 'minutes' ? 'minutes' : 'meeting',
      name: `meeting.${what}.${meeting.from}.${meeting.convenedAt}`,
      at,
      series: 'meeting',
      perform: (held, context) => say(held, meeting, what, context),
    });
  if (meeting.told.some((what) => what !== 'remind')) return [];
  const before = addMinutes(meeting.from, -minutesBefore);
  const isReminded = meeting.told.length > 0 || before <= meeting.convenedAt;
  return [
    ...(isReminded ? [] : [step(isMetAbout(ticket) ? 'remind' : 'off', before)]),
    ...(isMetAbout(ticket) ? [step('minutes', addMinutes(meeting.from, minutesAfter))] : []),
  ];
};
