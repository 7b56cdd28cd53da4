import { addMinutes, minutesBetween } from '../calendar/local-time';
import type { Activity, CalledPlan, Claim } from './activity';

/** So long before the beginning people may check in, and so much longer than planned may count. */
export const earlyMinutes = 60;
const lateMinutes = 60;

/** Those whose coming is noted: persons who come; guests have no account. */
export const expected = ({ claims }: Pick<Activity, 'claims'>): readonly Claim[] =>
  claims.filter(({ phase, guest }) => guest === null && (phase === 'in' || phase === 'walk-in'));

/** Of whom nobody has said yet whether they came. */
export const undecided = (activity: Pick<Activity, 'claims'>): readonly Claim[] =>
  expected(activity).filter(({ came, award }) => came === null || (came.yes && award === null));

export const isHere = ({ cameAt, leftAt }: Claim): boolean => cameAt !== null && leftAt === null;

/** What was served, from the later of coming and beginning on; without a word of leaving, to the planned end. */
export const minutesServed = ({ cameAt, leftAt }: Claim, { from, to }: CalledPlan): number => {
  const start = cameAt !== null && cameAt > from ? cameAt : from;
  const most = addMinutes(to, lateMinutes);
  const end = leftAt === null ? to : leftAt < most ? leftAt : most;
  return Math.max(0, Math.round(minutesBetween(start, end)));
};
