import { foldTicket } from '../apply-ticket-event';
import type { StepDone } from '../clocks/time-step';
import { editCards, headOf, saidState } from '../telling/ticket-card';
import { askableMoment, meTooOf, tell } from '../telling/tell';
import { afterQuietHours } from '../../notices/after-quiet-hours';
import type { Ticket } from '../ticket';
import type { TicketContext } from '../ticket-context';
import type { TicketEvent } from '../ticket-event';

/** Closed with its reason on record, and said to everybody who was asked: an answer counts afterwards as well. */
export const closeUnanswered = (ticket: Ticket, { now, community }: TicketContext): StepDone => {
  const events: TicketEvent[] = [{ kind: 'archived', at: now, reason: 'no-answer' }];
  const closed = foldTicket(ticket, events) ?? ticket;
  return {
    events,
    says: [
      ...closed.reporters
        .filter(({ kind }) => kind === 'reporter')
        .flatMap(({ person, role }) => {
          const holdUntil = askableMoment(now, role, community);
          return tell(
            [person],
            `no-answer.${closed.cycle}`,
            { wording: 'ticket.no-answer', params: { ...headOf(closed), name: person } },
            holdUntil === now ? {} : { holdUntil },
          );
        }),
      ...tell(
        meTooOf(closed),
        `closed.${closed.cycle}`,
        { wording: 'ticket.closed-notice', params: { ...headOf(closed), state: saidState(closed) } },
        afterQuietHours(now, community),
      ),
      ...editCards(closed, `closed.${closed.cycle}`),
    ],
  };
};
