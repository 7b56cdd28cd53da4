import { refused, type Result } from '../decision';
import type { Community } from '../community/community';
import type { AccountId } from '../points/account';
import type { Posting } from '../points/posting';
import { takeBack } from '../points/take-back';
import type { Moment, PersonId, WordsId } from '../ids';
import { returnToBudget } from './charge-budget';
import { isOfHousehold, type StoredMark } from './give-marks';
import type { Household } from './household';
import { changeMark, type MarkChange } from './mark';

export type NotTakenBack = 'own' | 'none' | 'before';

export interface MarksTakenBack {
  readonly change: MarkChange;
  readonly postings: readonly Posting[];
  readonly taken: number;
  readonly missing: number;
}

interface TakingBack {
  readonly household: Household;
  readonly before: StoredMark | null;
  /** What these marks gave. */
  readonly posting: Posting | null;
  readonly balance: (account: AccountId) => number;
  readonly by: PersonId;
  readonly words: WordsId;
  readonly now: Moment;
  readonly community: Community;
}

/** Marks proved wrong after they were posted: what they gave comes back as far as it is there, once; the plaque too. */
export const takeBackMarks = ({
  household,
  before,
  posting,
  balance,
  by,
  words,
  now: at,
  community,
}: TakingBack): Result<MarksTakenBack, NotTakenBack> => {
  if (isOfHousehold(household, by)) return refused('own');
  if (before?.mark.phase === 'taken-back') return refused('before');
  if (!posting || before?.mark.phase !== 'posted') return refused('none');
  const change = changeMark(before.mark, before, [{ kind: 'taken-back', at, by, words }]);
  if (!change) return refused('none');
  const { posting: back, taken, missing } = takeBack(posting, balance, at);
  const returned = returnToBudget(posting, taken + missing, at, community);
  return { ok: true, value: { change, postings: [back, ...returned], taken, missing } };
};
