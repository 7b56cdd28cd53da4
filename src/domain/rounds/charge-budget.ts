import type { Community } from '../community/community';
import type { Moment } from '../ids';
import { budgetAccount } from '../points/budget';
import { move, type Posting } from '../points/posting';

const issued = 'issued:inspection';

export const isFromBudget = ({ rounds, policy }: Pick<Community, 'rounds' | 'policy'>): boolean =>
  policy.pointsBudget !== 'none' && (rounds?.fromBudget ?? false);

/**
 * What the marks of many households gave, charged to the month's budget in one posting: a posting each would make a sum of
 * the budget, which every award reads, as long as the list of households.
 */
export const chargeBudget = (cause: string, points: number, at: Moment, community: Community): readonly Posting[] =>
  points > 0 && isFromBudget(community)
    ? [
        {
          cause: `${cause}:budget`,
          at,
          reason: 'inspection',
          entries: move(budgetAccount(at, community), issued, points),
        },
      ]
    : [];

/** What came back goes to the budget of the month that it was charged to. */
export const returnToBudget = (
  { cause, at: given }: Posting,
  points: number,
  at: Moment,
  community: Community,
): readonly Posting[] =>
  points > 0 && isFromBudget(community)
    ? [
        {
          ...{ cause: `${cause}:budget:reversal`, at, reason: 'taken-back' },
          entries: move(issued, budgetAccount(given, community), points),
        },
      ]
    : [];
