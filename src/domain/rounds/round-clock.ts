import { addMinutes, localTime, momentOfLocal, plusDays } from '../calendar/local-time';
import type { Community } from '../community/community';
import type { Moment } from '../ids';
import type { Round } from './round';
import type { RoundPolicy } from './round-policy';

/** Marks that were being stored when the round closed are there by then: they are told and posted with the others. */
const graceMinutes = 1;

/** Until staff are asked again for what they have not decided. */
const againMinutes = 24 * 60;

/** The moment at which the time does something to it next; null: never again. */
export const roundDue = (round: Round): Moment | null => {
  const { phase, opensAt, remindAt, closesAt, objectionsUntil, reminded, told, since } = round;
  switch (phase) {
    case 'planned':
      return opensAt;
    case 'marking':
      return reminded ? closesAt : remindAt;
    case 'telling':
      return told === 0 ? addMinutes(since, graceMinutes) : since;
    case 'objecting':
      return objectionsUntil;
    case 'posting':
      return since;
    case 'deciding':
      return addMinutes(since, againMinutes);
    case 'done':
      return null;
  }
};

/** Whole days from a moment, at the same time of day: what people are told is a day, and it holds to its evening. */
export const daysFrom = (at: Moment, days: number, { calendar }: Pick<Community, 'calendar'>): Moment => {
  const { date } = localTime(at, calendar.timeZone);
  return momentOfLocal(plusDays(date, days), '18:00', calendar.timeZone);
};

/** The next beginning of a round after this moment, and the month it is of. */
export const nextOpening = (
  now: Moment,
  { day, at }: Pick<RoundPolicy, 'day' | 'at'>,
  { calendar }: Pick<Community, 'calendar'>,
): { readonly month: string; readonly opensAt: Moment } => {
  const { date } = localTime(now, calendar.timeZone);
  const inMonth = (month: string) => ({
    month,
    opensAt: momentOfLocal(`${month}-${String(day).padStart(2, '0')}`, at, calendar.timeZone),
  });
  const own = inMonth(date.slice(0, 7));
  return own.opensAt > now ? own : inMonth(plusDays(`${date.slice(0, 7)}-28`, 5).slice(0, 7));
};
