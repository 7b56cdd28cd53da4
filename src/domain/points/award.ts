import { localTime } from '../calendar/local-time';
import type { Community } from '../community/community';
import type { Guard, GuardWrite, Posting } from '../decision';
import type { MatterId, Moment, PersonId } from '../ids';

type Setting = Pick<Community, 'policy' | 'calendar'>;

export interface ReportToAward {
  readonly person: PersonId;
  readonly matter: MatterId;
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

/** The guard that counts a person's points of one local day; it is read before the decision. */
export const awardGuardId = (person: PersonId, at: Moment, { calendar }: Pick<Community, 'calendar'>): string =>
  `points:report:${person}:${localTime(at, calendar.timeZone).date}`;

/**
 * Points for a verified report, never more in a day than the pack allows; null when there are none to give.
 * The cause names the matter and the rule and not the cycle, so that a reopening never awards twice.
 */
export const awardForReport = ({ person, matter, at, community, guard }: ReportToAward): AwardGiven | null => {
  const id = awardGuardId(person, at, community);
  const { version, value } = guard(id);
  const today = value?.count ?? 0;
  const { reportPoints, reportPointsPerDay } = community.policy;
  const points = Math.min(reportPoints, reportPointsPerDay - today);
  if (points <= 0) return null;
  return {
    points,
    guard: { id, version, value: { count: today + points, at } },
    posting: {
      cause: `${matter}:report`,
      at,
      reason: 'report',
      entries: [
        { account: 'issued:report', points: -points },
        { account: `person:${person}`, points },
      ],
    },
  };
};
