import type { Moment, PersonId, WordsId } from '../ids';
import type { PostingReason } from '../points/posting';
import type { Nothing } from './nothing';

/** A line of a statement, with the balance after it. */
interface PointsLine {
  readonly at: Moment;
  readonly reason: PostingReason;
  readonly points: number;
  readonly balance: number;
  readonly number: number | null;
}

interface TakenBack {
  readonly number: number;
  readonly person: PersonId;
  readonly taken: number;
  readonly missing: number;
  readonly words: readonly WordsId[];
}

/** What is said of points, and the month's honours. */
export interface PointsParams {
  /** `saved`: time kept for later, in points, and what led to it. */
  'points.balance': {
    name: PersonId;
    balance: number;
    lines: readonly PointsLine[];
    saved: number;
    savedLines: readonly PointsLine[];
    /** Where all of it can be read and printed. */
    address?: { readonly words: WordsId; readonly until: Moment };
  };
  /** The month's list; a name that somebody chose, null where none was. */
  'points.honours': {
    month: string;
    lines: readonly { readonly points: number; readonly name: string | null }[];
    /** Whoever served another hundred hours. */
    badges?: readonly { readonly hours: number; readonly name: string | null }[];
  };
  'points.badge': { name: PersonId; hours: number };
  /** To staff, and to whoever had them: `missing` was spent already, and is noted. */
  'points.taken-back': TakenBack;
  'points.taken-from-you': TakenBack;
  'points.not-taken-back': { number: number; why: 'not-yours' | 'no-reason' | 'none' | 'own' | 'before' };
  /** To whoever earned beyond the month's budget; `queued`: it waits for the next grant, else it is lost. */
  'points.beyond-budget': { points: number; queued: boolean };
  'points.budget-used-up': { month: string; queued: boolean };
  'points.queue-paid': { points: number };
  /** `granted`: just now; `waiting` people wait for `queued` points. */
  'points.budget': { month: string; left: number; granted: number | null; waiting: number; queued: number };
  'points.budget-director': Nothing;
  'points.lapse-soon': { name: PersonId; points: number; balance: number; until: Moment };
  'points.honours-posted': { month: string; groups: number };
  'points.honours-staff': Nothing;
  /** `name` null: not to be named; `fits` false: it would show a number. */
  'points.honours-named': { name: string | null; fits: boolean };
}
