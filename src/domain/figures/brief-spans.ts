import { localTime, momentOfLocal, plusDays } from '../calendar/local-time';
import type { Moment } from '../ids';
import type { Span } from './figures';

export interface BriefSpans {
  /** Local midnight. */
  readonly today: Moment;
  /** This month so far. */
  readonly month: Span;
  /** The month before, up to the same day and hour; all of it when it has no such day. */
  readonly before: Span;
}

/** What a brief at this moment speaks of, by the community's clocks. */
export const briefSpans = (now: Moment, timeZone: string): BriefSpans => {
  const { date, day } = localTime(now, timeZone);
  const midnight = (of: string): Moment => momentOfLocal(of, '00:00', timeZone);
  const first = plusDays(date, 1 - day);
  const firstBefore = `${plusDays(first, -1).slice(0, 8)}01`;
  const sinceMidnight = Date.parse(now) - Date.parse(midnight(date));
  const sameHour = new Date(Date.parse(midnight(plusDays(firstBefore, day - 1))) + sinceMidnight).toISOString();
  const month = { from: midnight(first), to: now };
  return {
    today: midnight(date),
    month,
    before: { from: midnight(firstBefore), to: sameHour < month.from ? sameHour : month.from },
  };
};
