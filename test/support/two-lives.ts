import type { Decision, Result } from '../../src/domain/decision';
import { foldTicket } from '../../src/domain/ticket/apply-ticket-event';
import { decideTicket, otherOfCommand } from '../../src/domain/ticket/command-rules';
import type { TicketRefusal } from '../../src/domain/ticket/refusal';
import { Ticket } from '../../src/domain/ticket/ticket';
import type { TicketCommand } from '../../src/domain/ticket/ticket-command';
import { TicketEvent } from '../../src/domain/ticket/ticket-event';
import { aContext } from './a-ticket';

/** Tickets beside each other, by id, with their histories. */
export interface Lives {
  readonly tickets: ReadonlyMap<string, Ticket>;
  readonly events: ReadonlyMap<string, readonly TicketEvent[]>;
  readonly last: Decision<TicketEvent>;
  readonly refusal: TicketRefusal | null;
}

const nothing: Decision<TicketEvent> = { events: [], says: [], postings: [], also: [], guards: [] };

export const livesOf = (histories: readonly (readonly TicketEvent[])[]): Lives => {
  const events = new Map<string, readonly TicketEvent[]>();
  const tickets = new Map<string, Ticket>();
  for (const history of histories) {
    const ticket = foldTicket(null, history);
    if (!ticket) throw new Error('a history that begins no ticket');
    events.set(ticket.id, history);
    tickets.set(ticket.id, ticket);
  }
  return { tickets, events, last: nothing, refusal: null };
};

export const ticketIn = ({ tickets }: Lives, id: string): Ticket => {
  const ticket = tickets.get(id);
  if (!ticket) throw new Error(`no ticket ${id}`);
  return ticket;
};

/** What a decision leaves behind, on the ticket it was about and on the others that changed with it. */
export const settled = (lives: Lives, id: string, last: Decision<TicketEvent>): Lives => {
  const tickets = new Map(lives.tickets);
  const events = new Map(lives.events);
  tickets.set(id, foldTicket(ticketIn(lives, id), last.events) ?? ticketIn(lives, id));
  events.set(id, [...(events.get(id) ?? []), ...last.events]);
  for (const also of last.also) {
    tickets.set(also.matter.id, Ticket.parse(also.state));
    events.set(also.matter.id, [
      ...(events.get(also.matter.id) ?? []),
      ...also.events.map((event) => TicketEvent.parse(event)),
    ]);
  }
  return { tickets, events, last, refusal: null };
};

/** Somebody says something to one of them, and the other that it speaks of is at hand, as the engine reads it. */
export const toldIn = (lives: Lives, id: string, command: TicketCommand, now: string): Lives => {
  const ticket = ticketIn(lives, id);
  const otherId = otherOfCommand(ticket, command);
  const found = otherId === null ? undefined : lives.tickets.get(otherId);
  const other = found ? { ticket: found, version: 1 } : null;
  const result: Result<Decision<TicketEvent>, TicketRefusal> = decideTicket(ticket, command, aContext(now, { other }));
  return result.ok ? settled(lives, id, result.value) : { ...lives, last: nothing, refusal: result.refusal };
};
