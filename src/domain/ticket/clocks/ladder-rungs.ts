import type { Community } from '../../community/community';
import type { Level } from '../../community/policy';
import type { Moment } from '../../ids';
import { othersAt } from '../dispatching/level-people';
import type { Ticket } from '../ticket';
import { clockOf, dueAfterPauses, stageDue, type LadderStage } from './stage-clock';
import { noticeAt } from './time-step';

/** One level that is told of a stage's breach, and when. `name` is its notice's. */
export interface Rung {
  readonly name: string;
  readonly at: Moment;
  readonly stage: LadderStage;
  readonly level: Level;
}

/**
 * The rungs above a stage: each is due its minutes after the notice of the rung below. A level that has nobody, or
 * only those the matter rests with, is passed over. A grid leader cannot approve.
 */
export const rungsOf = (ticket: Ticket, community: Community, stage: LadderStage, due: Moment): readonly Rung[] => {
  const clock = clockOf(ticket, community);
  const found: Rung[] = [];
  let at = due;
  for (const level of community.policy.ladder) {
    const name = `${stage === 'dispatch' && ticket.arranging ? ticket.arranging.why : stage}.breach.${level}`;
    const given = noticeAt(ticket, name);
    const cannot = stage === 'dispatch' && level === 'grid-leader';
    if (cannot || (given === null && othersAt(level, ticket, community, at).length === 0)) continue;
    found.push({ name, at, stage, level });
    at = dueAfterPauses(clock, given ?? at, community.policy.ladderMinutes, ticket.pauses);
  }
  return found;
};

/** Who is told next of this stage, if nothing is done; null at the top of the ladder. */
export const levelAfter = (
  ticket: Ticket,
  stage: LadderStage,
  done: Level | null,
  community: Community,
): Level | null => {
  const due = stageDue(ticket, community, stage);
  const rungs = due ? rungsOf(ticket, community, stage, due) : [];
  return rungs.find(({ name, level }) => level !== done && noticeAt(ticket, name) === null)?.level ?? null;
};
