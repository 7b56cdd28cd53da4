import type { AreaId, Moment, PersonId, WordsId } from '../ids';
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
  'ticket.phone-task': Head & { name: PersonId; asks: number };
  'ticket.no-answer': Head & { name: PersonId };
  'ticket.thanks': Head & { name: PersonId; points: number };
  'ticket.thanks-unsatisfied': Head & { name: PersonId; points: number };
  'ticket.not-seen-yet': Head & { nextAt: Moment };
  'ticket.reopened': Head & { times: number; due: Moment | null };
  'ticket.reopened-thanks': Head & { due: Moment | null };
  /** To the level above the owner, and why. */
  'ticket.reopened-often': Head & { times: number; owner: PersonId | null; due: Moment | null };
}
