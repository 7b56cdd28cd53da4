import type { Person } from '../../community/community';
import { decided, refused, type Decision, type Result } from '../../decision';
import type { TicketRefusal } from '../refusal';
import { answerTo, reportersOf } from '../telling/tell';
import { headOf } from '../telling/ticket-card';
import type { Ticket } from '../ticket';
import type { TicketContext } from '../ticket-context';
import type { TicketEvent } from '../ticket-event';

/** Long after it was closed it is still well. "Back again" is an answer like "not solved", and reopens. */
export const answerRevisit = (
  ticket: Ticket,
  { by, cycle = ticket.cycle }: { readonly by: Person; readonly cycle?: number },
  { now }: TicketContext,
): Result<Decision<TicketEvent>, TicketRefusal> => {
  if (!reportersOf(ticket).includes(by.id)) return refused({ kind: 'not-found' });
  if (cycle !== ticket.cycle || ticket.phase !== 'archived' || !ticket.revisit) return refused({ kind: 'not-asked' });
  return decided({
    events: ticket.revisit.fine === true ? [] : [{ kind: 'still-fine', at: now, by: by.id }],
    says: answerTo(by.id, 'still-fine', now, {
      wording: 'ticket.still-fine',
      params: { ...headOf(ticket), name: by.id },
    }),
  });
};
