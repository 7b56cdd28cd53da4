import type { Folds } from '../folds';
import type { Ticket } from '../ticket';
import type { EventOf } from '../ticket-event';

/** Another dispatch of the same ticket opens a new cycle, with fresh clocks. */
const dispatch = (ticket: Ticket, event: EventOf<'dispatched'>): Ticket => ({
  ...ticket,
  ...(ticket.dispatchedAt === null ? {} : { cycle: ticket.cycle + 1, notices: [] }),
  phase: 'dispatched',
  desk: event.desk,
  handlers: event.handlers,
  claimedBy: null,
  claimedAt: null,
  waiting: null,
  review: null,
  resolveFrom: null,
  supervision: null,
  dispatchedAt: event.at,
});

export const dispatchingFolds: Folds<'dispatched'> = {
  dispatched: (ticket, event) => dispatch(ticket, event),
};
