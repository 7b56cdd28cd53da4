import { localTime } from '../calendar/local-time';
import type { Community } from '../community/community';
import type { Guard, GuardWrite, Say } from '../decision';
import type { Moment, PersonId } from '../ids';
import { afterQuietHours } from '../notices/after-quiet-hours';
import { awardGuardId } from './award';

/** A badge for every so many hours that somebody served. */
const badgeMinutes = 100 * 60;

/** Counts the minutes that somebody ever served. */
const servedGuardId = (person: PersonId): string => `served:${person}`;

/** Badges of a month ("2026-11"), as the honours list finds them. */
export const badgesOf = (month: string): string => `badge:${month}:`;

const badgeGuardId = (person: PersonId, now: Moment, { calendar }: Pick<Community, 'calendar'>): string =>
  `${badgesOf(localTime(now, calendar.timeZone).date.slice(0, 7))}${person}`;

/** "zhao" of "badge:2026-11:zhao". */
export const badgeOwner = (id: string): PersonId => id.split(':').slice(2).join(':');

/** What is read before hours of a person are booked. */
export const hourGuardIdsOf = (
  person: PersonId,
  served: Moment,
  { now, community }: { readonly now: Moment; readonly community: Pick<Community, 'calendar'> },
): readonly string[] => [
  awardGuardId('hours', person, served, community),
  servedGuardId(person),
  badgeGuardId(person, now, community),
];

interface Served {
  readonly person: PersonId;
  readonly minutes: number;
  readonly now: Moment;
  readonly community: Community;
  readonly guard: (id: string) => Guard;
}

/** Counts hours, and says it once when another hundred are full. */
export const countServed = ({
  person,
  minutes,
  now,
  community,
  guard,
}: Served): { readonly guards: readonly GuardWrite[]; readonly says: readonly Say[] } => {
  if (minutes <= 0) return { guards: [], says: [] };
  const { id, version, value } = guard(servedGuardId(person));
  const before = value?.count ?? 0;
  const counted = { id, version, value: { count: before + minutes, at: now } };
  const badges = Math.floor((before + minutes) / badgeMinutes);
  if (badges === Math.floor(before / badgeMinutes)) return { guards: [counted], says: [] };
  const hours = (badges * badgeMinutes) / 60;
  const badge = guard(badgeGuardId(person, now, community));
  return {
    guards: [counted, { id: badge.id, version: badge.version, value: { count: hours, at: now } }],
    says: [
      {
        ...{ to: { person }, key: `badge.${hours}.${person}`, urgency: 'ordinary' },
        ...afterQuietHours(now, community),
        ...{ wording: 'points.badge', params: { name: person, hours } },
      } satisfies Say,
    ],
  };
};
