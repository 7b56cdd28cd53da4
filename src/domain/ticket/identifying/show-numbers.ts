import type { Person } from '../../community/community';
import { decided, refused, type Decision, type Result } from '../../decision';
import type { WordsId } from '../../ids';
import type { TicketRefusal } from '../refusal';
import type { Ticket } from '../ticket';
import type { TicketContext } from '../ticket-context';
import type { TicketEvent } from '../ticket-event';
import { mayKnow } from '../working/handler-roles';
import { isConcernedWith } from '../working/is-concerned';

/** Numbers in what was said, on the board: every look stands in the history, and whose matter it is not says why. */
export const showNumbers = (
  ticket: Ticket,
  { by, words }: { readonly by: Person; readonly words: WordsId | null },
  { now, community }: TicketContext,
): Result<Decision<TicketEvent>, TicketRefusal> => {
  if (!mayKnow(ticket, by, community)) return refused({ kind: 'not-found' });
  if (words === null && !isConcernedWith(ticket, by)) return refused({ kind: 'needs-reason', verb: '看号码' });
  return decided({ events: [{ kind: 'numbers-shown', at: now, by: by.id, words }] });
};
