import type { Person } from '../../community/community';
import { hasRole } from '../../community/may';
import { decided, refused, type Decision, type Result } from '../../decision';
import type { WordsId } from '../../ids';
import type { TicketRefusal } from '../refusal';
import { answerTo, askableMoment, reportersOf, tell } from '../telling/tell';
import { headOf } from '../telling/ticket-card';
import type { Ticket } from '../ticket';
import type { TicketContext } from '../ticket-context';
import type { TicketEvent } from '../ticket-event';
import { handlerRoles, mayKnow } from './handler-roles';
import { hasIt } from './has-it';

/** `问报的人 …`: a question to whoever reported, in private; what they answer is added to the ticket. */
export const askReporter = (
  ticket: Ticket,
  { by, words }: { readonly by: Person; readonly words: WordsId | null },
  { now, community }: TicketContext,
): Result<Decision<TicketEvent>, TicketRefusal> => {
  if (!mayKnow(ticket, by, community)) return refused({ kind: 'not-found' });
  if (!hasRole(by, handlerRoles) && !hasIt(ticket, by.id) && !ticket.handlers.includes(by.id))
    return refused({ kind: 'role', verb: '问报的人' });
  const isUnderway = ticket.phase === 'dispatched' || ticket.phase === 'claimed' || ticket.phase === 'waiting';
  const to = reportersOf(ticket).filter((person) => person !== by.id);
  if (!isUnderway || to.length === 0) return refused({ kind: 'state', verb: '问报的人' });
  if (!words) return refused({ kind: 'needs-words', verb: '问报的人' });
  const awake = ticket.reporters.find(({ person }) => to.includes(person))?.role ?? 'resident';
  const holdUntil = askableMoment(now, awake, community);
  return decided({
    events: [{ kind: 'reporter-asked', at: now, by: by.id, words, to }],
    says: [
      ...tell(
        to,
        `asked.${now}`,
        { wording: 'ticket.question', params: { ...headOf(ticket), words: [words] } },
        { urgency: 'prompt', question: true, ...(holdUntil > now ? { holdUntil } : {}) },
      ),
      ...answerTo(by.id, 'question-sent', now, { wording: 'ticket.question-sent', params: headOf(ticket) }),
    ],
  });
};
