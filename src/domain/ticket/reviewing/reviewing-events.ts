import { z } from 'zod';
import { at, by, event, id, ids } from '../event-shape';
import { ReviewReason } from './review-reason';

/** What happens to a result between "done" and the reporter, and what those who supervise ask meanwhile. */
export const reviewingEvents = [
  event('review-asked', { ...at, why: ReviewReason, to: ids }),
  event('review-passed', by),
  /** `parts`: those of a joint order that are to be done again. */
  event('sent-back', { ...by, words: id, parts: ids.default([]) }),
  /** Nobody reviewed it, up to the top of the ladder: the reporter judges. */
  event('review-lapsed', at),
  event('supervised', { ...by, words: id, due: z.string() }),
] as const;
