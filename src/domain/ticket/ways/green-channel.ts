import type { Person } from '../../community/community';
import { hasRole } from '../../community/may';
import { decided, refused, type Decision, type Result } from '../../decision';
import type { WordsId } from '../../ids';
import { foldTicket } from '../apply-ticket-event';
import type { TicketRefusal } from '../refusal';
import { answerTo, reportersOf, tell, whenAwake } from '../telling/tell';
import { editCards, headOf } from '../telling/ticket-card';
import type { Ticket } from '../ticket';
import type { TicketContext } from '../ticket-context';
import type { TicketEvent } from '../ticket-event';
import { handlerRoles } from '../working/handler-roles';

export interface GreenChannel {
  readonly by: Person;
  /** The reason, in words of their own. */
  readonly words: WordsId | null;
  /** It is one of those that the pack lists. */
  readonly listed: boolean;
}

/** Whoever the pack lists goes first without anybody's saying so. Why stands nowhere: it is theirs alone. */
export const greenByList = (ticket: Ticket, { community, now }: TicketContext): readonly TicketEvent[] => {
  const { people } = community.policy.greenChannel;
  const listed =
    ticket.nature === 'report' && ticket.class !== 'critical' && reportersOf(ticket).some((id) => people.includes(id));
  return listed && ticket.green === null ? [{ kind: 'green-channel', at: now, by: null, words: null }] : [];
};

const waits = new Set<Ticket['phase']>(['reported', 'dispatched', 'claimed', 'waiting']);

/** `绿色通道 #12 因为 残疾人`: it jumps the queue, for a reason that the pack lists. A second time changes nothing. */
export const goGreen = (
  ticket: Ticket,
  { by, words, listed }: GreenChannel,
  context: TicketContext,
): Result<Decision<TicketEvent>, TicketRefusal> => {
  const { community, now } = context;
  if (!hasRole(by, handlerRoles)) return refused({ kind: 'role', verb: '绿色通道' });
  if (!waits.has(ticket.phase) || ticket.nature !== 'report' || ticket.class === 'critical')
    return refused({ kind: 'state', verb: '绿色通道' });
  const spoken = (reader: 'by' | 'reporter' | 'handler') =>
    ({ wording: 'ticket.green', params: { ...headOf(ticket), reader } }) as const;
  if (ticket.green) return decided({ says: answerTo(by.id, 'green', now, spoken('by')) });
  if (!listed || !words) return refused({ kind: 'green', reasons: community.policy.greenChannel.reasons });
  const events: readonly TicketEvent[] = [{ kind: 'green-channel', at: now, by: by.id, words }];
  const green = foldTicket(ticket, events) ?? ticket;
  const handlers = ticket.claimedBy ? [ticket.claimedBy] : ticket.handlers;
  const others = (people: readonly string[]) => people.filter((person) => person !== by.id);
  return decided({
    events,
    says: [
      ...answerTo(by.id, 'green', now, spoken('by')),
      ...tell(others(handlers), 'green', spoken('handler'), whenAwake(green, context)),
      ...tell(others(reportersOf(ticket)), 'green', spoken('reporter'), whenAwake(green, context)),
      ...editCards(green, `green.${now}`),
    ],
  });
};
