import type { Person } from '../../community/community';
import { hasRole } from '../../community/may';
import { leaderRoles } from '../working/handler-roles';
import type { TicketRefusal, Verb } from '../refusal';
import type { Ticket, TicketPhase } from '../ticket';

/** A suggestion asks for something new; nothing is wrong, so nobody is late with mending it. */
export const isSuggestion = ({ nature }: Pick<Ticket, 'nature'>): boolean => nature === 'suggestion';

/** In which something can still become of it. */
const undecided: readonly TicketPhase[] = ['reported', 'dispatched', 'claimed', 'waiting', 'considered', 'planned'];

/** Why this person may not decide on it now; null: may. Those it was sent to decide, and leaders. */
export const whyNotDecide = (ticket: Ticket, by: Person, verb: Verb): TicketRefusal | null => {
  if (!hasRole(by, leaderRoles) && !ticket.handlers.includes(by.id)) return { kind: 'role', verb };
  if (!isSuggestion(ticket)) return { kind: 'no-suggestion', verb };
  return undecided.includes(ticket.phase) ? null : { kind: 'state', verb };
};
