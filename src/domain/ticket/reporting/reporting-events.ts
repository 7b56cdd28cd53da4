import { z } from 'zod';
import { at, by, event, id, ids } from '../event-shape';
import { CategoryId, DeadlineClass } from '../../community/category';
import { roles } from '../../community/community';
import { Nature, Place } from '../ticket';

/** What is reported, and what those who report say of it later. */
export const reportingEvents = [
  event('reported', {
    ...by,
    id,
    number: z.int(),
    nature: Nature.default('report'),
    role: z.enum(roles),
    group: id.nullable(),
    category: CategoryId.nullable(),
    options: z.array(CategoryId).readonly(),
    class: DeadlineClass,
    place: Place,
    placeAsked: z.boolean(),
    words: ids,
    photos: ids,
    cardGroup: id.nullable(),
    /** The platform's name of the report, in a group of several parts: its card stands where that does. */
    cardReplyTo: z.string().optional(),
    /** Officers whom the words name. */
    about: ids.default([]),
    /** For whom: the name, as words of its own. */
    onBehalf: id.nullable().default(null),
    /** Danger is in doubt: what it is otherwise. */
    doubt: z.object({ otherwise: CategoryId.nullable() }).readonly().nullable(),
    /** Somebody is missed, not found: said by those who look for them. */
    missing: z.literal(true).optional(),
  }),
  event('danger-confirmed', {
    ...at,
    by: id.nullable(),
    why: z.enum(['reporter', 'reported-again', 'duty', 'unreachable', 'time']),
  }),
  event('danger-denied', {
    ...by,
    why: z.enum(['reporter', 'duty']).default('reporter'),
    category: CategoryId,
    class: DeadlineClass,
    cardGroup: id.nullable(),
  }),
  event('joined', {
    ...by,
    role: z.enum(roles),
    group: id.nullable(),
    as: z.enum(['reporter', 'me-too']),
    words: ids,
    photos: ids,
  }),
  event('supplemented', { ...by, words: ids, photos: ids }),
  /** What a reporter added names these officers. */
  event('officers-named', { ...at, about: ids }),
  event('categorised', { ...by, category: CategoryId, class: DeadlineClass, cardGroup: id.nullable() }),
  event('placed', { ...by, place: Place }),
  /** The reporter put their message right: its words are these now. */
  event('corrected', {
    ...by,
    words: ids,
    category: CategoryId.nullable(),
    class: DeadlineClass,
    place: Place,
    cardGroup: id.nullable(),
  }),
  event('withdrawn', by),
] as const;
