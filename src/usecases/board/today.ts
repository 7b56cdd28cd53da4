import type { Community, Person } from '../../domain/community/community';
import { promisedDue } from '../../domain/ticket/clocks/stage-clock';
import type { Ticket } from '../../domain/ticket/ticket';
import type { BoardTickets } from '../ports-of-board';
import { maySee, withinOf } from './may-see';
import { ticketOf } from './ticket-of';

export interface TodayPorts {
  readonly board: BoardTickets;
}

/** What a day begins with. A ticket stands once, where it is most pressing. */
export interface Today {
  /** Dangers that nobody has taken charge of. */
  readonly burning: readonly Ticket[];
  /** Waiting for this person to take it, or in their hands. */
  readonly mine: readonly Ticket[];
  /** What is late or will be late next. */
  readonly next: readonly Ticket[];
  /** What else is open in their areas, the newest first. */
  readonly area: readonly Ticket[];
}

const shown = 30;

/** Without a promise there is nothing to be late with. */
const byPromise = (tickets: readonly Ticket[], community: Community): readonly Ticket[] =>
  tickets
    .flatMap((ticket) => {
      const due = promisedDue(ticket, community);
      return due === null ? [] : [{ ticket, due }];
    })
    .sort((one, other) => (one.due < other.due ? -1 : 1))
    .map(({ ticket }) => ticket);

export const todayOf = async (ports: TodayPorts, person: Person, community: Community): Promise<Today> => {
  const within = withinOf(person, community);
  const everything = { areas: null, category: null, people: null, without: [], from: null, to: null };
  const [burning, hands, due, newest] = await Promise.all([
    ports.board.burning(shown),
    ports.board.inHands(person.id, shown),
    ports.board.dueNext(within, shown),
    ports.board.page({ ...everything, open: true, within }, null, shown),
  ]);
  const seen = new Set<string>();
  /** Each once, and only what is theirs to see. */
  const rows = (tickets: readonly Ticket[]): readonly Ticket[] =>
    tickets.filter((ticket) => {
      if (seen.has(ticket.id) || !maySee(ticket, person, community)) return false;
      seen.add(ticket.id);
      return true;
    });
  const inHands = hands
    .map(ticketOf)
    .filter(
      ({ claimedBy, handlers, phase }) =>
        claimedBy === person.id || (phase === 'dispatched' && handlers.includes(person.id)),
    );
  const mine = new Map(inHands.map((ticket) => [ticket.id, ticket]));
  return {
    burning: rows(burning.map(ticketOf)),
    mine: rows(byPromise([...mine.values()], community)),
    next: rows(byPromise(due.map(ticketOf), community)),
    area: rows(newest.map(ticketOf)),
  };
};
