import type { Say } from '../../decision';
import type { PersonId } from '../../ids';
import { answerTo, reportersOf, tell, whenAwake } from '../telling/tell';
import { headOf } from '../telling/ticket-card';
import type { Ticket } from '../ticket';
import type { TicketContext } from '../ticket-context';
import { residentAwake } from './resident-awake';
import type { Visit, WayKind } from './way';

type Side = Visit['side'];

/** The people of a side: those who reported, or whoever has it. */
export const peopleOf = (ticket: Ticket, side: Side): readonly PersonId[] =>
  side === 'reporter' ? reportersOf(ticket) : ticket.claimedBy ? [ticket.claimedBy] : ticket.handlers;

export const otherSide = (side: Side): Side => (side === 'handler' ? 'reporter' : 'handler');

/** What is said of an appointment. */
export const visitParams = (ticket: Ticket, visit: Visit) => ({
  ...headOf(ticket),
  way: ticket.way?.kind ?? ('accompanied' satisfies WayKind),
  from: visit.from,
  to: visit.to,
});

/** The proposal of one side is put before the other. */
export const askVisit = (ticket: Ticket, by: PersonId, context: TicketContext): readonly Say[] => {
  const visit = ticket.way?.visit;
  if (!visit) return [];
  const side = otherSide(visit.side);
  const params = visitParams(ticket, visit);
  return [
    ...answerTo(by, 'visit-asked', context.now, { wording: 'ticket.visit-asked', params }),
    ...tell(
      peopleOf(ticket, side),
      `visit-ask.${context.now}`,
      { wording: 'ticket.visit-ask', params: { ...params, side } },
      {
        ...(side === 'reporter' ? residentAwake(ticket, context) : whenAwake(ticket, context)),
        question: true,
        choices: ['agree', 'disagree'],
      },
    ),
  ];
};
