import { localTime, momentOfLocal, plusDays } from '../calendar/local-time';
import type { Moment } from '../ids';
import { briefSpans } from './brief-spans';
import type { Span } from './figures';

/** The month that is going on, or the one before it. */
export type MonthAsked = 'this' | 'last';

export interface MonthSpans {
  readonly month: Span;
  /** What it is compared with: the month before, up to the same day and hour; the whole of it when the month is over. */
  readonly before: Span;
  /** Whole months before `month`, the oldest first, as "2026-09"; with what they span together. */
  readonly earlier: { readonly span: Span; readonly months: readonly string[] };
}

const EARLIER = 4;

const firstOfMonthBefore = (first: string): string => `${plusDays(first, -1).slice(0, 8)}01`;

/** What figures of a month speak of, by the community's clocks. */
export const monthSpans = (now: Moment, timeZone: string, asked: MonthAsked): MonthSpans => {
  const midnight = (of: string): Moment => momentOfLocal(of, '00:00', timeZone);
  const running = briefSpans(now, timeZone);
  const first = localTime(running.month.from, timeZone).date;
  const spoken = asked === 'this' ? first : firstOfMonthBefore(first);
  const firsts = [spoken];
  while (firsts.length <= EARLIER) firsts.unshift(firstOfMonthBefore(firsts[0] ?? spoken));
  const earlier = firsts.slice(0, -1);
  const over = { from: midnight(spoken), to: midnight(first) };
  return {
    month: asked === 'this' ? running.month : over,
    before: asked === 'this' ? running.before : { from: midnight(firstOfMonthBefore(spoken)), to: over.from },
    earlier: {
      span: { from: midnight(earlier[0] ?? spoken), to: midnight(spoken) },
      months: earlier.map((date) => date.slice(0, 7)),
    },
  };
};
