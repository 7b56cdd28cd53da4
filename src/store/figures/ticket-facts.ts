import type { mongo } from 'mongoose';
import type { Community } from '../../domain/community/community';
import type { TicketEvent } from '../../domain/ticket/ticket-event';
import { deskTables } from './desk-tables';
import { minutesOf } from './stage-minutes';
import { msOf, type Expression } from './expression';
import { clockMs, isLate, withTable } from './working-expression';

const answers = ['claimed', 'took-charge', 'handed-over'] satisfies readonly TicketEvent['kind'][];
const endings = ['withdrawn', 'refused-with-reason', 'not-ours', 'archived'] satisfies readonly TicketEvent['kind'][];
const clockKinds = [
  ...answers,
  ...endings,
  'dispatched',
  'waiting-began',
  'waiting-ended',
  'resolved',
  'reopened',
  'merged',
  'unmerged',
  'objected',
  'ruling-asked',
  'ruled',
  'review-asked',
  'review-passed',
  'review-lapsed',
  'sent-back',
  'papers-asked',
  'papers-missing',
  'papers-complete',
] satisfies readonly TicketEvent['kind'][];

/** Its history, as far as clocks are concerned. */
export const lookUpHistory = (communityId: string, events: string): mongo.Document => ({
  $lookup: {
    from: events,
    localField: 'id',
    foreignField: 'matter',
    pipeline: [
      { $match: { communityId, 'event.kind': { $in: clockKinds } } },
      { $sort: { version: 1, index: 1 } },
      { $project: { _id: 0, kind: '$event.kind', at: '$event.at', back: '$event.back', until: '$event.until' } },
    ],
    as: 'history',
  },
});

const nothing = {
  claimStart: null,
  claimPauses: [],
  answered: null,
  start: null,
  since: null,
  until: null,
  pauses: [],
  runs: [],
  unproven: false,
  lacking: false,
};

const isNull = (value: Expression): Expression => ({ $eq: [value, null] });
const given = (...changes: readonly Expression[]): Expression => ({ $mergeObjects: ['$$value', ...changes] });
const pausesEnded: Expression = {
  $cond: [
    isNull('$$value.since'),
    '$$value.pauses',
    { $concatArrays: ['$$value.pauses', [{ from: '$$value.since', to: '$$at' }]] },
  ],
};
/** Before it is answered a ticket pauses only while it is merged into another. */
const firstAnswer = {
  answered: { $ifNull: ['$$value.answered', '$$at'] },
  claimPauses: { $cond: [isNull('$$value.answered'), pausesEnded, '$$value.claimPauses'] },
};
/** `done`: its end was the work; a run that ended otherwise counts when it was late. */
const runEnded = (done: boolean): Expression => ({
  $cond: [
    isNull('$$value.start'),
    '$$value.runs',
    { $concatArrays: ['$$value.runs', [{ start: '$$value.start', end: '$$at', pauses: pausesEnded, done }]] },
  ],
});
/** While an application's papers are missing nobody's clock for the work runs. */
const freshWork = { start: { $cond: ['$$value.lacking', null, '$$at'] }, pauses: [], since: null };

/** What an event does to the clocks; as `stage-runs.ts` of the domain says it. */
const follow: Expression = {
  $switch: {
    branches: [
      {
        case: { $eq: ['$$this.kind', 'dispatched'] },
        then: given(freshWork, { $cond: [isNull('$$value.answered'), { claimStart: '$$at' }, {}] }),
      },
      { case: { $in: ['$$this.kind', ['reopened', 'sent-back', 'ruled']] }, then: given(freshWork) },
      // An application's clock for the work waits until its papers are complete.
      {
        case: { $in: ['$$this.kind', ['papers-asked', 'papers-missing']] },
        then: given({ lacking: true, start: null }),
      },
      {
        case: { $eq: ['$$this.kind', 'papers-complete'] },
        then: given({
          start: '$$at',
          pauses: [],
          since: { $cond: [isNull('$$value.since'), null, '$$at'] },
          lacking: false,
        }),
      },
      // Given back: nobody's clock runs until it is arranged.
      {
        case: { $in: ['$$this.kind', ['objected', 'ruling-asked']] },
        then: given(
          { start: null, since: null, pauses: [] },
          { $cond: [isNull('$$value.answered'), { claimStart: null }, {}] },
        ),
      },
      // Done is what a reviewer passes; until then it is neither done nor, while its time is not over, late.
      { case: { $eq: ['$$this.kind', 'review-asked'] }, then: given({ unproven: true }) },
      { case: { $in: ['$$this.kind', ['review-passed', 'review-lapsed']] }, then: given({ unproven: false }) },
      { case: { $eq: ['$$this.kind', 'waiting-began'] }, then: given({ since: '$$at', until: msOf('$$this.until') }) },
      { case: { $eq: ['$$this.kind', 'waiting-ended'] }, then: given({ pauses: pausesEnded, since: null }) },
      // What waits goes on waiting while it is merged, and after that.
      {
        case: { $eq: ['$$this.kind', 'merged'] },
        then: { $cond: [isNull('$$value.since'), given({ since: '$$at', until: null }), '$$value'] },
      },
      {
        case: { $eq: ['$$this.kind', 'unmerged'] },
        then: {
          $cond: [{ $eq: ['$$this.back', 'waiting'] }, '$$value', given({ pauses: pausesEnded, since: null })],
        },
      },
      { case: { $in: ['$$this.kind', answers] }, then: given(firstAnswer, { pauses: pausesEnded, since: null }) },
      {
        case: { $eq: ['$$this.kind', 'resolved'] },
        then: given(firstAnswer, { runs: runEnded(true), start: null, pauses: [], since: null, unproven: false }),
      },
    ],
    default: given(firstAnswer, { runs: runEnded(false), start: null, pauses: [], since: null }),
  },
};

