import { z } from 'zod';
import { by, event, id, ids } from '../event-shape';
import { Place } from '../ticket';

/** Somebody is missed: described, looked for in ever wider circles, seen, found. */
export const searchEvents = [
  /** `words`: of the call; `lostAt`: when the person was seen last. */
  event('search-described', { ...by, words: ids, photos: ids, lostAt: id }),
  /** `by` null: time asks. */
  event('widening-asked', { at: id, by: id.nullable(), circle: z.int(), to: ids }),
  event('widening-held', { ...by, circle: z.int() }),
  event('search-called', { ...by, circle: z.int(), groups: ids, people: ids }),
  event('lead-given', { ...by, place: Place, words: ids, photos: ids, group: id.nullable(), found: z.boolean() }),
  event('find-denied', by),
  event('family-linked', { ...by, person: id.nullable(), words: id.nullable() }),
  event('search-ended', by),
] as const;
