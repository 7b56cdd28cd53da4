import { localTime } from '../calendar/local-time';
import { communityArea } from '../community/area-tree';
import type { Community } from '../community/community';
import { directorsFor } from '../community/responsible';
import type { Guard, GuardWrite, Say } from '../decision';
import type { Moment, PersonId } from '../ids';
import { afterQuietHours } from '../notices/after-quiet-hours';
import type { AccountId } from './account';
import { move, type Posting } from './posting';
import type { AwardGiven } from './award';

/** Below so many points awards wait for one another, so that none goes beyond; above they need not. */
const nearlyUsedUp = 500;

/** The month's budget; what is not given out of it by the end of the month lapses with it. */
export const budgetAccount = (now: Moment, { calendar }: Pick<Community, 'calendar'>): AccountId =>
  `budget:${localTime(now, calendar.timeZone).date.slice(0, 7)}`;

interface Given {
  readonly person: PersonId;
  readonly now: Moment;
  readonly community: Community;
  /** The guard of the budget is named like its account; its count is what is left. */
  readonly guard: (id: string) => Guard;
}

/** What an award comes to: posted at once, put into the queue for the next grant, or refused. */
export interface Awarded {
  readonly points: number;
  readonly postings: readonly Posting[];
  readonly guards: readonly GuardWrite[];
  readonly says: readonly Say[];
}

const nothing: Awarded = { points: 0, postings: [], guards: [], says: [] };

/** The directors hear once that the month's budget is used up; whoever earned hears what becomes of it. */
const beyond = (points: number, told: boolean, { person, now, community }: Given): readonly Say[] => {
  const queued = community.policy.pointsBudget === 'queue';
  const month = budgetAccount(now, community).slice('budget:'.length);
  const later = { urgency: 'ordinary', ...afterQuietHours(now, community) } as const;
  const directors = told ? [] : directorsFor(community, communityArea(community)?.id ?? null, now);
  return [
    {
      ...{ to: { person }, key: `beyond-budget.${person}`, ...later },
      ...{ wording: 'points.beyond-budget', params: { points, queued } },
    },
    ...directors.map(({ id }): Say => ({
      ...{ to: { person: id }, key: `budget-used-up.${month}`, ...later },
      ...{ wording: 'points.budget-used-up', params: { month, queued } },
    })),
  ];
};

const queue = (posting: Posting, { person, now, community }: Given, points: number): Posting => {
  const month = budgetAccount(now, community).slice('budget:'.length);
  return {
    ...posting,
    reason: 'queued',
    honours: null,
    entries: move(`promised:${month}`, `queued:${person}`, points),
  };
};

/** Where the community keeps a budget, an award comes out of it; beyond it, it waits or is refused, as the pack says. */
export const withinBudget = (award: AwardGiven | null, given: Given): Awarded => {
  if (!award) return nothing;
  const { posting, points } = award;
  const { now, community, person } = given;
  if (community.policy.pointsBudget === 'none') return { points, postings: [posting], guards: [award.guard], says: [] };
  const account = budgetAccount(now, community);
  const { version, value } = given.guard(account);
  const left = (value?.count ?? 0) - points;
  const told = value?.at !== undefined;
  if (left >= 0)
    return {
      ...{ points, says: [] },
      postings: [{ ...posting, entries: move(account, `person:${person}`, points) }],
      guards: [
        award.guard,
        ...(left < nearlyUsedUp ? [{ id: account, version, value: { ...value, count: left } }] : []),
      ],
    };
  const queued = community.policy.pointsBudget === 'queue';
  return {
    points: 0,
    postings: queued ? [queue(posting, given, points)] : [],
    guards: [
      ...(queued ? [award.guard] : []),
      { id: account, version, value: { count: value?.count ?? 0, at: value?.at ?? now } },
    ],
    says: beyond(points, told, given),
  };
};

/** What waits is paid, one person after the other, as far as the budget goes; nobody in parts. */
export const payQueued = (
  waiting: readonly { readonly person: PersonId; readonly points: number }[],
  left: number,
  { now, community, cause }: { readonly now: Moment; readonly community: Community; readonly cause: string },
): readonly { readonly person: PersonId; readonly points: number; readonly posting: Posting }[] => {
  const account = budgetAccount(now, community);
  let budget = left;
  return waiting.flatMap(({ person, points }) => {
    if (points > budget) return [];
    budget -= points;
    const entries = [
      ...move(`queued:${person}`, `promised:${account.slice('budget:'.length)}`, points),
      ...move(account, `person:${person}`, points),
    ];
    return [{ person, points, posting: { cause: `${cause}:queued:${person}`, at: now, reason: 'granted', entries } }];
  });
};
