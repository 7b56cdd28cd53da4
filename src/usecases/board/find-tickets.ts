import type { Community, Person } from '../../domain/community/community';
import { isWithin } from '../../domain/community/area-tree';
import type { AreaId, PersonId } from '../../domain/ids';
import { isOpen } from '../../domain/ticket/telling/ticket-card';
import type { Ticket } from '../../domain/ticket/ticket';
import type { Matters, People } from '../ports';
import type { BoardTickets, TicketQuery } from '../ports-of-board';
import { maySee, withinOf } from './may-see';
import { ticketOf } from './ticket-of';

export interface FindPorts {
  readonly matters: Pick<Matters, 'byNumber'>;
  readonly people: Pick<People, 'byName'>;
  readonly board: BoardTickets;
}

/** What a list asks for, as people say it; empty: not asked. */
export interface TicketsAsked {
  readonly words: string;
  readonly state: 'open' | 'closed' | 'all';
  readonly area: string;
  readonly category: string;
  readonly person: string;
  readonly from: string | null;
  readonly to: string | null;
  /** Where the page before ended. */
  readonly after: string;
}

export interface FoundTickets {
  readonly tickets: readonly Ticket[];
  /** Where the next page goes on; null: there is none. */
  readonly next: string | null;
}

/** Rounds of looking through what does not belong on the page before it is shown as far as it is. */
const rounds = 6;
const countedMost = 1000;

const areasIn = (area: AreaId, community: Community): readonly AreaId[] =>
  community.areas.filter(({ id }) => isWithin(community, id, area)).map(({ id }) => id);

const queryOf = async (
  { people }: FindPorts,
  asked: TicketsAsked,
  person: Person,
  community: Community,
): Promise<TicketQuery> => ({
  open: asked.state === 'all' ? null : asked.state === 'open',
  areas: asked.area === '' ? null : areasIn(asked.area, community),
  category: asked.category === '' ? null : asked.category,
  people: asked.person === '' ? null : (await people.byName(asked.person)).map(({ id }) => id),
  ...{ without: [], from: asked.from, to: asked.to },
  within: withinOf(person, community),
});

const isOf = (ticket: Ticket, person: PersonId): boolean =>
  ticket.claimedBy === person ||
  ticket.handlers.includes(person) ||
  ticket.reporters.some((reporter) => reporter.person === person);

const fits = (ticket: Ticket, open: boolean, query: TicketQuery): boolean =>
  (query.open === null || query.open === open) &&
  (query.areas === null || query.areas.some((area) => area === ticket.place.area)) &&
  (query.category === null || query.category === ticket.category) &&
  (query.people === null || query.people.some((person) => isOf(ticket, person))) &&
  (query.from === null || ticket.reportedAt >= query.from) &&
  (query.to === null || ticket.reportedAt < query.to);

const cursorOf = (at: string, last: string | number): string => `${at}~${last}`;

const readCursor = (after: string): { readonly at: string; readonly last: string } | null => {
  const found = /^(?<at>\d{4}-[\dT:.Z+-]{6,30})~(?<last>[\w:.-]{1,100})$/u.exec(after)?.groups;
  return found ? { at: found['at'] ?? '', last: found['last'] ?? '' } : null;
};

interface Looking {
  readonly ports: FindPorts;
  readonly query: TicketQuery;
  readonly after: string;
  readonly limit: number;
  readonly mine: (ticket: Ticket) => boolean;
}

/** By an index, the newest first; what is not theirs to see is passed over. */
const browse = async ({ ports, query, after, limit, mine }: Looking): Promise<FoundTickets> => {
  const start = readCursor(after);
  let cursor = start && { reportedAt: start.at, number: Number(start.last) };
  const tickets: Ticket[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const wanted = limit - tickets.length;
    const found = (await ports.board.page(query, cursor, wanted)).map(ticketOf);
    tickets.push(...found.filter(mine));
    const last = found.at(-1);
    if (!last || found.length < wanted) return { tickets, next: null };
    cursor = { reportedAt: last.reportedAt, number: last.number };
    if (tickets.length >= limit) break;
  }
  return { tickets, next: cursor && cursorOf(cursor.reportedAt, cursor.number) };
};

/** By what was said of them, the last said first. */
const search = async (words: string, { ports, query, after, limit, mine }: Looking): Promise<FoundTickets> => {
  const start = readCursor(after);
  let before = start && { at: start.at, id: start.last };
  const found = new Map<string, Ticket>();
  for (let round = 0; round < rounds; round += 1) {
    const said = await ports.board.saying(words, before, limit * 2);
    const stored = await ports.board.byIds([...new Set(said.map(({ matter }) => matter))]);
    const byId = new Map(stored.flatMap((each) => (each.ref.kind === 'ticket' ? [[each.ref.id, ticketOf(each)]] : [])));
    for (const { matter, at, id } of said) {
      before = { at, id };
      const ticket = byId.get(matter);
      if (ticket && fits(ticket, isOpen(ticket), query) && mine(ticket)) found.set(matter, ticket);
      if (found.size >= limit) return { tickets: [...found.values()], next: cursorOf(at, id) };
    }
    if (said.length < limit * 2) return { tickets: [...found.values()], next: null };
  }
  return { tickets: [...found.values()], next: before && cursorOf(before.at, before.id) };
};

const byNumber = async ({ ports, mine }: Looking, number: number): Promise<FoundTickets> => {
  const stored = await ports.matters.byNumber(number);
  const ticket = stored?.ref.kind === 'ticket' ? ticketOf(stored) : null;
  return { tickets: ticket && mine(ticket) ? [ticket] : [], next: null };
};

/** A page of tickets that this person may see: by number, by words, or by where, what, who and when. */
export const findTickets = async (
  ports: FindPorts,
  asked: TicketsAsked,
  { person, community, limit }: { readonly person: Person; readonly community: Community; readonly limit: number },
): Promise<FoundTickets> => {
  const query = await queryOf(ports, asked, person, community);
  const mine = (ticket: Ticket): boolean => maySee(ticket, person, community);
  const looking: Looking = { ports, query, after: asked.after, limit, mine };
  const words = asked.words.trim();
  const number = /^#?(?<number>\d{3,9})$/u.exec(words)?.groups?.['number'];
  if (number !== undefined) return byNumber(looking, Number(number));
  return words === '' ? browse(looking) : search(words, looking);
};

/**
 * How many there are, counted up to a thousand. Complaints about staff are counted for nobody: that there is one is more than
 * those complained of may know; what may yet become one is not counted for whom it names. Null: of words nobody counts.
 */
export const countTickets = async (
  ports: FindPorts,
  asked: TicketsAsked,
  { person, community }: { readonly person: Person; readonly community: Community },
): Promise<{ readonly count: number; readonly more: boolean } | null> => {
  if (asked.words.trim() !== '') return null;
  const without = community.categories.filter(({ desk }) => desk === 'directors').map(({ id }) => id);
  if (without.some((id) => id === asked.category)) return null;
  const query = { ...(await queryOf(ports, asked, person, community)), without, viewer: person.id };
  const count = await ports.board.count(query, countedMost + 1);
  return { count: Math.min(count, countedMost), more: count > countedMost };
};
