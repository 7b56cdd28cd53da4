import { addMinutes, localTime, momentOfLocal, plusDays } from '../../calendar/local-time';
import type { Community } from '../../community/community';
import type { Moment } from '../../ids';
import { timeStep, type StepDone, type TimeRule, type TimeStep } from '../clocks/time-step';
import { tell } from '../telling/tell';
import type { Ticket } from '../ticket';
import type { TicketContext } from '../ticket-context';
import { peopleOf, visitParams } from './ask-visit';
import type { Visit } from './way';

/** When both are reminded on the evening before, and how long before they meet. */
const evening = '19:00';
const minutesBefore = 60;
/** Nobody said that it is done, so long after it should have been. */
const minutesAfter = 60;

type Said = 'ticket.visit-remind' | 'ticket.visit-missed' | 'ticket.visit-unanswered';

/** Both sides hear it, each what to do next. */
const sayBoth = (
  ticket: Ticket,
  visit: Visit,
  { name, wording }: { readonly name: string; readonly wording: Said },
  { now }: TicketContext,
): StepDone => {
  const [handlers, reporters] = [peopleOf(ticket, 'handler'), peopleOf(ticket, 'reporter')];
  const params = visitParams(ticket, visit);
  return {
    events: [{ kind: 'notified', at: now, step: name, to: [...new Set([...handlers, ...reporters])] }],
    says: [
      ...tell(
        handlers,
        `${ticket.cycle}.${name}`,
        { wording, params: { ...params, yours: true } },
        { urgency: 'prompt' },
      ),
      ...tell(
        reporters.filter((person) => !handlers.includes(person)),
        `${ticket.cycle}.${name}`,
        { wording, params: { ...params, yours: false } },
        { urgency: 'prompt' },
      ),
    ],
  };
};

const eveningBefore = (from: Moment, { calendar }: Community): Moment =>
  momentOfLocal(plusDays(localTime(from, calendar.timeZone).date, -1), evening, calendar.timeZone);

/**
 * An appointment that stands: both are reminded the evening before and an hour before, and asked once when nothing was
 * heard of it afterwards. One that the other side never answered is settled on the telephone.
 */
export const visitSteps: TimeRule = (ticket, community) => {
  const visit = ticket.way?.visit ?? null;
  if (visit === null || (ticket.phase !== 'claimed' && ticket.phase !== 'waiting')) return [];
  const { from, agreedAt } = visit;
  const step = (kind: TimeStep['kind'], part: string, at: Moment, wording: Said): TimeStep => {
    const name = `visit.${part}.${from}`;
    return timeStep({
      kind,
      name,
      at,
      series: 'visit',
      perform: (held, context) => sayBoth(held, visit, { name, wording }, context),
    });
  };
  const hourBefore = addMinutes(from, -minutesBefore);
  if (agreedAt === null) {
    const at = hourBefore > visit.proposedAt ? hourBefore : from;
    return [step('visit-unanswered', 'unanswered', at, 'ticket.visit-unanswered')];
  }
  const reminders = [
    { part: 'evening', at: eveningBefore(from, community) },
    { part: 'hour', at: hourBefore },
  ].filter(({ at }) => at > agreedAt);
  return [
    ...reminders.map(({ part, at }) => step('visit-remind', part, at, 'ticket.visit-remind')),
    step('visit-missed', 'missed', addMinutes(visit.to ?? from, minutesAfter), 'ticket.visit-missed'),
  ];
};
