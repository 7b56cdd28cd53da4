import type { Folds } from '../folds';
import { joinReporters } from '../merging/join-reporters';

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
  joined: joinReporters,
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
