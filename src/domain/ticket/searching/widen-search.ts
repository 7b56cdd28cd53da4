import type { Person } from '../../community/community';
import { decided, refused, type Decision, type Result } from '../../decision';
import type { TicketRefusal } from '../refusal';
import { tell } from '../telling/tell';
import { headOf } from '../telling/ticket-card';
import type { Ticket } from '../ticket';
import type { TicketContext } from '../ticket-context';
import type { TicketEvent } from '../ticket-event';
import { askCircle, callCircle } from './call-circle';
import { maySearch } from './describe-search';
import { notLookedFor } from './search-bar';
import { nextCircle } from './search-circle';
import { mayApprove } from './search-people';

export interface WidenSearch {
  readonly by: Person;
  readonly yes: boolean;
  /** The circle that a question of ours asked about; null: nobody was asked, it is said of one's own accord. */
  readonly circle: number | null;
}

type Widened = Result<Decision<TicketEvent>, TicketRefusal>;

const hold = (ticket: Ticket, by: Person, circle: number, { now }: TicketContext): Widened => {
  const hearers = [
    by.id,
    ...(ticket.claimedBy === null ? [] : [ticket.claimedBy]),
    ...(ticket.search?.asking?.to ?? []),
  ];
  return decided({
    events: [{ kind: 'widening-held', at: now, by: by.id, circle }],
    says: tell(
      hearers,
      `search-held.${now}`,
      { wording: 'ticket.search-held', params: { ...headOf(ticket), by: by.id } },
      { urgency: 'prompt' },
    ),
  });
};

/** Whether the question of this circle still waits for its answer. */
const isAsked = ({ search }: Ticket, circle: number): boolean =>
  search?.asking?.circle === circle && search.asking.to.length > 0;

/** `扩大 #102`, or the answer to "may we ask these as well?": by the family, or who leads those on duty. */
export const widenSearch = (
  ticket: Ticket,
  { by, yes, circle: asked }: WidenSearch,
  context: TicketContext,
): Widened => {
  const { community, helpers = [] } = context;
  const bar = notLookedFor(ticket, '扩大', community);
  if (bar) return refused(bar);
  const approves = mayApprove(ticket, by, context);
  if (!approves && !maySearch(ticket, by)) return refused({ kind: 'role', verb: '扩大' });
  if (!ticket.search?.described) return refused({ kind: 'search', why: 'not-described' });
  if (asked !== null && !isAsked(ticket, asked)) return refused({ kind: 'search', why: 'answered' });
  if (asked !== null && !approves) return refused({ kind: 'role', verb: '扩大' });
  if (!yes) return hold(ticket, by, asked ?? ticket.search.circle, context);
  const next = nextCircle(ticket, { community, helpers });
  if (!next) return refused({ kind: 'search', why: 'all-asked' });
  return decided(approves ? callCircle(ticket, next, by.id, context) : askCircle(ticket, next, by.id, context));
};
