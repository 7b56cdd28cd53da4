import type { AreaId, Moment, PersonId, WordsId } from '../ids';
import type { MeetingBar } from '../ticket/convening/meeting';
import type { Head } from './head';
import type { SaidState } from './said-state';

/** What is said of a meeting that the Party branch convenes. `desk`: the branch; `words`: where they meet. */
export interface MeetingParams {
  /** `due`: the deadline, where it comes before the meeting. */
  'ticket.convened': Head & {
    from: Moment;
    words: readonly WordsId[];
    desks: readonly AreaId[];
    to: readonly PersonId[];
    due: Moment | null;
  };
  'ticket.meeting': Head & {
    by: PersonId;
    desk: AreaId;
    desks: readonly AreaId[];
    from: Moment;
    words: readonly WordsId[];
    report: readonly WordsId[];
  };
  'ticket.meeting-remind': Head & { from: Moment; words: readonly WordsId[]; desk: AreaId };
  'ticket.meeting-off': Head & { from: Moment; desk: AreaId };
  'ticket.meeting-word': Head & { by: PersonId; words: readonly WordsId[] };
  'ticket.minutes-ask': Head & { from: Moment };
  'ticket.minutes-kept': Head & { state: SaidState };
  'ticket.minutes-up': Head & { by: PersonId; desk: AreaId; words: readonly WordsId[] };
  'refused.meeting': Head & { why: MeetingBar };
}

/** The keys of it that are no refusal. */
export type MeetingKey = Extract<keyof MeetingParams, `ticket.${string}`>;
