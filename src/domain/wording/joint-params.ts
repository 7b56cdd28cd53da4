import type { AreaId, Moment, PersonId, WordsId } from '../ids';
import type { PartBar, PartState } from '../ticket/joining/part';
import type { Head } from './head';

/** A part of a joint order, as cards and the history show it. */
export interface PartLine {
  readonly desk: AreaId | null;
  /** Who has it, or who was asked. */
  readonly people: readonly PersonId[];
  readonly words: readonly WordsId[];
  readonly state: Exclude<PartState, 'dropped'>;
  /** Null: no clock runs. */
  readonly due: Moment | null;
}

/** Parts are shown where there are any. */
export interface WithParts {
  readonly parts?: readonly PartLine[];
}

type OfDesk = Head & { desk: AreaId | null };

/** What is said of joint orders: to helpers, and to whoever leads the whole. */
export interface JointParams {
  /** To those who are asked to do a part. */
  'ticket.part': OfDesk & { by: PersonId; words: readonly WordsId[]; due: Moment };
  'ticket.part-asked': OfDesk & { people: readonly PersonId[]; due: Moment };
  'ticket.part-claimed': Head & { words: readonly WordsId[]; due: Moment };
  /** To whoever said that their part is done, or not theirs. */
  'ticket.part-over': Head & { what: 'done' | 'declined' };
  /** `left`: parts that are not done yet. */
  'ticket.part-news': OfDesk & {
    what: 'claimed' | 'noted' | 'declined' | 'done';
    by: PersonId;
    words: readonly WordsId[];
    photos: boolean;
    left: number;
  };
  /** `yours`: to whoever has the part; otherwise to whoever leads. */
  'ticket.part-remind': OfDesk & {
    yours: boolean;
    people: readonly PersonId[];
    words: readonly WordsId[];
    due: Moment;
  };
  'ticket.part-late': OfDesk & { yours: boolean; people: readonly PersonId[]; words: readonly WordsId[]; due: Moment };
  /** To its helpers: it was taken away, or the whole was given up. */
  'ticket.part-dropped': OfDesk & { by: PersonId; words: readonly WordsId[] };
  'ticket.part-dropped-done': OfDesk & { left: number };
  /** To whoever did it: a reviewer sent it back. */
  'ticket.part-back': OfDesk & { by: PersonId; words: readonly WordsId[]; due: Moment };
  /** `desks`: who could be asked. */
  'refused.part': Head & { why: PartBar; parts: readonly PartLine[]; desks: readonly AreaId[] };
}

/** The keys of it that are about a ticket and no refusal. */
export type JointKey = Extract<keyof JointParams, `ticket.${string}`>;
