import { DeadlineClass } from '../../community/category';
import type { Community, Person } from '../../community/community';
import { hasRole } from '../../community/may';
import { isForDirectors } from '../dispatching/desk-people';
import { isApplication } from '../applying/lacks-papers';
import { openParts } from '../joining/open-parts';
import type { TicketRefusal } from '../refusal';
import { isShownInGroups, takesReports } from '../telling/ticket-card';
import { reportersOf } from '../telling/tell';
import type { Ticket } from '../ticket';
import type { TicketContext } from '../ticket-context';
import type { MergeBar } from './merge-bars';
import { handlerRoles, mayHandle, mayKnow } from '../working/handler-roles';

/** A complaint about staff, or what may still turn out to be one: nobody learns from one's own that there is another. */
const mayBeComplaint = ({ category, about }: Ticket, community: Community): boolean =>
  isForDirectors(category, community) || (category === null && about.length > 0);

/** From the most urgent on. */
const urgency = ({ class: own }: Ticket): number => DeadlineClass.options.indexOf(own);

const sameReporters = (ticket: Ticket, into: Ticket): boolean =>
  reportersOf(ticket).every((person) => reportersOf(into).includes(person));

/** What stands against it, whoever asks; null: nothing. */
export const barOf = (ticket: Ticket, into: Ticket, community: Community): MergeBar | null => {
  if (ticket.id === into.id) return 'self';
  if (into.phase === 'merged') return 'merged';
  if (!takesReports(into) || into.phase === 'doubted') return 'closed';
  if (mayBeComplaint(ticket, community) || mayBeComplaint(into, community)) return 'complaint';
  // An application is one person's own: two of the same person may be one, those of two people never.
  const applies = isApplication(ticket.category, community) || isApplication(into.category, community);
  if (applies && !sameReporters(ticket, into)) return 'private';
  // Either way: its people would learn of a matter that is shown to nobody.
  if (isShownInGroups(ticket.category, community) !== isShownInGroups(into.category, community)) return 'private';
  if (urgency(ticket) < urgency(into)) return 'urgency';
  // Those who help would work on for a matter that nobody leads.
  return openParts(ticket).length > 0 ? 'parts' : null;
};

/** Phases from which a ticket can follow another. A danger in doubt is settled first. */
const mergeable: readonly Ticket['phase'][] = ['reported', 'dispatched', 'claimed', 'waiting'];

const refusalOf = (ticket: Ticket, into: Ticket, by: Person, { community }: TicketContext): TicketRefusal | null => {
  if (!mayKnow(into, by, community)) return { kind: 'not-found' };
  if (!hasRole(by, handlerRoles)) return { kind: 'role', verb: '并' };
  if (ticket.claimedBy !== null && !mayHandle(ticket, by))
    return { kind: 'already-claimed', owner: ticket.claimedBy, at: ticket.claimedAt ?? ticket.reportedAt };
  return null;
};

/** Why this person may not merge the one into the other; null: nothing stands against it. */
export const mayMerge = (
  ticket: Ticket,
  into: Ticket,
  { by, as }: { readonly by: Person; readonly as: 'handler' | 'reporter' },
  context: TicketContext,
): TicketRefusal | null => {
  const own = as === 'reporter' && reportersOf(ticket).includes(by.id) && ticket.offered === into.id;
  const refusal = own ? null : refusalOf(ticket, into, by, context);
  if (refusal) return refusal;
  if (!mergeable.includes(ticket.phase)) return { kind: 'state', verb: '并' };
  const why = barOf(ticket, into, context.community);
  return why && { kind: 'merge', why, other: into.number };
};
