import type { Folds } from '../folds';
import type { Ticket } from '../ticket';
import type { EventOf } from '../ticket-event';

const join = (ticket: Ticket, event: EventOf<'joined'>): Ticket => ({
  ...ticket,
  reporters: ticket.reporters.some((reporter) => reporter.person === event.by)
    ? ticket.reporters.map((reporter) =>
        reporter.person === event.by && event.as === 'reporter' ? { ...reporter, kind: 'reporter' } : reporter,
      )
    : [...ticket.reporters, { person: event.by, role: event.role, group: event.group, at: event.at, kind: event.as }],
  words: [...ticket.words, ...event.words],
  photos: [...ticket.photos, ...event.photos],
});

export const reportingFolds: Folds<
  | 'danger-confirmed'
  | 'danger-denied'
  | 'joined'
  | 'supplemented'
  | 'officers-named'
  | 'categorised'
  | 'placed'
  | 'withdrawn'
> = {
  'danger-confirmed': (ticket) => ({ ...ticket, phase: 'reported' }),
  'danger-denied': (ticket, event) => ({
    ...ticket,
    phase: 'reported',
    category: event.category,
    class: event.class,
    cardGroup: event.cardGroup,
  }),
  joined: (ticket, event) => join(ticket, event),
  supplemented: (ticket, event) => ({
    ...ticket,
    words: [...ticket.words, ...event.words],
    photos: [...ticket.photos, ...event.photos],
  }),
  'officers-named': (ticket, event) => ({ ...ticket, about: [...new Set([...ticket.about, ...event.about])] }),
  categorised: (ticket, event) => ({
    ...ticket,
    category: event.category,
    class: event.class,
    options: [],
    cardGroup: event.cardGroup,
  }),
  placed: (ticket, event) => ({ ...ticket, place: event.place, placeAsked: false }),
  withdrawn: (ticket) => ({ ...ticket, phase: 'withdrawn' }),
};
