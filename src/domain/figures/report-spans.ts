import { momentOfLocal, plusDays } from '../calendar/local-time';
import type { Moment } from '../ids';
import type { Span } from './figures';

export interface ReportSpans {
  readonly month: Span;
  /** The month before and the same month a year ago: as far as this one has come. */
  readonly before: Span;
  readonly lastYear: Span;
  /** This month and the twelve before it. */
  readonly year: Span;
}

const firstBefore = (first: string): string => `${plusDays(first, -1).slice(0, 8)}01`;
const firstAfter = (first: string): string => `${plusDays(first, 31).slice(0, 8)}01`;
const yearBefore = (first: string): string => `${Number(first.slice(0, 4)) - 1}${first.slice(4)}`;

/** What the report of a month ("2026-11") speaks of; of one that goes on, up to now. */
export const reportSpans = (month: string, now: Moment, timeZone: string): ReportSpans => {
  const midnight = (date: string): Moment => momentOfLocal(date, '00:00', timeZone);
  const first = `${month}-01`;
  const from = midnight(first);
  const end = midnight(firstAfter(first));
  const to = now < end ? now : end;
  const spanOf = (date: string): Span => {
    const start = midnight(date);
    const over = midnight(firstAfter(date));
    if (to === end) return { from: start, to: over };
    const soFar = new Date(Date.parse(start) + Date.parse(to) - Date.parse(from)).toISOString();
    return { from: start, to: soFar < over ? soFar : over };
  };
  return {
    month: { from, to },
    before: spanOf(firstBefore(first)),
    lastYear: spanOf(yearBefore(first)),
    year: { from: midnight(yearBefore(first)), to },
  };
};
