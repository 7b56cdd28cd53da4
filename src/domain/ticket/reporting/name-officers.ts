import type { Say } from '../../decision';
import type { PersonId } from '../../ids';
import { foldTicket } from '../apply-ticket-event';
import { isComplainedOf, isForDirectors } from '../dispatching/desk-people';
import { dispatchEvent, handlerCards } from '../dispatching/dispatch-ticket';
import type { Ticket } from '../ticket';
import type { TicketEvent } from '../ticket-event';
import type { TicketContext } from '../ticket-context';

interface Named {
  readonly events: readonly TicketEvent[];
  readonly says: readonly Say[];
}

const isInHand = ({ phase }: Ticket): boolean => phase === 'dispatched' || phase === 'claimed' || phase === 'waiting';

/**
 * What a reporter adds to a complaint names officers: from now on it goes past them as well. Where it lies with one of
 * them, others get it, with fresh clocks.
 */
export const nameOfficers = (ticket: Ticket, named: readonly PersonId[], context: TicketContext): Named => {
  const { community, now } = context;
  const about = named.filter((person) => !ticket.about.includes(person));
  const mayComplain = ticket.category === null || isForDirectors(ticket.category, community);
  if (about.length === 0 || !mayComplain) return { events: [], says: [] };
  const event: TicketEvent = { kind: 'officers-named', at: now, about };
  const known = foldTicket(ticket, [event]) ?? ticket;
  const holders = known.claimedBy ? [known.claimedBy] : known.handlers;
  if (!isInHand(known) || !holders.some((person) => isComplainedOf(known, person, community)))
    return { events: [event], says: [] };
  const dispatched = dispatchEvent(known, context);
  return { events: [event, dispatched], says: handlerCards(foldTicket(known, [dispatched]) ?? known, context) };
};
