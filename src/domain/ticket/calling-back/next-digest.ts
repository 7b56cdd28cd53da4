import { localTime, momentOfLocal, plusDays } from '../../calendar/local-time';
import { nextMomentOutside } from '../../calendar/quiet';
import type { Community } from '../../community/community';
import type { Moment } from '../../ids';

/**
 * Somebody who was asked today how something came out is asked about the rest tomorrow, in one message. Null: now.
 * `lastAt`: when the person was last asked.
 */
export const nextDigest = (
  lastAt: Moment | null,
  now: Moment,
  { policy, calendar }: Pick<Community, 'policy' | 'calendar'>,
): Moment | null => {
  const { timeZone } = calendar;
  const today = localTime(now, timeZone).date;
  if (policy.riderDigestAt === null || lastAt === null || localTime(lastAt, timeZone).date !== today) return null;
  const at = momentOfLocal(plusDays(today, 1), policy.riderDigestAt, timeZone);
  return nextMomentOutside(at, [policy.quietHours, ...policy.riderPeaks], timeZone);
};
