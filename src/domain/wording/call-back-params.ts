import type { AreaId, Moment, PersonId, WordsId } from '../ids';
import type { TellingWay } from '../ticket/in-person/told';
import type { Head } from './head';

/** Text 5, and what follows when a reporter was asked how it came out. */
export interface CallBackParams {
  'ticket.call-back': Head & {
    name: PersonId;
    summary: readonly WordsId[];
    desk: AreaId | null;
    again: boolean;
    photos: boolean;
  };
  /** `unheard`: the question does not even reach the person; `who`: for whom it was reported; `toldBy`: who told them the result, and did the work. */
  'ticket.phone-task': Head & {
    name: PersonId;
    asks: number;
    unheard: boolean;
    who?: readonly WordsId[];
    toldBy?: PersonId;
  };
  /** To whoever reported it for somebody else. `own`: whose own work it is. */
  'ticket.tell-result': Head & {
    name: PersonId;
    who: readonly WordsId[];
    result: readonly WordsId[];
    own: boolean;
    again: boolean;
  };
  /** Somebody was told in person; what comes next. */
  'ticket.told': Head & { how: TellingWay; next: 'nothing' | 'outcome' | 'others-ask' };
  'refused.needs-telling': Head;
  /** What was done of a rider's, once a day. */
  'ticket.call-backs': { name: PersonId; items: readonly (Head & { summary: readonly WordsId[] })[] };
  'ticket.call-backs-thanks': { name: PersonId; numbers: readonly number[] };
  'ticket.no-answer': Head & { name: PersonId };
  'ticket.thanks': Head & { name: PersonId; points: number };
  'ticket.thanks-unsatisfied': Head & { name: PersonId; points: number };
  /** Another reporter said that it is solved; this one's answer is still looked for. */
  'ticket.closed-by-other': Head & { name: PersonId; points: number };
  /** To whoever did it: what a reporter added to the answer. */
  'ticket.remarked': Head & { words: readonly WordsId[]; satisfied: boolean };
  /** Long after it was closed: is it still well? */
  'ticket.revisit': Head & { name: PersonId; summary: readonly WordsId[]; closedAt: Moment };
  'ticket.still-fine': Head & { name: PersonId };
  'ticket.not-seen-yet': Head & { nextAt: Moment };
  'ticket.reopened': Head & { times: number; due: Moment | null; words: readonly WordsId[] };
  'ticket.reopened-thanks': Head & { due: Moment | null };
  /** To the level above the owner, and why. */
  'ticket.reopened-often': Head & { times: number; owner: PersonId | null; due: Moment | null };
}
