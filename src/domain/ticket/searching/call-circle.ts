import type { Say } from '../../decision';
import type { PersonId } from '../../ids';
import { foldTicket } from '../apply-ticket-event';
import { answerTo, tell } from '../telling/tell';
import { headOf } from '../telling/ticket-card';
import type { Ticket } from '../ticket';
import type { TicketContext } from '../ticket-context';
import type { TicketEvent } from '../ticket-event';
import type { Circle } from './search-circle';
import { approversOfSearch, familyOf } from './search-people';
import { approvalSays, callSays } from './search-says';

interface Done {
  readonly events: readonly TicketEvent[];
  readonly says: readonly Say[];
}

/** It was approved: this circle is asked, and those who answer for it and the family hear that it was. */
export const callCircle = (ticket: Ticket, circle: Circle, by: PersonId, { now }: TicketContext): Done => {
  const { groups, people } = circle;
  const called: TicketEvent = { kind: 'search-called', at: now, by, circle: circle.circle, groups, people };
  const after = foldTicket(ticket, [called]) ?? ticket;
  const hearers = [
    by,
    ...(ticket.claimedBy === null ? [] : [ticket.claimedBy]),
    ...familyOf(ticket),
    ...(ticket.search?.asking?.to ?? []),
  ];
  return {
    events: [called],
    says: [
      ...callSays(after, circle),
      ...tell(
        hearers,
        `search-asked.${now}`,
        { wording: 'ticket.search-asked', params: { ...headOf(ticket), by, groups, people: people.length } },
        { urgency: 'prompt' },
      ),
    ],
  };
};

/** The family and the leader on duty are asked first. `by` null: time asks. */
export const askCircle = (ticket: Ticket, circle: Circle, by: PersonId | null, context: TicketContext): Done => {
  const { now } = context;
  const to = approversOfSearch(ticket, context).filter((person) => person !== by);
  const asked: TicketEvent = { kind: 'widening-asked', at: now, by, circle: circle.circle, to };
  return {
    events: [asked],
    says: [
      ...approvalSays(ticket, circle, to, `search-ask.${now}`),
      ...(by === null
        ? []
        : answerTo(by, 'search-asking', now, { wording: 'ticket.search-asking', params: { ...headOf(ticket), to } })),
    ],
  };
};
