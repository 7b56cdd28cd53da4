import type { Person } from '../../community/community';
import { hasRole } from '../../community/may';
import { decided, refused, type Decision, type Result } from '../../decision';
import type { WordsId } from '../../ids';
import { foldTicket } from '../apply-ticket-event';
import { handlerRoles, mayHandle } from './handler-roles';
import type { TicketRefusal } from '../refusal';
import { editCards, headOf } from '../telling/ticket-card';
import { answerTo, tell, whenAwake } from '../telling/tell';
import type { Ticket, TicketPhase } from '../ticket';
import type { TicketEvent } from '../ticket-event';
import type { TicketContext } from '../ticket-context';

export interface DeclineTicket {
  readonly by: Person;
  readonly why: 'not-ours' | 'cannot-do';
  readonly words: WordsId | null;
}

const canDecline: readonly TicketPhase[] = ['reported', 'dispatched', 'claimed', 'waiting'];

/** `退`: not ours, or can't be done; both need a reason, which every reporter is told. Danger is never sent back. */
export const declineTicket = (
  ticket: Ticket,
  { by, why, words }: DeclineTicket,
  { now, community }: TicketContext,
): Result<Decision<TicketEvent>, TicketRefusal> => {
  if (!hasRole(by, handlerRoles)) return refused({ kind: 'role', verb: '退' });
  if (ticket.claimedBy && !mayHandle(ticket, by))
    return refused({ kind: 'already-claimed', owner: ticket.claimedBy, at: ticket.claimedAt ?? ticket.reportedAt });
  if (ticket.class === 'critical' || !canDecline.includes(ticket.phase)) return refused({ kind: 'state', verb: '退' });
  if (!words) return refused({ kind: 'needs-reason', verb: '退' });
  const notOurs = why === 'not-ours';
  const events: TicketEvent[] = [
    { kind: notOurs ? 'not-ours' : 'refused-with-reason', at: now, by: by.id, words },
    { kind: 'archived', at: now, reason: notOurs ? 'not-ours' : 'refused' },
  ];
  const closed = foldTicket(ticket, events.slice(0, 1)) ?? ticket;
  const spoken = {
    wording: notOurs ? 'ticket.not-ours' : 'ticket.refused',
    params: { ...headOf(closed), words: [words] },
  } as const;
  const others = ticket.reporters.map((reporter) => reporter.person).filter((person) => person !== by.id);
  return decided({
    events,
    says: [
      ...tell(others, `declined.${ticket.cycle}`, spoken, whenAwake(ticket, { now, community })),
      ...answerTo(by.id, 'declined', now, spoken),
      ...editCards(closed, `declined.${ticket.cycle}`),
    ],
  });
};
