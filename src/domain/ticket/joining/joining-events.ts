import { z } from 'zod';
import { by, event, id, ids } from '../event-shape';

const part = { ...by, part: id };

/** What happens to the parts of a joint order. */
export const joiningEvents = [
  event('part-asked', { ...part, desk: id.nullable(), to: ids, words: id, until: z.string().nullable() }),
  event('part-claimed', part),
  event('part-noted', { ...part, words: id }),
  event('part-declined', { ...part, words: id }),
  event('part-done', { ...part, words: id.nullable(), photos: ids }),
  /** `words`: why. */
  event('part-dropped', { ...part, words: id.nullable() }),
  /** Its doer is away; `to` does it instead. */
  event('part-stood-in', { ...part, to: id }),
] as const;
