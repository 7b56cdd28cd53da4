import { nextMomentOutside } from '../calendar/quiet';
import type { Community } from '../community/community';
import type { Moment } from '../ids';

/** What can wait is not said in the quiet hours: the envelope's hold, empty by day. */
export const afterQuietHours = (
  now: Moment,
  { policy, calendar }: Pick<Community, 'policy' | 'calendar'>,
): { readonly holdUntil?: Moment } => {
  const at = nextMomentOutside(now, [policy.quietHours], calendar.timeZone);
  return at === now ? {} : { holdUntil: at };
};
