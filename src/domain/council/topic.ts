import { z } from 'zod';
import { LoopStep } from './loop';
import { TicketLink } from './topic-event';

const ids = z.array(z.string()).readonly();

/** A matter that is talked over in the open and goes the way of its loop, step by step. */
export const Topic = z
  .object({
    id: z.string(),
    number: z.int(),
    loop: z.object({ id: z.string(), zh: z.string(), en: z.string() }).readonly(),
    steps: z.array(LoopStep).nonempty().readonly(),
    phase: z.enum(['proposed', 'running', 'declined', 'archived']),
    proposer: z.string(),
    words: ids,
    photos: ids,
    ticket: TicketLink.nullable(),
    area: z.string().nullable(),
    shown: z.boolean(),
    /** Which step it stands at, since when, and how many steps it has begun: a step may be gone through again. */
    step: z.int(),
    since: z.string(),
    round: z.int(),
    /** Whose step it is. */
    to: ids,
    results: z
      .array(
        z
          .object({
            step: z.string(),
            by: z.string(),
            words: z.string().nullable(),
            photos: ids,
            until: z.string().nullable(),
          })
          .readonly(),
      )
      .readonly(),
    /** What was said of this round, each once. */
    notices: z.array(z.object({ step: z.string(), at: z.string() }).readonly()).readonly(),
    solved: z.boolean().nullable(),
    satisfied: z.boolean().nullable(),
  })
  .readonly();
export type Topic = z.infer<typeof Topic>;

export const isOpenTopic = ({ phase }: Topic): boolean => phase === 'proposed' || phase === 'running';

/** The step it stands at; null when it is in no step. */
export const stepOf = (topic: Topic): LoopStep | null =>
  topic.phase === 'running' ? (topic.steps[topic.step] ?? null) : null;
