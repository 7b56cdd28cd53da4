import type { Say } from '../../decision';
import { alarmRound } from '../alarming/alarm-round';
import { foldTicket } from '../apply-ticket-event';
import { isApproved } from './arranging';
import { askApproval } from './ask-approval';
import { dispatchEvent, handlerCards, isReadyForDispatch } from './dispatch-ticket';
import type { Ticket } from '../ticket';
import type { TicketEvent } from '../ticket-event';
import type { TicketContext } from '../ticket-context';

interface Dispatched {
  readonly events: readonly TicketEvent[];
  readonly says: readonly Say[];
}

/** Sends the ticket to its desk, and alarms when it is critical. `even` before its place is known: time is up. */
export const dispatchNow = (ticket: Ticket, context: TicketContext): Dispatched => {
  const dispatched = dispatchEvent(ticket, context);
  const atDesk = foldTicket(ticket, [dispatched]) ?? ticket;
  if (atDesk.class !== 'critical') return { events: [dispatched], says: handlerCards(atDesk, context) };
  const alarm = alarmRound(atDesk, 1, context);
  return { events: [dispatched, ...alarm.events], says: alarm.says };
};

/** To its desk, or first to those who approve, where the pack wants that. */
export const sendOn = (ticket: Ticket, context: TicketContext): Dispatched =>
  isApproved(ticket, context.community) ? askApproval(ticket, context) : dispatchNow(ticket, context);

/** The same, when nothing is missing; nothing otherwise. */
export const dispatchReady = (ticket: Ticket, context: TicketContext): Dispatched =>
  isReadyForDispatch(ticket, context.community) ? sendOn(ticket, context) : { events: [], says: [] };

/**
 * The place became known after the ticket had gone out: the desk of that place gets it as well, with fresh clocks.
 * Nothing once somebody has it or it was given to a desk beside the ladder, nor when the desk stays the same.
 */
export const dispatchAgain = (ticket: Ticket, context: TicketContext): Dispatched => {
  if (ticket.phase !== 'dispatched' || ticket.class === 'critical' || ticket.atDesk) return { events: [], says: [] };
  const dispatched = dispatchEvent(ticket, context);
  const more = dispatched.handlers.filter((person) => !ticket.handlers.includes(person));
  if (dispatched.desk === ticket.desk && more.length === 0) return { events: [], says: [] };
  const events = [{ ...dispatched, handlers: [...ticket.handlers, ...more] }];
  const atDesk = foldTicket(ticket, events) ?? ticket;
  return { events, says: handlerCards(atDesk, context, ticket.handlers) };
};
