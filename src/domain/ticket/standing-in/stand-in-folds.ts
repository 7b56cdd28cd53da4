import type { Folds } from '../folds';

/** The deadline stays, and what was said of it stays said: nobody began anew. */
export const standInFolds: Folds<'stood-in'> = {
  'stood-in': (ticket, { person, by }) => ({
    ...ticket,
    claimedBy: ticket.claimedBy === person ? by : ticket.claimedBy,
    handlers: [...new Set(ticket.handlers.map((handler) => (handler === person ? by : handler)))],
    standIns: [...ticket.standIns, { person, by }],
  }),
};
