import type { Person } from '../../community/community';
import { decided, refused, type Decision, type Result } from '../../decision';
import type { PhotoId, WordsId } from '../../ids';
import { foldTicket } from '../apply-ticket-event';
import type { TicketRefusal } from '../refusal';
import type { Ticket } from '../ticket';
import type { TicketContext } from '../ticket-context';
import type { TicketEvent } from '../ticket-event';
import { resolveTicket } from '../working/resolve-ticket';

export interface SettleAtOnce {
  readonly by: Person;
  readonly words: WordsId | null;
  readonly photos: readonly PhotoId[];
}

/** `即办 #12 已告知办法`: settled on the spot by whoever takes it; no review, the reporter is asked all the same. */
export const settleAtOnce = (
  ticket: Ticket,
  { by, words, photos }: SettleAtOnce,
  context: TicketContext,
): Result<Decision<TicketEvent>, TicketRefusal> => {
  if (ticket.class === 'critical') return refused({ kind: 'way', why: 'not-at-once' });
  if (!words && photos.length === 0) return refused({ kind: 'needs-words', verb: '即办' });
  const chosen: TicketEvent = { kind: 'way-chosen', at: context.now, by: by.id, way: 'at-once', words };
  const done = resolveTicket(foldTicket(ticket, [chosen]) ?? ticket, { by, words, photos }, context);
  return done.ok ? decided({ ...done.value, events: [chosen, ...done.value.events] }) : done;
};
