import { localTime } from '../calendar/local-time';
import type { Community } from '../community/community';
import { counts, signedFen, type FundEntry } from './fund-entry';

export interface FundMonth {
  readonly month: string;
  /** The oldest first, each with what is on the account after it. */
  readonly lines: readonly { readonly entry: FundEntry; readonly signed: number; readonly balance: number }[];
  readonly income: number;
  readonly expense: number;
  /** Before the first line, and after the last. */
  readonly opening: number;
  readonly closing: number;
}

/** A month of the account, folded from all lines that stand: a counter entry lowers what it takes back. */
export const fundMonth = (
  entries: readonly FundEntry[],
  month: string,
  { calendar }: Pick<Community, 'calendar'>,
): FundMonth => {
  const monthOf = ({ second, at }: FundEntry): string =>
    localTime(second?.at ?? at, calendar.timeZone).date.slice(0, 7);
  const standing = entries
    .filter(counts)
    .map((entry) => ({ entry, signed: signedFen(entry), at: entry.second?.at ?? entry.at, month: monthOf(entry) }))
    .sort((one, other) => one.at.localeCompare(other.at) || one.entry.number - other.entry.number);
  const opening = standing.filter((each) => each.month < month).reduce((sum, { signed }) => sum + signed, 0);
  let balance = opening;
  const lines = standing
    .filter((each) => each.month === month)
    .map(({ entry, signed }) => {
      balance += signed;
      return { entry, signed, balance };
    });
  const sumOf = (way: 'income' | 'expense'): number =>
    lines
      .filter(({ entry }) => (entry.corrects?.way ?? entry.way) === way)
      .reduce((sum, { signed }) => sum + signed, 0);
  return { month, lines, income: sumOf('income'), expense: -sumOf('expense') + 0, opening, closing: balance };
};
