import type { Folds } from '../folds';
import type { Ticket } from '../ticket';
import type { EventOf } from '../ticket-event';
import type { Moment, PersonId } from '../../ids';
import { leftDesk } from '../dispatching/left-desk';
import { endPause } from './end-pause';
import { hasIt } from './has-it';

/** Whoever is not of the desk that was asked takes it away from there. */
const deskUnder = (ticket: Ticket, owner: PersonId): Partial<Pick<Ticket, 'desk' | 'atDesk'>> =>
  ticket.handlers.includes(owner) ? {} : leftDesk(ticket);

/** The owner is new, the deadline stays. */
const handOver = (ticket: Ticket, event: EventOf<'handed-over'>): Ticket => ({
  ...endPause(ticket, event.at),
  ...deskUnder(ticket, event.to),
  phase: 'claimed',
  handlers: [...new Set([...ticket.handlers, event.to])],
  claimedBy: event.to,
  // A leader who arranges another's matter does not send it to and fro.
  moves: hasIt(ticket, event.by) ? [...ticket.moves, { by: event.by }] : ticket.moves,
  claimedAt: event.at,
});

const resolve = (ticket: Ticket, event: EventOf<'resolved'>): Ticket => ({
  ...endPause(ticket, event.at),
  phase: 'resolved',
  claimedBy: ticket.claimedBy ?? event.by,
  claimedAt: ticket.claimedAt ?? event.at,
  resolvedAt: event.at,
  resolvedBy: event.by,
  settledAt: event.level,
  resolution: { words: event.words, photos: event.photos },
  supervision: null,
  photoCheck: null,
});

const note = (ticket: Ticket, at: Moment, steps: readonly string[]): Ticket => ({
  ...ticket,
  notices: [...ticket.notices, ...steps.map((step) => ({ step, at }))],
});

export const workingFolds: Folds<
  | 'claimed'
  | 'noted'
  | 'reporter-asked'
  | 'waiting-began'
  | 'waiting-ended'
  | 'handed-over'
  | 'raised'
  | 'resolved'
  | 'refused-with-reason'
  | 'not-ours'
> = {
  claimed: (ticket, event) => ({
    ...ticket,
    ...deskUnder(ticket, event.by),
    phase: 'claimed',
    handlers: [...new Set([...ticket.handlers, event.by])],
    claimedBy: event.by,
    claimedAt: event.at,
    takenFirstBy: ticket.takenFirstBy ?? event.by,
  }),
  // A word of whoever has it is the answer that a supervisor waits for.
  noted: (ticket, event) => ({
    ...ticket,
    newsAt: ticket.class === 'critical' ? event.at : ticket.newsAt,
    supervision: hasIt(ticket, event.by) ? null : ticket.supervision,
  }),
  'reporter-asked': (ticket) => ticket,
  'waiting-began': (ticket, event) => ({
    ...ticket,
    phase: 'waiting',
    waiting: { since: event.at, until: event.until },
  }),
  'waiting-ended': (ticket, event) => endPause(ticket, event.at),
  'handed-over': (ticket, event) => handOver(ticket, event),
  raised: (ticket, event) => note(ticket, event.at, ['raised']),
  resolved: (ticket, event) => resolve(ticket, event),
  'refused-with-reason': (ticket) => ({ ...ticket, phase: 'refused' }),
  'not-ours': (ticket) => ({ ...ticket, phase: 'not-ours' }),
};
