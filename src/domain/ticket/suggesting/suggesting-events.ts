import { z } from 'zod';
import { by, event, id, ids } from '../event-shape';

/** What becomes of a suggestion. */
export const suggestingEvents = [
  /** It is taken up: how it can be done is being talked about. */
  event('considered', { ...by, words: id.nullable() }),
  /** It will be done by then; said again, the moment is another. */
  event('planned', { ...by, until: z.string(), words: id.nullable() }),
  event('done', { ...by, words: id.nullable(), photos: ids }),
  event('not-taken-up', { ...by, words: id }),
] as const;
