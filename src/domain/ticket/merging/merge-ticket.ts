import type { Person } from '../../community/community';
import { decided, refused, type Decision, type Result } from '../../decision';
import { foldTicket } from '../apply-ticket-event';
import type { TicketRefusal } from '../refusal';
import type { Ticket } from '../ticket';
import type { OtherTicket, TicketContext } from '../ticket-context';
import type { TicketEvent } from '../ticket-event';
import { ticketChange } from './ticket-change';
import { mayMerge } from './may-merge';
import { sayAbsorbed, sayMerged } from './merge-says';

const absorbedEvent = (ticket: Ticket, by: Person, { now }: TicketContext): TicketEvent => ({
  kind: 'absorbed',
  at: now,
  by: by.id,
  ticket: ticket.id,
  number: ticket.number,
  reporters: ticket.reporters,
  words: ticket.words,
  photos: ticket.photos,
  followers: ticket.followers,
});

const absorb = ({ ticket: into, version }: OtherTicket, ticket: Ticket, by: Person, context: TicketContext) => {
  const events = [absorbedEvent(ticket, by, context)];
  const after = foldTicket(into, events) ?? into;
  return ticketChange({ version, after, events, says: sayAbsorbed(after, ticket, by, context) });
};

/**
 * `并 #102 到 #101`, or the reporter's "是": from now on this ticket follows the other one. Its people, words and photos
 * go along, its clocks stop; nothing of it is lost, and it can be taken apart again.
 */
export const mergeTicket = (
  ticket: Ticket,
  { by, as }: { readonly by: Person; readonly as: 'handler' | 'reporter' },
  context: TicketContext,
): Result<Decision<TicketEvent>, TicketRefusal> => {
  const { other: into, now } = context;
  if (!into) return refused({ kind: 'not-found' });
  const refusal = mayMerge(ticket, into.ticket, { by, as }, context);
  if (refusal) return refused(refusal);
  const { id, number } = into.ticket;
  const events: TicketEvent[] = [{ kind: 'merged', at: now, by: by.id, into: id, number }];
  const merged = foldTicket(ticket, events) ?? ticket;
  return decided({
    events,
    says: sayMerged(merged, into.ticket, by, context),
    also: [absorb(into, ticket, by, context)],
  });
};
