import type { Moment } from '../ids';
import type { AccountId } from './account';

/** Why points moved; the statement's words are chosen by it. */
export const postingReasons = [
  /** Earned: a report found true, hours served, a deed that neighbours named, marks of an inspection. */
  'report',
  'hours',
  'deed',
  'inspection',
  /** Earned beyond the month's budget; a grant of the director, and what it pays. */
  'queued',
  'granted',
  /** An order: points held, then given for it, or returned when it lapsed. */
  'held',
  'redeemed',
  'refunded',
  /** Pieces of an article that a shop got in. */
  'supplied',
  /** Hours kept for later, taken back out, given to somebody, to the neighbours' pool, granted out of it. */
  'time-kept',
  'time-taken',
  'time-given',
  'time-donated',
  'time-granted',
  /** Points lapsed at the end of their years. */
  'expired',
  /** Two accounts were found to be one person's, or not to be. */
  'same-person',
  /** Money of the public account, in fen. */
  'fund-income',
  'fund-expense',
  /** Taken back: what was rewarded proved false. Any other mistake is `reversal`. */
  'taken-back',
  'reversal',
] as const;
export type PostingReason = (typeof postingReasons)[number];
/** By these points come to somebody anew, or what came so is corrected; what an order returns was earned before. */
export const earnedReasons = [
  'report',
  'hours',
  'deed',
  'inspection',
  'time-taken',
  'granted',
  'taken-back',
  'reversal',
] as const satisfies readonly PostingReason[];
export type ReversalReason = Extract<PostingReason, 'taken-back' | 'reversal'>;

export interface Posting {
  /** The matter and rule that caused it: posted once. */
  readonly cause: string;
  readonly at: Moment;
  readonly reason: PostingReason;
  /** Whole points; they sum to zero. */
  readonly entries: readonly Entry[];
  /** The number of the matter that caused it, for the statement's line. */
  readonly number?: number | null;
  /** The month ("2026-11", the community's own) in whose honours list its points count. */
  readonly honours?: string | null;
}

export interface Entry {
  readonly account: AccountId;
  readonly points: number;
}

/** So many points from one account to another. */
export const move = (from: AccountId, to: AccountId, points: number): readonly Entry[] => [
  { account: from, points: points === 0 ? 0 : -points },
  { account: to, points },
];
