import type { Person } from '../../community/community';
import { hasRole } from '../../community/may';
import { decided, refused, type Decision, type Result } from '../../decision';
import type { PersonId, WordsId } from '../../ids';
import { foldTicket } from '../apply-ticket-event';
import type { TicketRefusal } from '../refusal';
import { answerTo, tell } from '../telling/tell';
import { headOf } from '../telling/ticket-card';
import type { Ticket } from '../ticket';
import type { TicketContext } from '../ticket-context';
import type { TicketEvent } from '../ticket-event';
import { handlerRoles, mayHandle } from '../working/handler-roles';
import { notLookedFor } from './search-bar';
import { nextCircle } from './search-circle';
import { approvalSays } from './search-says';

/**
 * `联系人 #102 刘建国 女儿`: whoever can be written to is asked from now on before it is called wider, and hears first when
 * the person is found; of anybody else the words are kept, for those who have the matter.
 */
export const linkFamily = (
  ticket: Ticket,
  { by, person, words }: { readonly by: Person; readonly person: PersonId | null; readonly words: WordsId | null },
  { now, community, helpers = [] }: TicketContext,
): Result<Decision<TicketEvent>, TicketRefusal> => {
  const bar = notLookedFor(ticket, '联系人', community);
  if (bar) return refused(bar);
  if (!hasRole(by, handlerRoles)) return refused({ kind: 'role', verb: '联系人' });
  if (ticket.claimedBy !== null && !mayHandle(ticket, by))
    return refused({ kind: 'already-claimed', owner: ticket.claimedBy, at: ticket.claimedAt ?? ticket.reportedAt });
  if (person === null && words === null) return refused({ kind: 'needs-words', verb: '联系人' });
  const linked: TicketEvent = { kind: 'family-linked', at: now, by: by.id, person, words };
  const after = foldTicket(ticket, [linked]) ?? ticket;
  const asking = after.search?.asking;
  const pending = asking && asking.to.length > 0 ? nextCircle(after, { community, helpers }) : null;
  return decided({
    events: [linked],
    says: [
      ...answerTo(by.id, 'family-linked', now, {
        wording: 'ticket.family-linked',
        params: { ...headOf(after), person, words: words === null ? [] : [words] },
      }),
      ...(person === null
        ? []
        : [
            ...tell(
              [person],
              `family-linked-you.${now}`,
              { wording: 'ticket.family-linked-you', params: { number: ticket.number, by: by.id } },
              { urgency: 'prompt' },
            ),
            ...(pending ? approvalSays(after, pending, [person], `search-ask.${now}`) : []),
          ]),
    ],
  });
};