/** `claimStart`, `answered`, finished `runs`, and the run that still goes on (`start`, `pauses`, `since`). */
const foldClocks: mongo.Document = {
  $set: {
    clocks: {
      $reduce: {
        input: '$history',
        initialValue: { $literal: nothing },
        in: { $let: { vars: { at: msOf('$$this.at') }, in: follow } },
      },
    },
  },
};

const late = (community: Community, from: number, now: number): Expression => {
  const table = deskTables(community, from, Math.max(from, now));
  const claimMinutes = minutesOf(community, 'claimMinutes');
  const minutes = minutesOf(community, 'resolveMinutes');
  const running = {
    $cond: [
      isNull('$clocks.since'),
      '$clocks.pauses',
      { $concatArrays: ['$clocks.pauses', [{ from: '$clocks.since', to: { $ifNull: ['$clocks.until', now] } }]] },
    ],
  };
  const claim = {
    start: '$clocks.claimStart',
    stop: { $ifNull: ['$clocks.answered', now] },
    pauses: { $cond: [isNull('$clocks.answered'), running, '$clocks.claimPauses'] },
    minutes: claimMinutes,
  };
  const resolve = { start: '$clocks.start', stop: now, pauses: running, minutes };
  return withTable(table, {
    claim: { $and: [{ $not: isNull('$clocks.claimStart') }, isLate(claim, table)] },
    before: {
      $anyElementTrue: {
        $map: {
          input: '$clocks.runs',
          as: 'run',
          in: isLate({ start: '$$run.start', stop: '$$run.end', pauses: '$$run.pauses', minutes }, table),
        },
      },
    },
    now: { $and: [{ $not: isNull('$clocks.start') }, isLate(resolve, table)] },
    // What was answered before anybody was asked took no time of a desk.
    answerMs: {
      $cond: [
        { $or: [isNull('$clocks.answered'), isNull('$clocks.claimStart')] },
        null,
        clockMs({ start: '$clocks.claimStart', stop: '$clocks.answered', pauses: '$clocks.claimPauses' }, table),
      ],
    },
  });
};

const isAnswered = { $not: isNull('$clocks.answered') };
const wasDone = { $and: [{ $in: [true, '$clocks.runs.done'] }, { $not: '$clocks.unproven' }] };

/** From the history to what the figures count; each `true` or `false` a ticket. `from`: before any of these tickets. */
export const ticketFacts = (community: Community, from: number, now: number): readonly mongo.Document[] => [
  foldClocks,
  { $set: { late: late(community, from, now) } },
  {
    $set: {
      facts: {
        responseCounts: { $or: [isAnswered, '$late.claim'] },
        responded: { $and: [isAnswered, { $not: '$late.claim' }] },
        onTimeCounts: { $or: [wasDone, '$late.before', '$late.now'] },
        onTime: { $and: [wasDone, { $not: '$late.before' }, { $not: '$late.now' }] },
        answerMinutes: { $divide: ['$late.answerMs', 60_000] },
        lateNow: { $or: [{ $and: [{ $not: isAnswered }, '$late.claim'] }, '$late.now'] },
      },
    },
  },
];
