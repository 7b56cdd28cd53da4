import type { Community } from '../../community/community';
import type { TicketRefusal, Verb } from '../refusal';
import { seeksPerson } from '../seeking/seeks-person';
import type { Ticket } from '../ticket';
import { isHome } from './show-person';

const isUnderway = ({ phase }: Ticket): boolean => phase === 'dispatched' || phase === 'claimed' || phase === 'waiting';

/** Why nothing can be said of looking for somebody here; null: it can. */
export const notLookedFor = (ticket: Ticket, verb: Verb, community: Community): TicketRefusal | null => {
  if (!seeksPerson(ticket.category, community)) return { kind: 'state', verb };
  if (isHome(ticket, community)) return { kind: 'search', why: 'over' };
  return isUnderway(ticket) ? null : { kind: 'state', verb };
};

/** People were asked to look, and have not been told that it is over. */
export const isRunning = ({ search }: Ticket): boolean =>
  search !== null && search.circle > 0 && search.endedAt === null;
