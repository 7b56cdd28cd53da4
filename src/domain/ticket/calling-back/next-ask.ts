import { addDays, addHours } from 'date-fns';
import type { Community } from '../../community/community';
import type { Moment } from '../../ids';

/**
 * When the question after number `ask`, heard at `askedAt`, is due; after the last one, the phone task. On time it is
 * so many days after the first; when the program was away, the same distance from now on.
 */
export const nextAskAt = (askedAt: Moment, ask: number, { policy }: Community): Moment => {
  const { callBackAgainDays, phoneTaskAfterHours } = policy;
  const days = callBackAgainDays[ask - 1];
  return days === undefined
    ? addHours(askedAt, phoneTaskAfterHours).toISOString()
    : addDays(askedAt, Math.max(1, days - (callBackAgainDays[ask - 2] ?? 0))).toISOString();
};
