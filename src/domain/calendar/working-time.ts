import type { Moment } from '../ids';
import type { WorkCalendar } from './work-calendar';
import { localTime, plusDays, toMoment, toMs } from './local-time';
import { stretchesOf } from './working-day';

/** Ten years without any working time is a calendar nobody meant; the walk ends there, at the last day looked at. */
const mostDays = 3_660;
const msPerMinute = 60_000;

/** First millisecond of working time at or after `ms`. */
const openingFrom = (calendar: WorkCalendar, ms: number): number => {
  let date = localTime(toMoment(ms), calendar.timeZone).date;
  for (let day = 0; day < mostDays; day += 1) {
    const stretch = stretchesOf(calendar, date).find(({ to }) => ms < to);
    if (stretch) return Math.max(ms, stretch.from);
    date = plusDays(date, 1);
  }
  return ms;
};

export const isWorkingTime = (calendar: WorkCalendar, at: Moment): boolean =>
  openingFrom(calendar, toMs(at)) === toMs(at);

/** The moment itself when it is working time, else the next opening. */
export const nextWorkingMoment = (calendar: WorkCalendar, at: Moment): Moment =>
  toMoment(openingFrom(calendar, toMs(at)));

const forward = (calendar: WorkCalendar, from: number, needed: number): number => {
  let date = localTime(toMoment(from), calendar.timeZone).date;
  let left = needed;
  for (let day = 0; day < mostDays; day += 1) {
    for (const stretch of stretchesOf(calendar, date)) {
      const start = Math.max(from, stretch.from);
      if (start + left <= stretch.to) return start + left;
      left -= Math.max(0, stretch.to - start);
    }
    date = plusDays(date, 1);
  }
  return from + left;
};

const backward = (calendar: WorkCalendar, from: number, needed: number): number => {
  let date = localTime(toMoment(from), calendar.timeZone).date;
  let left = needed;
  for (let day = 0; day < mostDays; day += 1) {
    for (const stretch of [...stretchesOf(calendar, date)].reverse()) {
      const end = Math.min(from, stretch.to);
      if (end - left >= stretch.from) return end - left;
      left -= Math.max(0, end - stretch.from);
    }
    date = plusDays(date, -1);
  }
  return from - left;
};

/**
 * The moment after so many minutes of working time. A clock that starts outside working time starts at the next
 * opening; one that runs out exactly at closing time is due at closing time, not at the next opening.
 */
export const addWorkingMinutes = (calendar: WorkCalendar, from: Moment, minutes: number): Moment => {
  if (minutes < 0) return subtractWorkingMinutes(calendar, from, -minutes);
  if (minutes === 0) return nextWorkingMoment(calendar, from);
  return toMoment(forward(calendar, toMs(from), minutes * msPerMinute));
};

/** The latest moment from which so many minutes of working time lead to `from`. */
export const subtractWorkingMinutes = (calendar: WorkCalendar, from: Moment, minutes: number): Moment => {
  if (minutes < 0) return addWorkingMinutes(calendar, from, -minutes);
  if (minutes === 0) return from;
  return toMoment(backward(calendar, toMs(from), minutes * msPerMinute));
};

/** Minutes of working time from one moment to another; negative when `to` is earlier. */
export const workingMinutesBetween = (calendar: WorkCalendar, from: Moment, to: Moment): number => {
  const [start, end] = [toMs(from), toMs(to)];
  if (end < start) return -workingMinutesBetween(calendar, to, from);
  const lastDate = localTime(to, calendar.timeZone).date;
  let sum = 0;
  for (let date = localTime(from, calendar.timeZone).date; date <= lastDate; date = plusDays(date, 1)) {
    for (const stretch of stretchesOf(calendar, date)) {
      sum += Math.max(0, Math.min(end, stretch.to) - Math.max(start, stretch.from));
    }
  }
  return sum / msPerMinute;
};
