import type { Ticket } from './ticket';
import type { EventKind, EventOf } from './ticket-event';

/** What each of these kinds of events makes of a ticket. */
export type Folds<K extends EventKind> = {
  readonly [P in K]: (ticket: Ticket, event: EventOf<P>) => Ticket;
};
