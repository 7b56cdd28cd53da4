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
  | 'corrected'
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
  corrected: (ticket, event) => ({
    ...ticket,
    // What was said with the report stands first.
    words: [...event.words, ...ticket.words.slice(1)],
    category: event.category,
    class: event.class,
    options: event.category === null ? ticket.options : [],
    place: event.place,
    placeAsked: ticket.placeAsked && event.place.area === null && event.place.words === null,
    cardGroup: event.cardGroup,
  }),
  withdrawn: (ticket) => ({ ...ticket, phase: 'withdrawn' }),
};
