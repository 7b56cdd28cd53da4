import { z } from 'zod';
import { at, by, event, id, ids } from '../event-shape';
import { ClosedFor } from '../ticket';

/** How it came out, and what closes it. */
export const callBackEvents = [
  event('call-back-asked', { ...at, ask: z.int(), nextAt: z.string() }),
  event('phone-task-given', { ...at, to: ids }),
  /** `for` is set when staff record what the reporter said on the telephone. */
  event('call-back-answered', {
    ...by,
    for: id.nullable(),
    solved: z.boolean(),
    satisfied: z.boolean().nullable(),
    words: id.nullable().default(null),
  }),
  event('not-seen-yet', { ...by, nextAt: z.string() }),
  event('reopened', by),
  /** Not solved time and again: the level above its owner was asked to see to it. */
  event('reopened-often', { ...at, times: z.int(), to: ids }),
  /** The question does not reach this reporter. */
  event('call-back-unheard', { ...at, person: id }),
  /** Long after: the reporters were asked whether it is still well, and one says that it is. */
  event('revisit-asked', at),
  event('still-fine', by),
  event('awarded', { ...at, to: id, points: z.int() }),
  event('archived', { ...at, reason: ClosedFor }),
] as const;
