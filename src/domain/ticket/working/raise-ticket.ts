import type { Person } from '../../community/community';
import { hasRole } from '../../community/may';
import { decided, refused, type Decision, type Result } from '../../decision';
import type { WordsId } from '../../ids';
import { levelAbove } from '../dispatching/level-above';
import { handlerRoles } from './handler-roles';
import { hasIt } from './has-it';
import type { TicketRefusal } from '../refusal';
import { headOf } from '../telling/ticket-card';
import { answerTo, tell, whenAwake } from '../telling/tell';
import type { Ticket } from '../ticket';
import type { TicketEvent } from '../ticket-event';
import type { TicketContext } from '../ticket-context';

/** `上报`: the level above is asked; the ticket stays with its owner until somebody takes it. Nobody above: refused, not swallowed. */
export const raiseTicket = (
  ticket: Ticket,
  { by, words }: { readonly by: Person; readonly words: WordsId | null },
  context: TicketContext,
): Result<Decision<TicketEvent>, TicketRefusal> => {
  if (!hasRole(by, handlerRoles) && !hasIt(ticket, by.id)) return refused({ kind: 'role', verb: '上报' });
  if (ticket.phase !== 'dispatched' && ticket.phase !== 'claimed' && ticket.phase !== 'waiting')
    return refused({ kind: 'state', verb: '上报' });
  const to = levelAbove(ticket, by, context);
  if (to.length === 0) return refused({ kind: 'state', verb: '上报' });
  const spoken = {
    wording: 'ticket.raised',
    params: { ...headOf(ticket), by: by.id, words: words ? [words] : [] },
  } as const;
  return decided({
    events: [{ kind: 'raised', at: context.now, by: by.id, words, to }],
    says: [
      ...tell(to, `raised.${context.now}`, spoken, {
        ...whenAwake(ticket, context),
        choices: ['claim'],
        photos: ticket.photos,
      }),
      ...answerTo(by.id, 'raised', context.now, {
        wording: 'ticket.raised-to',
        params: { ...headOf(ticket), to },
      }),
    ],
  });
};
