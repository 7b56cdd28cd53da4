import type { Person } from '../../community/community';
import { decided, refused, type Decision, type Result } from '../../decision';
import type { TicketRefusal } from '../refusal';
import { headOf } from '../telling/ticket-card';
import { answerTo, reportersOf } from '../telling/tell';
import type { Ticket } from '../ticket';
import type { TicketContext } from '../ticket-context';
import type { TicketEvent } from '../ticket-event';

/** The reporter's "不是": two matters, each of its own. */
export const denySame = (
  ticket: Ticket,
  { by }: { readonly by: Person },
  { now, other }: TicketContext,
): Result<Decision<TicketEvent>, TicketRefusal> => {
  if (!other || !reportersOf(ticket).includes(by.id)) return refused({ kind: 'not-found' });
  if (ticket.phase === 'merged') return refused({ kind: 'state', verb: '并' });
  const { id, number } = other.ticket;
  return decided({
    events: [{ kind: 'same-denied', at: now, by: by.id, other: id, number }],
    says: answerTo(by.id, 'same-denied', now, { wording: 'ticket.apart', params: { ...headOf(ticket), from: number } }),
  });
};
