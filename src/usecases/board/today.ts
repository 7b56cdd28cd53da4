import type { Community, Person } from '../../domain/community/community';
import { promisedDue } from '../../domain/ticket/clocks/stage-clock';
import { Ticket } from '../../domain/ticket/ticket';
import type { Matters, Stored } from '../ports';
import type { BoardTickets } from '../ports-of-board';
import { maySee, withinOf } from './may-see';

export interface TodayPorts {
  readonly matters: Pick<Matters, 'find'>;
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

const ticketsOf = (stored: readonly Stored<unknown>[]): readonly Ticket[] =>
  stored.map(({ state }) => Ticket.parse(state));

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
  const everything = { areas: null, category: null, person: null, from: null, to: null };
  const [burning, owned, asked, due, newest] = await Promise.all([
    ports.board.burning(shown),
    ports.matters.find({ kind: 'ticket', owner: person.id, open: true, limit: shown }),
    ports.matters.find({ kind: 'ticket', person: person.id, open: true, limit: shown }),
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
  const waits = ticketsOf(asked).filter(
    ({ handlers, phase }) => phase === 'dispatched' && handlers.includes(person.id),
  );
  const mine = new Map([...ticketsOf(owned), ...waits].map((ticket) => [ticket.id, ticket]));
  return {
    burning: rows(ticketsOf(burning)),
    mine: rows(byPromise([...mine.values()], community)),
    next: rows(byPromise(ticketsOf(due), community)),
    area: rows(ticketsOf(newest)),
  };
};
