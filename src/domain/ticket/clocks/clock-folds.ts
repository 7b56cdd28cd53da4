import type { Folds } from '../folds';
import type { Ticket } from '../ticket';
import type { Moment } from '../../ids';

const note = (ticket: Ticket, at: Moment, steps: readonly string[]): Ticket => ({
  ...ticket,
  notices: [...ticket.notices, ...steps.map((step) => ({ step, at }))],
});

export const clockFolds: Folds<'notified' | 'skipped'> = {
  notified: (ticket, event) => note(ticket, event.at, [event.step]),
  skipped: (ticket, event) => note(ticket, event.at, event.steps),
};
