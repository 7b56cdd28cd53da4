import type { PersonId } from '../ids';
import type { Ticket } from './ticket';

/** A ticket before and after a decision, and whose it was; null: time passed. */
export interface TicketChange {
  readonly before: Ticket;
  readonly after: Ticket;
  readonly by: PersonId | null;
}
