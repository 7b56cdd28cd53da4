import type { Person } from '../../community/community';
import { hasRole } from '../../community/may';
import { decided, refused, type Decision, type Result } from '../../decision';
import type { WordsId } from '../../ids';
import { foldTicket } from '../apply-ticket-event';
import { dropOpenParts } from '../joining/drop-part';
import { objectToTicket } from '../dispatching/object-to-ticket';
import type { Spoken } from '../../wording/params';
import { handlerRoles, mayHandle } from './handler-roles';
import { hasIt } from './has-it';
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
  readonly sentTo?: WordsId | null;
}

const canDecline: readonly TicketPhase[] = ['reported', 'dispatched', 'claimed', 'waiting'];

/**
 * `退`: not ours, or can't be done; both need a reason. What is outside the community's reach is sent to whoever it is
 * for, and every reporter is told to whom; what is another desk's is arranged anew. Danger is never sent back.
 */
export const declineTicket = (
  ticket: Ticket,
  { by, why, words, sentTo = null }: DeclineTicket,
  context: TicketContext,
): Result<Decision<TicketEvent>, TicketRefusal> => {
  const { now, community } = context;
  if (!hasRole(by, handlerRoles) && !hasIt(ticket, by.id)) return refused({ kind: 'role', verb: '退' });
  if (ticket.claimedBy && !mayHandle(ticket, by))
    return refused({ kind: 'already-claimed', owner: ticket.claimedBy, at: ticket.claimedAt ?? ticket.reportedAt });
  if (ticket.class === 'critical' || !canDecline.includes(ticket.phase)) return refused({ kind: 'state', verb: '退' });
  if (!words) return refused({ kind: 'needs-reason', verb: '退' });
  const notOurs = why === 'not-ours';
  // A desk beside the ladder closes nothing: it comes back to whoever gave it.
  if (ticket.atDesk !== null && hasIt(ticket, by.id))
    return ticket.ruledFor === by.id
      ? refused({ kind: 'ruled', verb: '退' })
      : objectToTicket(ticket, { by, words, rather: null }, context);
  if (notOurs && sentTo === null) {
    if (ticket.ruledFor === by.id) return refused({ kind: 'ruled', verb: '退' });
    if (ticket.phase === 'reported') return refused({ kind: 'needs-destination' });
    return objectToTicket(ticket, { by, words, rather: null }, context);
  }
  const parts = dropOpenParts(ticket, { by: by.id, words }, context);
  const events: TicketEvent[] = [
    ...parts.events,
    notOurs
      ? { kind: 'not-ours', at: now, by: by.id, words, to: sentTo }
      : { kind: 'refused-with-reason', at: now, by: by.id, words },
    { kind: 'archived', at: now, reason: notOurs ? 'not-ours' : 'refused' },
  ];
  const closed = foldTicket(ticket, events.slice(0, -1)) ?? ticket;
  const spoken: Spoken = notOurs
    ? { wording: 'ticket.not-ours', params: { ...headOf(closed), words: [words], to: [sentTo ?? []].flat() } }
    : { wording: 'ticket.refused', params: { ...headOf(closed), words: [words] } };
  const others = ticket.reporters.map((reporter) => reporter.person).filter((person) => person !== by.id);
  return decided({
    events,
    says: [
      ...tell(others, `declined.${ticket.cycle}`, spoken, whenAwake(ticket, { now, community })),
      ...answerTo(by.id, 'declined', now, spoken),
      ...parts.says,
      ...editCards(closed, `declined.${ticket.cycle}`),
    ],
  });
};
