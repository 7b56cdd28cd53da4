import type { mongo } from 'mongoose';
import { z } from 'zod';
import type { Community } from '../../domain/community/community';
import {
  reporterKinds,
  type ComplaintsRow,
  type FigureRow,
  type FiguresBy,
  type Span,
  type Subject,
} from '../../domain/figures/figures';
import type { Moment } from '../../domain/ids';
import type { Figures } from '../../usecases/ports-of-figures';
import { counting } from './counting';
import { lookUpHistory, ticketFacts } from './ticket-facts';
import type { Expression } from './expression';
import { countHandedOut } from './handed-out';
import { countStanding } from './standing';
import type { Tables } from '../models';
import type { Scope } from '../scope';

type Needs = Pick<Tables, 'matters' | 'events'>;

const kindOf = (role: Expression): Expression => ({
  $switch: {
    branches: [
      { case: { $eq: [role, 'resident'] }, then: 'residents' },
      { case: { $eq: [role, 'rider'] }, then: 'riders' },
    ],
    default: 'others',
  },
});

const monthOf = (moment: Expression, { calendar: { timeZone } }: Community): Expression => ({
  $dateToString: { date: { $toDate: moment }, format: '%Y-%m', timezone: timeZone },
});

const keyOf = (by: FiguresBy, community: Community): Expression => {
  switch (by) {
    case 'all':
      return null;
    case 'area':
      return '$state.place.area';
    case 'category':
      return '$state.category';
    case 'desk':
      return '$state.desk';
    case 'month':
      return monthOf('$state.reportedAt', community);
    case 'reporters':
      return kindOf({ $first: '$state.reporters.role' });
  }
};

const countOf = (condition: Expression): mongo.Document => ({ $sum: { $cond: [condition, 1, 0] } });

/** The latest answer counts; a ticket that was reopened was answered "not solved". */
const calledBack = { $or: [{ $ne: ['$state.solved', null] }, { $gt: ['$state.reopenings', 0] }] };

/** Of what is done now; a reviewer may still send it back. */
const isSettled = {
  $and: [{ $ne: [{ $ifNull: ['$state.settledAt', null] }, null] }, { $ne: ['$state.phase', 'under-review'] }],
};

const count = z.int().nonnegative();
const Row = z.object({
  _id: z.string().nullable(),
  tickets: count,
  responseCounts: count,
  responded: count,
  onTimeCounts: count,
  onTime: count,
  calledBack: count,
  solved: count,
  satisfied: count,
  settled: count,
  inGrid: count,
  answerMinutes: z.number().nullable(),
});

const rowOf = (document: unknown): FigureRow => {
  const row = Row.parse(document);
  return {
    key: row._id,
    tickets: row.tickets,
    response: { count: row.responded, of: row.responseCounts },
    onTime: { count: row.onTime, of: row.onTimeCounts },
    solved: { count: row.solved, of: row.calledBack },
    satisfied: { count: row.satisfied, of: row.calledBack },
    inGrid: { count: row.inGrid, of: row.settled },
    answerMinutes: row.answerMinutes,
  };
};

const sums: mongo.Document = {
  tickets: { $sum: 1 },
  responseCounts: countOf('$facts.responseCounts'),
  responded: countOf('$facts.responded'),
  onTimeCounts: countOf('$facts.onTimeCounts'),
  onTime: countOf('$facts.onTime'),
  calledBack: countOf(calledBack),
  solved: countOf({ $eq: ['$state.solved', true] }),
  satisfied: countOf({ $eq: ['$state.satisfied', true] }),
  settled: countOf(isSettled),
  inGrid: countOf({ $and: [isSettled, { $in: ['$state.settledAt', ['grid', 'branch']] }] }),
  answerMinutes: { $avg: '$facts.answerMinutes' },
};

interface Asked {
  readonly span: Span;
  readonly community: Community;
  readonly subject: Subject | undefined;
}

const ratesPipeline = (
  { events }: Needs,
  { communityId }: Scope,
  { span: { from, to }, community, subject }: Asked,
  by: FiguresBy,
  now: Moment,
): mongo.Document[] => [
  { $match: { ...counting(communityId, community, subject), 'state.reportedAt': { $gte: from, $lt: to } } },
  lookUpHistory(communityId, events.raw.collectionName),
  ...ticketFacts(community, Date.parse(from), Date.parse(now)),
  { $group: { _id: keyOf(by, community), ...sums } },
  { $sort: { _id: 1 } },
];

const Complaints = z.object({ _id: z.string(), residents: count, riders: count, others: count });

const complaintsPipeline = (
  { communityId }: Scope,
  { span: { from, to }, community, subject }: Asked,
): mongo.Document[] => [
  {
    $match: {
      ...counting(communityId, community, subject),
      'state.reportedAt': { $lt: to },
      'state.reporters.at': { $gte: from },
    },
  },
  { $unwind: '$state.reporters' },
  { $match: { 'state.reporters.kind': 'reporter', 'state.reporters.at': { $gte: from, $lt: to } } },
  {
    $group: {
      _id: monthOf('$state.reporters.at', community),
      ...Object.fromEntries(
        reporterKinds.map((kind) => [kind, countOf({ $eq: [kindOf('$state.reporters.role'), kind] })]),
      ),
    },
  },
  { $sort: { _id: 1 } },
];

export const createFigures = (tables: Needs, scope: Scope): Figures => ({
  rates: async (span, by, now, community, subject) => {
    const found = await tables.matters.raw
      .aggregate(ratesPipeline(tables, scope, { span, community, subject }, by, now), { allowDiskUse: true })
      .toArray();
    return found.map(rowOf);
  },

  complaints: async (span, community, subject) => {
    const found = await tables.matters.raw
      .aggregate(complaintsPipeline(scope, { span, community, subject }), { allowDiskUse: true })
      .toArray();
    return found.map((each): ComplaintsRow => {
      const { _id, residents, riders, others } = Complaints.parse(each);
      return { month: _id, residents, riders, others };
    });
  },

  handedOut: (month, shops, community) => countHandedOut(tables, scope, month, shops, community),

  standing: (today, now, community, subject) => countStanding(tables, scope, { today, now, community, subject }),
});
