import type { AlsoDecision, Say } from '../../decision';
import type { Ticket } from '../ticket';
import type { TicketEvent } from '../ticket-event';

/** The other ticket's part of a decision, committed in the same transaction. */
export const ticketChange = ({
  version,
  after,
  events,
  says,
}: {
  readonly version: number;
  readonly after: Ticket;
  readonly events: readonly TicketEvent[];
  readonly says: readonly Say[];
}): AlsoDecision => ({
  matter: { kind: 'ticket', id: after.id, number: after.number },
  expectedVersion: version,
  state: after,
  events,
  says,
});
