import { z } from 'zod';
import { CategoryId, DeadlineClass } from '../community/category';
import { roles } from '../community/community';
import { ClosedFor, Place } from './ticket';

const id = z.string();
const ids = z.array(id).readonly();
const at = { at: z.string() };
const by = { ...at, by: id };

const event = <Kind extends string, Shape extends z.core.$ZodLooseShape>(kind: Kind, shape: Shape) =>
  z.object({ kind: z.literal(kind), ...shape }).readonly();

/**
 * What can happen to a ticket, oldest first in its history. Ids only: words, names and photos live in documents that
 * can be erased. A new need gets a new kind; a kind that was stored once is never changed.
 */
export const TicketEvent = z.discriminatedUnion('kind', [
  event('reported', {
    ...by,
    id,
    number: z.int(),
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
    /** Officers whom the words name. */
    about: ids.default([]),
    /** Danger is in doubt: what it is otherwise. */
    doubt: z.object({ otherwise: CategoryId.nullable() }).readonly().nullable(),
  }),
  event('danger-confirmed', {
    ...at,
    by: id.nullable(),
    why: z.enum(['reporter', 'reported-again', 'duty', 'unreachable', 'time']),
  }),
  event('danger-denied', { ...by, category: CategoryId, class: DeadlineClass, cardGroup: id.nullable() }),
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
  event('dispatched', { ...at, desk: id, handlers: ids }),
  event('claimed', by),
  event('took-charge', by),
  event('hands-asked', { ...by, to: ids }),
  event('noted', { ...by, words: id }),
  event('waiting-began', { ...by, until: z.string(), words: id }),
  /** `by` null: the end that was named has come. */
  event('waiting-ended', { ...at, by: id.nullable() }),
  event('handed-over', { ...by, to: id, words: id }),
  event('raised', { ...by, words: id.nullable(), to: ids }),
  event('resolved', { ...by, words: id.nullable(), photos: ids }),
  event('call-back-asked', { ...at, ask: z.int(), nextAt: z.string() }),
  event('phone-task-given', { ...at, to: ids }),
  /** `for` is set when staff record what the reporter said on the telephone. */
  event('call-back-answered', { ...by, for: id.nullable(), solved: z.boolean(), satisfied: z.boolean().nullable() }),
  event('not-seen-yet', { ...by, nextAt: z.string() }),
  event('reopened', by),
  event('awarded', { ...at, to: id, points: z.int() }),
  event('notified', { ...at, step: z.string(), to: ids }),
  event('alarmed', { ...at, round: z.int(), to: ids }),
  /** A late tick did the highest step due; these were passed over. */
  event('skipped', { ...at, steps: z.array(z.string()).readonly() }),
  event('withdrawn', by),
  event('refused-with-reason', { ...by, words: id }),
  event('not-ours', { ...by, words: id }),
  event('stood-down', { ...by, why: z.enum(['false-alarm', 'over']), words: id.nullable() }),
  event('archived', { ...at, reason: ClosedFor }),
]);
export type TicketEvent = z.infer<typeof TicketEvent>;
