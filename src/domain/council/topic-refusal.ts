import type { Spoken } from '../wording/params';
import type { LoopStep } from './loop';
import { stepOf, type Topic } from './topic';

/** Why nothing was done. */
export type TopicRefusal =
  /** The step is not theirs. */
  | { readonly kind: 'not-yours'; readonly step: LoopStep | null }
  /** It is over, or not begun, or this was answered before. */
  | { readonly kind: 'not-now' }
  /** Whoever proposed it is to hear why it is not talked over. */
  | { readonly kind: 'needs-reason' }
  | { readonly kind: 'needs'; readonly step: LoopStep; readonly what: 'words' | 'photo' | 'date' };

export const named = (topic: Topic): { readonly number: number; readonly loop: Topic['loop'] } => ({
  number: topic.number,
  loop: topic.loop,
});

export const sayTopicRefusal = (topic: Topic, refusal: TopicRefusal): Spoken => {
  switch (refusal.kind) {
    case 'not-yours':
      return { wording: 'topic.not-yours', params: { ...named(topic), step: refusal.step, to: topic.to } };
    case 'not-now':
      return { wording: 'topic.not-now', params: { ...named(topic), phase: topic.phase, step: stepOf(topic) } };
    case 'needs-reason':
      return { wording: 'topic.needs-reason', params: named(topic) };
    case 'needs':
      return { wording: 'topic.needs', params: { ...named(topic), step: refusal.step, what: refusal.what } };
  }
};
