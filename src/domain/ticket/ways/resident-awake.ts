import type { Say } from '../../decision';
import type { Moment } from '../../ids';
import { askableMoment } from '../telling/tell';
import type { Ticket } from '../ticket';
import type { TicketContext } from '../ticket-context';

/** What a resident is asked in passing comes in daytime, and to riders not at meal peaks. */
export const residentAwake = (
  ticket: Ticket,
  { now, community }: Pick<TicketContext, 'now' | 'community'>,
): { readonly urgency: Say['urgency']; readonly holdUntil?: Moment } => {
  const at = askableMoment(now, ticket.reporters[0]?.role ?? 'resident', community);
  return { urgency: 'ordinary', ...(at === now ? {} : { holdUntil: at }) };
};
