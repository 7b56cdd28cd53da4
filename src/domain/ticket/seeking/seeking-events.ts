import { by, event, id, ids } from '../event-shape';

/** Somebody who was lost or found wandering: whom they belong to, and into whose hands they came. */
export const seekingEvents = [
  event('family-called', by),
  event('police-called', by),
  event('returned', { ...by, words: id, photos: ids }),
  event('thanks-passed', { ...by, words: id, to: ids }),
] as const;
