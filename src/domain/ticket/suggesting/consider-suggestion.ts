import type { Person } from '../../community/community';
import { decided, refused, type Decision, type Result } from '../../decision';
import type { WordsId } from '../../ids';
import { foldTicket } from '../apply-ticket-event';
import type { TicketRefusal } from '../refusal';
import { deskOf, headOf } from '../telling/ticket-card';
import type { Ticket } from '../ticket';
import type { TicketContext } from '../ticket-context';
import type { TicketEvent } from '../ticket-event';
import { whyNotDecide } from './suggestion';
import { tellProposers } from './tell-proposers';

/** `采纳 #12`: it is taken up, and whoever said so has it. Said twice it is said once. */
export const considerSuggestion = (
  ticket: Ticket,
  { by, words }: { readonly by: Person; readonly words: WordsId | null },
  context: TicketContext,
): Result<Decision<TicketEvent>, TicketRefusal> => {
  const refusal = whyNotDecide(ticket, by, '采纳');
  if (refusal) return refused(refusal);
  if (ticket.phase === 'considered' || ticket.phase === 'planned') return refused({ kind: 'state', verb: '采纳' });
  const events: TicketEvent[] = [{ kind: 'considered', at: context.now, by: by.id, words }];
  const considered = foldTicket(ticket, events) ?? ticket;
  const params = { ...headOf(considered), desk: deskOf(considered, context.community), words: [words ?? []].flat() };
  const spoken = () => ({ wording: 'suggestion.considered', params }) as const;
  return decided({ events, says: tellProposers(considered, { by: by.id, step: 'considered', spoken }, context) });
};
