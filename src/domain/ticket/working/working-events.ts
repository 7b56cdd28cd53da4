import { z } from 'zod';
import { at, by, event, id, ids } from '../event-shape';

/** What those who handle it do. */
export const workingEvents = [
  event('claimed', by),
  event('noted', { ...by, words: id }),
  event('waiting-began', { ...by, until: z.string(), words: id }),
  /** `by` null: the end that was named has come. */
  event('waiting-ended', { ...at, by: id.nullable() }),
  event('handed-over', { ...by, to: id, words: id }),
  event('raised', { ...by, words: id.nullable(), to: ids }),
  event('resolved', { ...by, words: id.nullable(), photos: ids }),
  event('refused-with-reason', { ...by, words: id }),
  /** `to`: the words for whom it was sent to. */
  event('not-ours', { ...by, words: id, to: id.nullable().default(null) }),
] as const;
