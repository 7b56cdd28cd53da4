import type { Person } from '../../community/community';
import { decided, refused, type Decision, type Result } from '../../decision';
import type { WordsId } from '../../ids';
import { foldTicket } from '../apply-ticket-event';
import type { TicketRefusal } from '../refusal';
import { headOf } from '../telling/ticket-card';
import type { Ticket } from '../ticket';
import type { TicketContext } from '../ticket-context';
import type { TicketEvent } from '../ticket-event';
import { whyNotDecide } from './suggestion';
import { tellProposers } from './tell-proposers';

/** `不采纳 #12 因为 …`: never without a reason, which those who made it are told. */
export const declineSuggestion = (
  ticket: Ticket,
  { by, words }: { readonly by: Person; readonly words: WordsId | null },
  context: TicketContext,
): Result<Decision<TicketEvent>, TicketRefusal> => {
  const refusal = whyNotDecide(ticket, by, '不采纳');
  if (refusal) return refused(refusal);
  if (!words) return refused({ kind: 'needs-reason', verb: '不采纳' });
  const events: TicketEvent[] = [{ kind: 'not-taken-up', at: context.now, by: by.id, words }];
  const declined = foldTicket(ticket, events) ?? ticket;
  const params = { ...headOf(declined), words: [words] };
  const spoken = () => ({ wording: 'suggestion.declined', params }) as const;
  return decided({ events, says: tellProposers(declined, { by: by.id, step: 'declined', spoken }, context) });
};
