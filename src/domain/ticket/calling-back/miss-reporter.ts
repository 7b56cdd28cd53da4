import type { Person } from '../../community/community';
import { decided, refused, type Decision, type Result } from '../../decision';
import type { TicketRefusal } from '../refusal';
import { reportersOf } from '../telling/tell';
import type { Ticket } from '../ticket';
import type { TicketContext } from '../ticket-context';
import type { TicketEvent } from '../ticket-event';

/** The question how it came out does not reach this reporter: when it reaches none, nobody waits days for an answer. */
export const missReporter = (
  ticket: Ticket,
  by: Person,
  { now }: TicketContext,
): Result<Decision<TicketEvent>, TicketRefusal> => {
  if (!reportersOf(ticket).includes(by.id)) return refused({ kind: 'not-found' });
  if (ticket.phase !== 'resolved' || ticket.callBack === null) return refused({ kind: 'not-asked' });
  if (ticket.unheard.includes(by.id)) return decided({});
  return decided({ events: [{ kind: 'call-back-unheard', at: now, person: by.id }] });
};
