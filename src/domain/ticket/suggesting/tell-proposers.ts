import type { Say } from '../../decision';
import type { PersonId } from '../../ids';
import type { Spoken } from '../../wording/params';
import { promisedDue } from '../clocks/stage-clock';
import { answerTo, meTooOf, reportersOf, tell, whenAwake } from '../telling/tell';
import { deskOf, editCards, headOf, isOpen, saidState } from '../telling/ticket-card';
import type { Ticket } from '../ticket';
import type { TicketContext } from '../ticket-context';

/**
 * What has become of a suggestion: to those who made it, in their words' place; to whoever decided; on its cards.
 * Those who only agreed with it hear of the end.
 */
export const tellProposers = (
  ticket: Ticket,
  { by, step, spoken }: { readonly by: PersonId; readonly step: string; readonly spoken: (name: PersonId) => Spoken },
  context: TicketContext,
): readonly Say[] => {
  const { now, community } = context;
  const [desk, state] = [deskOf(ticket, community), saidState(ticket)];
  const due = isOpen(ticket) ? promisedDue(ticket, community) : null;
  const key = `${step}.${now}`;
  const photos = ticket.resolution?.photos ?? [];
  return [
    ...answerTo(by, step, now, { wording: 'ticket.state', params: { ...headOf(ticket), state, desk, due } }),
    ...reportersOf(ticket)
      .filter((person) => person !== by)
      .flatMap((person) => tell([person], key, spoken(person), { ...whenAwake(ticket, context), photos })),
    ...(isOpen(ticket)
      ? []
      : tell(
          meTooOf(ticket).filter((person) => person !== by),
          key,
          { wording: 'ticket.closed-notice', params: { ...headOf(ticket), state } },
          whenAwake(ticket, context),
        )),
    ...editCards(ticket, key),
  ];
};
