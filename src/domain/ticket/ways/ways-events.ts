import { z } from 'zod';
import { at, by, event, id } from '../event-shape';
import { WayKind } from './way';

const window = { from: z.string(), until: z.string().nullable() };

/** How it is handled, and what the resident says to that. */
export const waysEvents = [
  event('way-chosen', { ...by, way: WayKind, words: id.nullable() }),
  event('consented', { ...by, given: z.boolean() }),
  event('visit-proposed', { ...by, side: z.enum(['handler', 'reporter']), ...window, words: id.nullable() }),
  event('visit-agreed', { ...by, ...window }),
  event('visit-declined', { ...by, ...window }),
  /** It jumps the queue. `by` null: the pack lists whoever reported it. */
  event('green-channel', { ...at, by: id.nullable(), words: id.nullable() }),
  event('visit-cancelled', { ...by, words: id.nullable() }),
] as const;
