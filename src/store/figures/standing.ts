import { z } from 'zod';
import type { Community } from '../../domain/community/community';
import type { Standing, Subject } from '../../domain/figures/figures';
import { msPerDay } from '../../domain/figures/working-table';
import type { Moment } from '../../domain/ids';
import type { TicketPhase } from '../../domain/ticket/ticket';
import type { Tables } from '../models';
import type { Scope } from '../scope';
import { counting } from './counting';
import { lookUpHistory, ticketFacts } from './ticket-facts';

type Needs = Pick<Tables, 'matters' | 'events'>;

interface Asked {
  readonly today: Moment;
  readonly now: Moment;
  readonly community: Community;
  readonly subject: Subject | undefined;
}

const TOP = 3;
/** What was dispatched before is late by any deadline: its clock is counted from here on. */
const TABLE_DAYS = 400;

/** Not dispatched yet, or done: nobody can be late with it. */
const withoutClock = ['doubted', 'reported', 'under-review', 'resolved'] satisfies readonly TicketPhase[];

const Top = z.object({ _id: z.string().nullable(), count: z.int() });
const Count = z.object({ count: z.int() });

const topCategories = async (
  { matters }: Needs,
  { communityId }: Scope,
  { today, community, subject }: Asked,
): Promise<Standing['top']> => {
  const found = await matters.raw
    .aggregate([
      { $match: { ...counting(communityId, community, subject), 'state.reportedAt': { $gte: today } } },
      { $group: { _id: '$state.category', count: { $sum: 1 } } },
      { $sort: { count: -1, _id: 1 } },
      { $limit: TOP },
    ])
    .toArray();
  return found.map((each) => {
    const { _id, count } = Top.parse(each);
    return { category: _id, count };
  });
};

const countOverdue = async (
  { matters, events }: Needs,
  { communityId }: Scope,
  { now, community, subject }: Asked,
): Promise<number> => {
  const at = Date.parse(now);
  const found = await matters.raw
    .aggregate([
      { $match: { ...counting(communityId, community, subject), open: true, 'state.phase': { $nin: withoutClock } } },
      lookUpHistory(communityId, events.raw.collectionName),
      ...ticketFacts(community, at - TABLE_DAYS * msPerDay, at),
      { $match: { 'facts.lateNow': true } },
      { $count: 'count' },
    ])
    .toArray();
  return found.length === 0 ? 0 : Count.parse(found[0]).count;
};

/** How things stand at this moment of today. */
export const countStanding = async (tables: Needs, scope: Scope, asked: Asked): Promise<Standing> => {
  const own = counting(scope.communityId, asked.community, asked.subject);
  const closed = { ...own, 'state.closedFor': 'called-back', 'state.closedAt': { $gte: asked.today } };
  const unheeded = { 'state.class': 'critical', 'state.phase': { $in: ['reported', 'dispatched'] } };
  const count = (filter: object): Promise<number> => tables.matters.raw.countDocuments(filter);
  const [fresh, open, overdue, solved, satisfied, unacknowledged, top] = await Promise.all([
    count({ ...own, 'state.reportedAt': { $gte: asked.today } }),
    count({ ...own, open: true }),
    countOverdue(tables, scope, asked),
    count({ ...closed, 'state.solved': true }),
    count({ ...closed, 'state.satisfied': true }),
    count({ ...own, open: true, ...unheeded }),
    topCategories(tables, scope, asked),
  ]);
  return { fresh, open, overdue, solved, satisfied, unacknowledged, top };
};
