import type { Folds } from '../folds';
import type { Ticket } from '../ticket';
import type { EventOf } from '../ticket-event';
import { endPause } from '../working/end-pause';

const takeUp = (ticket: Ticket, event: EventOf<'considered' | 'planned'>): Ticket => ({
  ...endPause(ticket, event.at),
  claimedBy: event.by,
  claimedAt: ticket.claimedAt ?? event.at,
  handlers: [...new Set([...ticket.handlers, event.by])],
  arranging: null,
});

/** A new moment has reminders and a ladder of its own. */
const plan = (ticket: Ticket, event: EventOf<'planned'>): Ticket => ({
  ...takeUp(ticket, event),
  phase: 'planned',
  plan: { since: event.at, until: event.until },
  notices: ticket.notices.filter(({ step }) => !step.startsWith('resolve.') && !step.startsWith('plan.')),
});

export const suggestingFolds: Folds<'considered' | 'planned' | 'done' | 'not-taken-up'> = {
  considered: (ticket, event) => ({ ...takeUp(ticket, event), phase: 'considered' }),
  planned: plan,
  done: (ticket, event) => ({
    ...endPause(ticket, event.at),
    phase: 'done',
    claimedBy: ticket.claimedBy ?? event.by,
    resolvedBy: event.by,
    resolvedAt: event.at,
    resolution: { words: event.words, photos: event.photos },
    closedAt: event.at,
  }),
  'not-taken-up': (ticket, event) => ({ ...endPause(ticket, event.at), phase: 'declined', closedAt: event.at }),
};
