import type { Community } from '../../community/community';
import type { Say } from '../../decision';
import type { WordingKey } from '../../wording/params';
import { seeksPerson } from '../seeking/seeks-person';
import type { Ticket, TicketPhase } from '../ticket';

/** While it is one of these, people have to see who is lost. */
const lookedFor: readonly TicketPhase[] = ['doubted', 'reported', 'dispatched', 'claimed', 'waiting', 'merged'];

/** Whoever was lost is home: nobody need see them, or read of them, any more. */
export const isHome = (ticket: Ticket, community: Pick<Community, 'categories'>): boolean =>
  seeksPerson(ticket.category, community) && !lookedFor.includes(ticket.phase);

/** Where somebody was seen last is theirs as well. */
const ofSearch: readonly WordingKey[] = [
  'ticket.search-ask',
  'ticket.search-call',
  'ticket.lead',
  'ticket.leads',
  'ticket.find-said',
];

/** Thanks are kept by whoever earned them. */
const thanks: readonly WordingKey[] = ['ticket.family-thanks', 'ticket.thanks-ask', 'ticket.thanks-public'];

/** Whether it shows a picture, or somebody's own words of the person. */
const shows = (say: Say): boolean => {
  if (say.card === undefined && thanks.includes(say.wording)) return false;
  if (say.photos !== undefined && say.photos.length > 0) return true;
  if (say.card !== undefined) return say.card === 'handler';
  return ofSearch.includes(say.wording) || ('words' in say.params && say.params.words.length > 0);
};

/** What shows somebody lost is marked, so that it can be taken back from every chat. */
export const markShown = (
  says: readonly Say[],
  ticket: Ticket,
  community: Pick<Community, 'categories'>,
): readonly Say[] =>
  seeksPerson(ticket.category, community)
    ? says.map((say) => (shows(say) ? { ...say, recallable: true as const } : say))
    : says;
