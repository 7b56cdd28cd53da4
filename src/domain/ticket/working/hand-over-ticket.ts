import type { Person } from '../../community/community';
import { hasRole } from '../../community/may';
import { decided, refused, type Decision, type Result } from '../../decision';
import type { WordsId } from '../../ids';
import { foldTicket } from '../apply-ticket-event';
import { isComplainedOf } from '../dispatching/desk-people';
import { objectToTicket } from '../dispatching/object-to-ticket';
import { handlerRoles, mayHandle } from './handler-roles';
import type { TicketRefusal } from '../refusal';
import { editCards, headOf } from '../telling/ticket-card';
import { answerTo, tell, whenAwake } from '../telling/tell';
import type { Ticket } from '../ticket';
import type { TicketEvent } from '../ticket-event';
import type { TicketContext } from '../ticket-context';

export interface HandOverTicket {
  readonly by: Person;
  /** Null: nobody of that name, or more than one. */
  readonly to: Person | null;
  readonly words: WordsId | null;
}

/** `转 #12 给 王芳 因为 …`: the new owner gets the handler's card; the deadline stays. An alarm stops only when somebody says so himself. */
export const handOverTicket = (
  ticket: Ticket,
  { by, to, words }: HandOverTicket,
  context: TicketContext,
): Result<Decision<TicketEvent>, TicketRefusal> => {
  const { now, community } = context;
  const mayGive = mayHandle(ticket, by) || (ticket.handlers.includes(by.id) && !ticket.claimedBy);
  if (!mayGive) return refused({ kind: 'role', verb: '转' });
  if (ticket.phase !== 'dispatched' && ticket.phase !== 'claimed' && ticket.phase !== 'waiting')
    return refused({ kind: 'state', verb: '转' });
  if (ticket.class === 'critical' && !ticket.claimedBy) return refused({ kind: 'state', verb: '转' });
  if (!to || !hasRole(to, handlerRoles) || isComplainedOf(ticket, to.id, community))
    return refused({ kind: 'person-unknown', verb: '转' });
  if (to.id === ticket.claimedBy && to.id === by.id) return refused({ kind: 'state', verb: '转' });
  if (to.id === ticket.claimedBy)
    return refused({ kind: 'already-claimed', owner: to.id, at: ticket.claimedAt ?? ticket.reportedAt });
  if (!words) return refused({ kind: 'needs-reason', verb: '转' });
  const holds = ticket.claimedBy === by.id || (!ticket.claimedBy && ticket.handlers.includes(by.id));
  if (holds && ticket.ruledFor === by.id) return refused({ kind: 'ruled', verb: '转' });
  if (holds && ticket.class !== 'critical' && ticket.moves.length >= community.policy.mostMoves)
    return objectToTicket(ticket, { by, words, rather: to.id }, context);
  const events: TicketEvent[] = [{ kind: 'handed-over', at: now, by: by.id, to: to.id, words }];
  const handed = foldTicket(ticket, events) ?? ticket;
  const spoken = { wording: 'ticket.handed-over', params: { ...headOf(handed), to: to.id } } as const;
  const before = ticket.claimedBy && ticket.claimedBy !== by.id ? [ticket.claimedBy] : [];
  return decided({
    events,
    says: [
      ...answerTo(by.id, 'handed-over', now, spoken),
      ...tell(before, `handed-over.${now}`, spoken, whenAwake(ticket, { now, community })),
      { to: { person: to.id }, key: `handler.${now}`, urgency: 'prompt', card: 'handler', mode: 'send' },
      ...editCards(handed, `handed-over.${now}`),
    ],
  });
};
