import type { Person } from '../../community/community';
import { decided, refused, type Decision, type Result } from '../../decision';
import type { WordsId } from '../../ids';
import { tellConvener } from '../convening/tell-convener';
import { answerSupervisor } from '../reviewing/supervise-ticket';
import { mayKnow } from './handler-roles';
import type { TicketRefusal } from '../refusal';
import { headOf } from '../telling/ticket-card';
import { answerTo } from '../telling/tell';
import type { Ticket } from '../ticket';
import type { TicketEvent } from '../ticket-event';
import type { TicketContext } from '../ticket-context';

/** `留言`: a progress note in the history. */
export const noteTicket = (
  ticket: Ticket,
  { by, words }: { readonly by: Person; readonly words: WordsId | null },
  context: TicketContext,
): Result<Decision<TicketEvent>, TicketRefusal> => {
  const { now, community } = context;
  if (!mayKnow(ticket, by, community)) return refused({ kind: 'not-found' });
  if (!words) return refused({ kind: 'needs-words', verb: '留言' });
  return decided({
    events: [{ kind: 'noted', at: now, by: by.id, words }],
    says: [
      ...answerTo(by.id, 'noted', now, { wording: 'ticket.noted', params: headOf(ticket) }),
      ...answerSupervisor(ticket, { by, words }, context),
      ...tellConvener(ticket, { by, words }, context),
    ],
  });
};
