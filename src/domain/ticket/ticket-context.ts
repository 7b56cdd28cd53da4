import type { Community, Person } from '../community/community';
import type { Guard } from '../decision';
import type { Moment, PersonId } from '../ids';
import type { Ticket } from './ticket';

/** Another ticket with its version: a decision that changes it too fails when it has changed meanwhile. */
export interface OtherTicket {
  readonly ticket: Ticket;
  readonly version: number;
}

/** What a rule may look at beside the ticket. */
export interface TicketContext {
  readonly now: Moment;
  readonly community: Community;
  /** Facts read for this decision, by id; one that was not there is absent. */
  readonly guards: ReadonlyMap<string, Guard>;
  /** The other ticket that the command speaks of, as it stands. */
  readonly other?: OtherTicket | null;
  /** Who wished to be asked in private when somebody is looked for; read for a command that calls them. */
  readonly helpers?: readonly Person[];
  /** How many other matters under way whoever follows this one follows; read for that command. */
  readonly follows?: number;
  /** Officers whom the words name that were just said. */
  readonly named?: readonly PersonId[];
}

export const guardOf = (context: TicketContext, id: string): Guard =>
  context.guards.get(id) ?? { id, version: 0, value: null };
