import { decision, type Decision, type Say } from '../../decision';
import { foldTicket } from '../apply-ticket-event';
import { roundOff } from '../round-off';
import type { Ticket } from '../ticket';
import type { TicketContext } from '../ticket-context';
import type { TicketEvent } from '../ticket-event';
import { scheduleTicket } from './schedule-ticket';
import type { StepDone } from './time-step';

/** What is due now, done once: of a series only the last step, and the ones passed over are marked. */
const performDue = (ticket: Ticket, context: TicketContext): StepDone => {
  const due = scheduleTicket(ticket, context.community).filter((step) => step.at <= context.now);
  const last = new Map(due.map((step) => [step.series, step]));
  const skipped = due.filter((step) => last.get(step.series) !== step).map((step) => step.name);
  const events: TicketEvent[] = skipped.length > 0 ? [{ kind: 'skipped', at: context.now, steps: skipped }] : [];
  const says: Say[] = [];
  for (const step of last.values()) {
    const done = step.perform(foldTicket(ticket, events) ?? ticket, context);
    events.push(...done.events);
    says.push(...done.says);
  }
  return { events, says };
};

/** More than any ticket has to catch up with at one moment. */
const mostRounds = 8;

/**
 * Time passed. Does each thing that is due and starts the next clock from now; what becomes due by that (a pause that
 * ends behind a missed deadline) is done as well. Nothing when nothing is due: a repeated tick changes nothing.
 */
export const tickTicket = (ticket: Ticket, context: TicketContext): Decision<TicketEvent> => {
  const events: TicketEvent[] = [];
  const says: Say[] = [];
  for (let round = 0; round < mostRounds; round += 1) {
    const done = performDue(foldTicket(ticket, events) ?? ticket, context);
    if (done.events.length === 0) break;
    events.push(...done.events);
    says.push(...done.says);
  }
  return roundOff(ticket, decision<TicketEvent>({ events, says }), null, context);
};
