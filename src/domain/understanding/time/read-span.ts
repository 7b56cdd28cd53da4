import { localTime, momentOfLocal, plusDays } from '../../calendar/local-time';
import type { Moment } from '../../ids';
import { readNumber } from '../read-number';
import { readClock } from './read-clock';
import { dayOf, readDay } from './read-day';

export interface Span {
  readonly from: Moment;
  readonly to: Moment;
}

/** A day, perhaps with a time of it; `part` is the part of the day in which the time was said. */
interface Point {
  readonly day: number;
  readonly minutes: number | null;
  readonly part: string | undefined;
}

const pointIn = (text: string, today: number, before: Point | null): Point | null => {
  const day = readDay(text, today);
  const rest = text.slice(day?.length ?? 0).trim();
  const clock = rest === '' ? null : readClock(rest, before?.part);
  if ((day === null && (clock === null || before === null)) || (rest !== '' && clock?.length !== rest.length))
    return null;
  // "周一 到 周五", said on a Wednesday: the Friday after that Monday.
  const named = day?.day ?? before?.day ?? today;
  const later = before !== null && named < before.day && /^(?:周|星期|礼拜)/.test(text) ? named + 7 : named;
  return { day: later, minutes: clock?.minutes ?? null, part: clock?.part };
};

const numberOfDays = (text: string): number | null => {
  const found = /^(\d{1,3}|[一二两三四五六七八九十]{1,3})天$/.exec(text)?.[1];
  return found === undefined ? null : readNumber(found);
};

/**
 * A span of days as people say it: "到 周五", "从 周一 到 周三", "明天", "周六 8点到20点", "三天". A day named as the end
 * belongs to it. Null: no time was understood, or it is over.
 */
export const readSpan = (folded: string, now: Moment, timeZone: string): Span | null => {
  const local = localTime(now, timeZone);
  const today = dayOf(local.year, local.month, local.day);
  const momentAt = (day: number, minutes: number): Moment => {
    const date = plusDays(local.date, day - today + Math.floor(minutes / 1_440));
    const clock = minutes % 1_440;
    return momentOfLocal(
      date,
      `${String(Math.floor(clock / 60)).padStart(2, '0')}:${String(clock % 60).padStart(2, '0')}`,
      timeZone,
    );
  };
  const begin = ({ day, minutes }: Point): Moment => momentAt(day, minutes ?? 0);
  const end = ({ day, minutes }: Point): Moment => momentAt(day, minutes ?? 1_440);
  const text = folded.trim().replace(/^从\s*/u, '');
  const days = numberOfDays(text);
  if (days !== null && days > 0) return { from: now, to: momentAt(today + days - 1, 1_440) };
  if (text !== folded.trim() && !/[到至~—-]/u.test(text)) return null;
  const parts = text.split(/\s*(?:到|至|-|—|~)\s*/u);
  const [first, last] = parts.length === 1 ? [text, ''] : [parts[0] ?? '', parts.slice(1).join('到')];
  const start = first === '' ? null : pointIn(first, today, null);
  if (first !== '' && start === null) return null;
  const until = parts.length === 1 ? start : pointIn(last, today, start);
  if (until === null || (parts.length === 1 && until.minutes !== null)) return null;
  const from = start === null || begin(start) < now ? now : begin(start);
  const to = end(until);
  return to > from ? { from, to } : null;
};
