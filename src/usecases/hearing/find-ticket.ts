import type { Person } from '../../domain/community/community';
import { isPublic } from '../../domain/open-data/public-ticket';
import { mayKnow } from '../../domain/ticket/working/handler-roles';
import { Ticket } from '../../domain/ticket/ticket';
import { headOf } from '../../domain/ticket/telling/ticket-card';
import type { Head } from '../../domain/wording/params';
import type { Stored } from '../ports';
import type { EnginePorts } from '../ports-of-engine';

/** As many of a person's own matters as a message can list. */
const listed = 8;

/** Open tickets that the person reported or joined, the newest first. */
export const reportedTickets = async (ports: EnginePorts, person: Person): Promise<readonly Ticket[]> => {
  const found = await ports.matters.find({ kind: 'ticket', person: person.id, open: true, limit: listed });
  return found.map(({ state }) => Ticket.parse(state));
};

/** The green channel first, then the newest. */
const inOrder = (one: Ticket, other: Ticket): number =>
  Number(other.green !== null) - Number(one.green !== null) || other.number - one.number;

/** The person's own open tickets: reported by them, waiting for them to take, or in their hands. */
export const ownTickets = async (ports: EnginePorts, person: Person): Promise<readonly Ticket[]> => {
  const [reported, owned] = await Promise.all([
    ports.matters.find({ kind: 'ticket', person: person.id, open: true, limit: listed }),
    ports.matters.find({ kind: 'ticket', owner: person.id, open: true, limit: listed }),
  ]);
  const tickets = new Map([...reported, ...owned].map(({ ref, state }) => [ref.id, Ticket.parse(state)]));
  return [...tickets.values()].sort(inOrder).slice(0, listed);
};

export const headsOf = (tickets: readonly Ticket[]): readonly Head[] => tickets.map(headOf);

/** What a verb may be said of by people whose matter it is not. */
interface Known {
  readonly evenOnCard: boolean;
  readonly whenSought?: boolean;
  readonly whenPublic?: boolean;
}

/**
 * The ticket of a number, when this person may know of it; a card in a group, a call to look, or what stands on the
 * public page is known to everybody.
 */
export const ticketByNumber = async (
  ports: EnginePorts,
  number: number,
  person: Person,
  { evenOnCard, whenSought = false, whenPublic = false }: Known,
): Promise<Stored<Ticket> | null> => {
  const stored = await ports.matters.byNumber(number);
  if (stored?.ref.kind !== 'ticket') return null;
  const ticket = Ticket.parse(stored.state);
  const community = await ports.communities.current();
  const isKnown =
    (evenOnCard && ticket.cardGroup !== null) ||
    (whenSought && (ticket.search?.circle ?? 0) > 0) ||
    (whenPublic && (isPublic(ticket, community) || ticket.followers.includes(person.id)));
  return isKnown || mayKnow(ticket, person, community) ? { ...stored, state: ticket } : null;
};
