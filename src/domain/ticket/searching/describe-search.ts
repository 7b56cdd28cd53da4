import type { Person } from '../../community/community';
import { hasRole } from '../../community/may';
import { decided, refused, type Decision, type Result } from '../../decision';
import type { Moment, PhotoId, WordsId } from '../../ids';
import { foldTicket } from '../apply-ticket-event';
import type { TicketRefusal } from '../refusal';
import { answerTo } from '../telling/tell';
import { headOf } from '../telling/ticket-card';
import type { Ticket } from '../ticket';
import type { TicketContext } from '../ticket-context';
import type { TicketEvent } from '../ticket-event';
import { handlerRoles, mayHandle } from '../working/handler-roles';
import { askCircle, callCircle } from './call-circle';
import { notLookedFor } from './search-bar';
import { nextCircle } from './search-circle';
import { familyOf, mayApprove } from './search-people';

export interface DescribeSearch {
  readonly by: Person;
  readonly words: WordsId | null;
  readonly photos: readonly PhotoId[];
  /** When the person was seen last, where that was said. */
  readonly lostAt: Moment | null;
}

/** As many pictures as anybody looks at. */
const mostPhotos = 3;

/** Whether this person may say how somebody is called for: whoever has it, a leader, the family. */
export const maySearch = (ticket: Ticket, by: Person): boolean =>
  familyOf(ticket).includes(by.id) ||
  (hasRole(by, handlerRoles) && (ticket.claimedBy === null || mayHandle(ticket, by)));

const describe = (
  ticket: Ticket,
  { by, words, photos, lostAt }: DescribeSearch,
  now: Moment,
): Extract<TicketEvent, { kind: 'search-described' }> => {
  const before = ticket.search?.described;
  return {
    kind: 'search-described',
    at: now,
    by: by.id,
    words: words === null ? (before?.words ?? ticket.words) : [words],
    photos: (photos.length > 0 ? photos : [...new Set([...ticket.photos, ...(before?.photos ?? [])])]).slice(
      -mostPhotos,
    ),
    lostAt: lostAt ?? before?.lostAt ?? ticket.reportedAt,
  };
};

/**
 * `找人 #102 七十多岁，红外套`: what the person looks like, for those who look; without words, as it was reported. The first
 * circle is asked when the family or a leader on duty says so.
 */
export const describeSearch = (
  ticket: Ticket,
  given: DescribeSearch,
  context: TicketContext,
): Result<Decision<TicketEvent>, TicketRefusal> => {
  const { by } = given;
  const { now, community, helpers = [] } = context;
  const bar = notLookedFor(ticket, '找人', community);
  if (bar) return refused(bar);
  if (!maySearch(ticket, by)) return refused({ kind: 'role', verb: '找人' });
  const described = describe(ticket, given, now);
  if (described.words.length === 0) return refused({ kind: 'needs-words', verb: '找人' });
  const after = foldTicket(ticket, [described]) ?? ticket;
  const circle = nextCircle(after, { community, helpers });
  if (!circle)
    return decided({
      events: [described],
      says: answerTo(by.id, 'search-asked', now, {
        wording: 'ticket.search-asked',
        params: { ...headOf(after), by: by.id, groups: [], people: 0 },
      }),
    });
  const next = mayApprove(after, by, context)
    ? callCircle(after, circle, by.id, context)
    : askCircle(after, circle, by.id, context);
  return decided({ events: [described, ...next.events], says: next.says });
};
