import type { Person } from '../../community/community';
import { hasRole } from '../../community/may';
import { decided, refused, type Decision, type Result } from '../../decision';
import { foldTicket } from '../apply-ticket-event';
import type { TicketRefusal } from '../refusal';
import { isOpen } from '../telling/ticket-card';
import type { Ticket } from '../ticket';
import type { TicketContext } from '../ticket-context';
import type { TicketEvent } from '../ticket-event';
import { handlerRoles } from '../working/handler-roles';
import type { UnmergeBar } from './merge-bars';
import { sayReleased, sayUnmerged } from './merge-says';
import { ticketChange } from './ticket-change';

const barOf = (from: Ticket): UnmergeBar | null => {
  if (from.phase === 'merged') return 'further';
  return isOpen(from) ? null : 'over';
};

/** `拆开 #102`: two matters after all. It goes on where it was; its clocks count the time between as a pause. */
export const unmergeTicket = (
  ticket: Ticket,
  { by }: { readonly by: Person },
  context: TicketContext,
): Result<Decision<TicketEvent>, TicketRefusal> => {
  const { other, now } = context;
  const { merged } = ticket;
  if (!merged) return refused({ kind: 'state', verb: '拆开' });
  if (!other) return refused({ kind: 'not-found' });
  if (!hasRole(by, handlerRoles) && merged.by !== by.id) return refused({ kind: 'role', verb: '拆开' });
  const from = other.ticket;
  const why = barOf(from);
  if (why) return refused({ kind: 'merge', why, other: from.number });
  const events: TicketEvent[] = [
    {
      ...{ kind: 'unmerged', at: now, by: by.id, from: from.id, number: from.number, back: merged.from },
      unfollowed: ticket.followers.filter((person) => !from.followers.includes(person)),
    },
  ];
  const released: TicketEvent[] = [{ kind: 'released', at: now, by: by.id, ticket: ticket.id, number: ticket.number }];
  const apart = foldTicket(ticket, events) ?? ticket;
  const without = foldTicket(from, released) ?? from;
  return decided({
    events,
    says: sayUnmerged(apart, from, by, context),
    also: [
      ticketChange({
        version: other.version,
        after: without,
        events: released,
        says: sayReleased(without, apart, by, context),
      }),
    ],
  });
};
