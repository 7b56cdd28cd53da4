import type { Moment } from '../ids';
import { accountKind, accountOwner, hasFloor, type AccountId } from './account';
import { reversalOf } from './books';
import type { Entry, Posting } from './posting';

export interface TakenBack {
  readonly posting: Posting;
  /** What came back, and what was spent already: nobody falls below zero, the rest is noted on an account of its own. */
  readonly taken: number;
  readonly missing: number;
}

/** Where points may be by now: what waited for the budget was paid meanwhile, perhaps. */
export const placesOf = (account: AccountId): readonly AccountId[] =>
  accountKind(account) === 'queued' ? [account, `person:${accountOwner(account)}`] : [account];

/** Takes from an account what there is; the rest stands against its owner. */
const takeFrom = ({ account, points }: Entry, balance: (account: AccountId) => number): readonly Entry[] => {
  let missing = -points;
  const taken = placesOf(account).map((place): Entry => {
    const some = Math.max(0, Math.min(missing, balance(place)));
    missing -= some;
    return { account: place, points: -some };
  });
  return [...taken, { account: `owed:${accountOwner(account)}`, points: -missing } as const].filter(
    (entry) => entry.points < 0,
  );
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
