import type { Folds } from '../folds';
import type { Ticket } from '../ticket';
import type { Moment } from '../../ids';

const note = (ticket: Ticket, at: Moment, steps: readonly string[]): Ticket => ({
  ...ticket,
  notices: [...ticket.notices, ...steps.map((step) => ({ step, at }))],
});

export const clockFolds: Folds<'notified' | 'skipped' | 'class-changed' | 'deadline-moved'> = {
  notified: (ticket, event) => note(ticket, event.at, [event.step]),
  'class-changed': (ticket, event) => ({ ...ticket, class: event.class }),
  // What is told again is told of a new cycle: the same notice of the old one would count as said.
  'deadline-moved': (ticket, { again }) =>
    again.length === 0
      ? ticket
      : { ...ticket, cycle: ticket.cycle + 1, notices: ticket.notices.filter(({ step }) => !again.includes(step)) },
  skipped: (ticket, event) => note(ticket, event.at, event.steps),
};
