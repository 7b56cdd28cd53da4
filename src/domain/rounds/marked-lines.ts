import type { MarkLine } from '../wording/round-params';
import type { Household } from './household';
import type { Mark } from './mark';
import { mostMarks, type RoundPolicy } from './round-policy';

/** A household as it is named at its door. */
export const doorOf = ({ village, number }: Pick<Household, 'village' | 'number'>) => ({
  village,
  door: number,
});

export const markLines = (marks: Readonly<Record<string, number>>, { items }: RoundPolicy): readonly MarkLine[] =>
  items.flatMap(({ id, zh, en, most }) => {
    const mark = marks[id];
    return mark === undefined ? [] : [{ item: { zh, en }, mark, most }];
  });

export const markedOf = (mark: Mark, household: Pick<Household, 'village' | 'number'>, policy: RoundPolicy) => ({
  ...doorOf(household),
  ...{ marks: markLines(mark.marks, policy), total: mark.total, most: mostMarks(policy) },
});
