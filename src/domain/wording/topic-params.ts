import type { Level } from '../community/policy';
import type { LoopStep } from '../council/loop';
import type { Topic } from '../council/topic';
import type { TopicEvent } from '../council/topic-event';
import type { Moment, PersonId, WordsId } from '../ids';

/** A topic as every message names it: its number, and the loop it goes. */
interface Named {
  readonly number: number;
  readonly loop: Topic['loop'];
}

/** What is talked over, from the first word to the archive. `step` null: it is in none. */
export interface TopicParams {
  'topic.proposed': Named;
  /** To staff: whether what a resident proposes is to be talked over. */
  'topic.confirm': Named & { words: readonly WordsId[]; ticket: number | null };
  'topic.declined': Named & { words: readonly WordsId[] };
  /** To staff who said no, and not why. */
  'topic.needs-reason': Named;
  /** To those whose step it is now. `last`: the result of the step before. */
  'topic.step': Named & { words: readonly WordsId[]; step: LoopStep; due: Moment; last: readonly WordsId[] };
  /** To whoever did the last step. */
  'topic.stepped': Named & { step: LoopStep | null; due: Moment | null; to: readonly PersonId[] };
  /** To whoever brought it. */
  'topic.progress': Named & { step: LoopStep | null; due: Moment | null; last: readonly WordsId[] };
  'topic.revisit': Named & { words: readonly WordsId[] };
  'topic.remind': Named & { step: LoopStep | null; words: readonly WordsId[]; due: Moment };
  'topic.breach': Named & {
    step: LoopStep | null;
    words: readonly WordsId[];
    due: Moment;
    asked: readonly PersonId[];
    level: Level;
  };
  /** `own`: to somebody who may say how the step went. */
  'topic.history': Named & {
    words: readonly WordsId[];
    phase: Topic['phase'];
    steps: Topic['steps'];
    step: LoopStep | null;
    due: Moment | null;
    events: readonly TopicEvent[];
    own: boolean;
  };
  'topic.needs': Named & { step: LoopStep; what: 'words' | 'photo' | 'date' };
  'topic.not-yours': Named & { step: LoopStep | null; to: readonly PersonId[] };
  'topic.not-now': Named & { phase: Topic['phase']; step: LoopStep | null };
  /** `why`: nothing was said; the ticket is none that may be spoken of in the open; it is talked over already. */
  'topic.not-opened': { why: 'words' | 'private' | 'open-already'; number: number | null };
  /** To groups, the eve of the day; `topics` is found out when it is said. */
  'topic.talk-day': {
    loop: Topic['loop'];
    at: Moment;
    topics: readonly { readonly number: number; readonly words: readonly WordsId[] }[];
  };
}
