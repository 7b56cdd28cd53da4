import type { Community } from '../community/community';
import { decision, type Decision } from '../decision';
import type { Moment } from '../ids';
import type { VillageLine } from '../wording/round-params';
import { chargeBudget } from './charge-budget';
import type { Household } from './household';
import { changeMark, type MarkChange, type MarkEvent } from './mark';
import { postingOf } from './objections';
import type { Round, RoundEvent } from './round';
import { daysFrom, roundDue } from './round-clock';
import {
  saysOfAllPosted,
  saysOfOpened,
  saysOfPosted,
  saysOfPublished,
  saysOfReminded,
  saysOfTold,
  saysOfWaiting,
  type MarkedHousehold,
  type When,
} from './round-says';

/** Of the households and their marks, what the step that is due needs to know; the rest is left out. */
export interface RoundFacts {
  /** Drawn for a round that begins; 0 else. */
  readonly number: number;
  readonly villages: readonly VillageLine[];
  /** Some hundred of those that are to be told or posted next; empty: all are. */
  readonly batch: readonly MarkedHousehold[];
  /** Households whose objection nobody decided. */
  readonly objected: readonly Pick<Household, 'village' | 'number'>[];
}

export const noFacts: RoundFacts = { number: 0, villages: [], batch: [], objected: [] };

interface Ticking extends When {
  readonly round: Round;
  readonly facts: RoundFacts;
}

const sum = (villages: readonly VillageLine[], of: (line: VillageLine) => number): number =>
  villages.reduce((total, line) => total + of(line), 0);

const unmarkedIn = (villages: readonly VillageLine[]): number =>
  sum(villages, ({ households, marked }) => households - marked);

/** The round begins: its day came, or staff said so. */
export const openRound = (
  round: Round,
  by: string | null,
  { facts, ...when }: When & { readonly facts: RoundFacts },
): Decision<RoundEvent> => {
  const { markDays, remindDays } = when.policy;
  const closesAt = daysFrom(when.now, markDays, when.community);
  const remindAt = daysFrom(when.now, markDays - remindDays, when.community);
  const households = sum(facts.villages, (line) => line.households);
  return decision<RoundEvent>({
    events: [{ kind: 'opened', at: when.now, by, number: facts.number, remindAt, closesAt, households }],
    says: saysOfOpened({ ...round, number: facts.number }, facts.villages, closesAt, when),
  });
};

const tickMarking = ({ round, facts: { villages }, ...when }: Ticking): Decision<RoundEvent> => {
  const { closesAt } = round;
  const unmarked = unmarkedIn(villages);
  if (closesAt === null || when.now >= closesAt)
    return decision<RoundEvent>({ events: [{ kind: 'closed', at: when.now, unmarked }] });
  return decision<RoundEvent>({
    events: [{ kind: 'reminded', at: when.now, unmarked }],
    says: saysOfReminded(round, villages, closesAt, when),
  });
};

const changesOf = (batch: readonly MarkedHousehold[], event: MarkEvent): readonly MarkChange[] =>
  batch.flatMap((each) => changeMark(each.mark, each, [event]) ?? []);

const tickTelling = ({ round, facts: { batch, villages }, ...when }: Ticking): Decision<RoundEvent> => {
  // From the close, not from this batch: everybody of the round hears the same day.
  const until = daysFrom(round.closesAt ?? when.now, when.policy.objectionDays, when.community);
  const open = until > when.now ? until : daysFrom(when.now, 1, when.community);
  if (batch.length === 0)
    return decision<RoundEvent>({
      events: [{ kind: 'objections-opened', at: when.now, until: open }],
      says: saysOfPublished(round, unmarkedIn(villages), open, when),
    });
  const paper = batch.filter(({ to }) => to === null).length;
  return decision<RoundEvent>({
    events: [{ kind: 'told', at: when.now, count: batch.length, paper }],
    says: saysOfTold(round, batch, open, when),
    marks: changesOf(batch, { kind: 'published', at: when.now }),
  });
};

/** What is to be posted next; of a round that was waited for, all that is left. */
const postBatch = ({ round, facts: { batch }, ...when }: Ticking): Decision<RoundEvent> => {
  const postings = batch.flatMap(({ mark }) => postingOf(mark, round, when.now) ?? []);
  const points = batch.reduce((total, { mark }) => total + mark.points, 0);
  const plaques = batch.filter(({ mark }) => mark.plaque).length;
  return decision<RoundEvent>({
    events: [{ kind: 'posted', at: when.now, count: batch.length, points, plaques }],
    says: saysOfPosted(round, batch, when),
    postings: [
      ...postings,
      ...chargeBudget(`round:${round.id}:${round.posted.count}`, points, when.now, when.community),
    ],
    marks: changesOf(batch, { kind: 'posted', at: when.now }),
  });
};

const finish = ({ round, facts: { objected }, ...when }: Ticking): Decision<RoundEvent> => {
  const waits: RoundEvent = { kind: 'waited', at: when.now, open: objected.length };
  const told = round.phase === 'deciding' ? [] : saysOfAllPosted(round, objected.length, when);
  if (objected.length === 0) return decision<RoundEvent>({ events: [{ kind: 'ended', at: when.now }], says: told });
  return decision<RoundEvent>({ events: [waits], says: [...told, ...saysOfWaiting(round, objected, when)] });
};

const tickPosting = (ticking: Ticking): Decision<RoundEvent> =>
  ticking.facts.batch.length > 0 ? postBatch(ticking) : finish(ticking);

/**
 * Time passed. Whatever is done to many households is done some hundred at a time, each time with the round itself and
 * with the marks it is about, in one transaction: a program that is killed goes on where it was, and nothing is done twice.
 */
export const tickRound = (
  round: Round,
  { now, community, facts }: { readonly now: Moment; readonly community: Community; readonly facts: RoundFacts },
): Decision<RoundEvent> => {
  const due = roundDue(round);
  const policy = community.rounds;
  if (due === null || due > now || policy === null) return decision<RoundEvent>();
  const ticking: Ticking = { round, facts, now, community, policy };
  switch (round.phase) {
    case 'planned':
      return openRound(round, null, ticking);
    case 'marking':
      return tickMarking(ticking);
    case 'telling':
      return tickTelling(ticking);
    case 'objecting':
      return decision<RoundEvent>({ events: [{ kind: 'objections-closed', at: now }] });
    case 'posting':
    case 'deciding':
      return tickPosting(ticking);
    case 'done':
      return decision<RoundEvent>();
  }
};
