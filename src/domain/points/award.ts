import { localTime } from '../calendar/local-time';
import type { Community } from '../community/community';
import type { Policy } from '../community/policy';
import type { Guard, GuardWrite } from '../decision';
import type { MatterId, Moment, PersonId } from '../ids';
import { move, type Posting, type PostingReason } from './posting';

type Setting = Pick<Community, 'policy' | 'calendar'>;

/** What a person earns points by; each has a cap of its own for a day. */
export type AwardKind = Extract<PostingReason, 'report' | 'hours' | 'deed'>;

const capOf: { readonly [K in AwardKind]: (policy: Policy) => number } = {
  report: ({ reportPointsPerDay }) => reportPointsPerDay,
  hours: ({ hourPointsPerDay }) => hourPointsPerDay,
  deed: ({ deedPointsPerDay }) => deedPointsPerDay,
};

export interface ToAward {
  readonly kind: AwardKind;
  readonly person: PersonId;
  readonly matter: MatterId;
  /** The matter's number, for the statement. */
  readonly number?: number | null;
  /** What it is worth; the day's cap may leave less. */
  readonly points: number;
  /** Sets apart several awards of one matter to one person: sessions of a weekly activity. */
  readonly part?: string;
  /** The day that counts is the one on which it was served, not the one on which it was confirmed. */
  readonly at: Moment;
  readonly community: Setting;
  /** The guard as read, absent ones with version 0. */
  readonly guard: (id: string) => Guard;
}

export interface AwardGiven {
  readonly posting: Posting;
  readonly guard: GuardWrite;
  readonly points: number;
}

const dayOf = (at: Moment, { calendar }: Pick<Community, 'calendar'>): string => localTime(at, calendar.timeZone).date;

/** The guard that counts a person's points of one kind and local day; it is read before the decision. */
export const awardGuardId = (
  kind: AwardKind,
  person: PersonId,
  at: Moment,
  community: Pick<Community, 'calendar'>,
): string => `points:${kind}:${person}:${dayOf(at, community)}`;

/** Whether a decision that reads this may give points. */
export const isAwardGuard = (id: string): boolean => id.startsWith('points:');

/** Points are whole; of hours, whole steps count ("half hours count"): 2 h 20 min in steps of 30 are 2 h, at 10 an hour 20 points. */
export const pointsOfMinutes = (minutes: number, { hourPoints, hourStepMinutes }: Policy): number =>
  Math.floor((Math.floor(Math.max(0, minutes) / hourStepMinutes) * hourStepMinutes * hourPoints) / 60);

/**
 * Points for what was verified, never more of its kind in a day than the pack allows; null when there are none to give.
 * The cause of a report names the matter and the rule and not the cycle, so that a reopening never awards twice; where
 * several people earn by one matter, it names the person too.
 */
export const award = (given: ToAward): AwardGiven | null => {
  const { kind, person, matter, number = null, part, at, community } = given;
  const id = awardGuardId(kind, person, at, community);
  const { version, value } = given.guard(id);
  const today = value?.count ?? 0;
  const points = Math.min(given.points, capOf[kind](community.policy) - today);
  if (points <= 0) return null;
  const cause = [matter, kind, ...(kind === 'report' ? [] : [person]), ...(part === undefined ? [] : [part])].join(':');
  return {
    points,
    guard: { id, version, value: { count: today + points, at } },
    posting: {
      cause,
      at,
      reason: kind,
      number,
      honours: dayOf(at, community).slice(0, 7),
      entries: move(`issued:${kind}`, `person:${person}`, points),
    },
  };
};
