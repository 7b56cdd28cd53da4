import { partAgain } from '../joining/joining-folds';
import type { Folds } from '../folds';
import type { Ticket } from '../ticket';
import type { EventOf } from '../ticket-event';

/** Back to its owner in the same cycle, with a fresh clock for resolving and its notices to come again. */
const sendBack = (ticket: Ticket, event: EventOf<'sent-back'>): Ticket => ({
  ...ticket,
  phase: 'claimed',
  review: null,
  sentBack: ticket.sentBack + 1,
  resolveFrom: event.at,
  resolvedAt: null,
  resolvedBy: null,
  settledAt: null,
  resolution: null,
  photoCheck: null,
  told: null,
  parts: ticket.parts.map((part) => (event.parts.includes(part.id) ? partAgain(part, event.at) : part)),
  pauses: [],
  notices: ticket.notices.filter(({ step }) => !step.startsWith('resolve.') && !step.startsWith('review.')),
});

export const reviewingFolds: Folds<'review-asked' | 'review-passed' | 'sent-back' | 'review-lapsed' | 'supervised'> = {
  'review-asked': (ticket, event) => ({
    ...ticket,
    phase: 'under-review',
    review: { since: event.at, to: event.to, why: event.why },
  }),
  'review-passed': (ticket) => ({ ...ticket, phase: 'resolved', review: null }),
  'sent-back': sendBack,
  'review-lapsed': (ticket) => ({ ...ticket, phase: 'resolved', review: null }),
  supervised: (ticket, event) => ({
    ...ticket,
    supervision: { by: event.by, words: event.words, since: event.at, due: event.due },
  }),
};
