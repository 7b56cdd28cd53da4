import type { Community } from '../community/community';
import { decision, type Decision, type Say } from '../decision';
import type { Moment, PersonId } from '../ids';
import { afterQuietHours } from '../notices/after-quiet-hours';
import { accountOwner, type AccountId } from './account';
import { endOfYear, type PointsYear, type PointsYearEvent } from './points-year';
import { move } from './posting';

/** An account with what is on it, and what of it was earned since the moment from which points are kept. */
export interface Holding {
  readonly account: AccountId;
  readonly balance: number;
  readonly earned: number;
}

/** What was earned first is spent first: only what is left of the old lapses. */
export const lapsing = ({ balance, earned }: Holding): number => Math.max(0, balance - Math.max(0, earned));

interface Page {
  readonly holdings: readonly Holding[];
  /** Those of them who can be written to. */
  readonly reachable: readonly PersonId[];
}

interface When {
  readonly now: Moment;
  readonly community: Community;
}

const warn = ({ year }: PointsYear, { holdings, reachable }: Page, { now, community }: When): readonly Say[] =>
  holdings.flatMap((holding) => {
    const person = accountOwner(holding.account);
    const points = lapsing(holding);
    if (points === 0 || !reachable.includes(person)) return [];
    const { balance } = holding;
    const until = endOfYear(year, community);
    return [
      {
        ...{ to: { person }, key: `lapse.${year}`, urgency: 'ordinary', ...afterQuietHours(now, community) },
        ...{ wording: 'points.lapse-soon', params: { name: person, points, balance, until } },
      } satisfies Say,
    ];
  });

/** One page of accounts: their owners are warned, or what is left of the old points lapses; each account once a year. */
export const lapsePage = (state: PointsYear, page: Page, when: When): Decision<PointsYearEvent> => {
  const { now } = when;
  const { holdings } = page;
  const last = holdings.at(-1);
  if (!last) return decision<PointsYearEvent>({ events: [{ kind: 'turned', at: now }] });
  const losing = holdings.filter((holding) => lapsing(holding) > 0);
  const counted = { people: losing.length, points: losing.reduce((sum, holding) => sum + lapsing(holding), 0) };
  if (state.step === 'warn')
    return decision<PointsYearEvent>({
      events: [{ kind: 'warned', at: now, after: last.account, ...counted }],
      says: warn(state, page, when),
    });
  return decision<PointsYearEvent>({
    events: [{ kind: 'points-lapsed', at: now, after: last.account, ...counted }],
    postings: losing.map((holding) => ({
      ...{ cause: `lapsed:${state.year}:${holding.account}`, at: now, reason: 'expired' },
      entries: move(holding.account, `expired:${state.year}`, lapsing(holding)),
    })),
  });
};
