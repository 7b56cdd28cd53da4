import type { Moment } from '../ids';
import { accountOwner, hasFloor, type AccountId } from './account';
import { reversalOf } from './books';
import type { Entry, Posting } from './posting';

export interface TakenBack {
  readonly posting: Posting;
  /** What came back, and what was spent already: nobody falls below zero, the rest is noted on an account of its own. */
  readonly taken: number;
  readonly missing: number;
}

/** Takes from an account what there is; the rest stands against its owner. */
const takeFrom = ({ account, points }: Entry, balance: (account: AccountId) => number): readonly Entry[] => {
  const wanted = -points;
  const taken = Math.max(0, Math.min(wanted, balance(account)));
  const rest: Entry = { account: `owed:${accountOwner(account)}`, points: taken - wanted };
  return [...(taken > 0 ? [{ account, points: -taken }] : []), ...(rest.points < 0 ? [rest] : [])];
};

const amount = (entries: readonly Entry[], wanted: (account: AccountId) => boolean): number =>
  entries.filter(({ account, points }) => points < 0 && wanted(account)).reduce((sum, { points }) => sum - points, 0);

/** What was rewarded proved false: the same posting the other way round, as far as the points are still there. */
export const takeBack = (posting: Posting, balance: (account: AccountId) => number, at: Moment): TakenBack => {
  const back = reversalOf(posting, at, 'taken-back');
  const entries = back.entries.flatMap((entry) =>
    hasFloor(entry.account) && entry.points < 0 ? takeFrom(entry, balance) : [entry],
  );
  return {
    posting: { ...back, entries },
    taken: amount(entries, hasFloor),
    missing: amount(entries, (id) => !hasFloor(id)),
  };
};
