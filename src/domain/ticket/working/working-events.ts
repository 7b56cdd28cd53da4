import { z } from 'zod';
import { SettledLevel } from './settled-level';
import { at, by, event, id, ids } from '../event-shape';

/** What those who handle it do. */
export const workingEvents = [
  event('claimed', by),
  event('noted', { ...by, words: id }),
  /** `to`: whoever reported it. */
  event('reporter-asked', { ...by, words: id, to: ids }),
  event('waiting-began', { ...by, until: z.string(), words: id }),
  /** `by` null: the end that was named has come. */
  event('waiting-ended', { ...at, by: id.nullable() }),
  event('handed-over', { ...by, to: id, words: id }),
  event('raised', { ...by, words: id.nullable(), to: ids }),
  /** `level`: which level settled it; null in what was stored before levels were kept. */
  event('resolved', { ...by, words: id.nullable(), photos: ids, level: SettledLevel.nullable().default(null) }),
  event('refused-with-reason', { ...by, words: id }),
  /** `to`: the words for whom it was sent to. */
  event('not-ours', { ...by, words: id, to: id.nullable().default(null) }),
] as const;
