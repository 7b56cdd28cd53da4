import { tzOffset } from '@date-fns/tz';
import type { Moment } from '../ids';

/** A moment as the community's clocks show it. */
export interface LocalTime {
  /** "2026-11-20" */
  readonly date: string;
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  /** 1 = Monday … 7 = Sunday. */
  readonly weekday: number;
  /** Minutes since local midnight, with fractions. */
  readonly minuteOfDay: number;
}

const msPerMinute = 60_000;
const msPerDay = 86_400_000;

export const toMoment = (ms: number): Moment => new Date(ms).toISOString();

export const toMs = (at: Moment): number => Date.parse(at);

/** Moves a moment on the plain clock, round the clock. */
export const addMinutes = (at: Moment, minutes: number): Moment => toMoment(toMs(at) + minutes * msPerMinute);

/** Plain minutes from one moment to another; negative when `to` is earlier. */
export const minutesBetween = (from: Moment, to: Moment): number => (toMs(to) - toMs(from)) / msPerMinute;

const pad = (value: number): string => String(value).padStart(2, '0');

const dateOf = (shifted: Date): string =>
  `${shifted.getUTCFullYear()}-${pad(shifted.getUTCMonth() + 1)}-${pad(shifted.getUTCDate())}`;

/** 1 = Monday … 7 = Sunday. */
export const weekdayOf = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay() || 7;

/** The date so many days later (or earlier, when negative). */
export const plusDays = (date: string, days: number): string =>
  dateOf(new Date(Date.parse(`${date}T00:00:00Z`) + days * msPerDay));

/** Whole days from one date to another. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / msPerDay);

export const localTime = (at: Moment, timeZone: string): LocalTime => {
  const utc = new Date(at);
  const shifted = new Date(utc.getTime() + tzOffset(timeZone, utc) * msPerMinute);
  const sinceMidnight = ((shifted.getTime() % msPerDay) + msPerDay) % msPerDay;
  return {
    date: dateOf(shifted),
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    day: shifted.getUTCDate(),
    weekday: shifted.getUTCDay() || 7,
    minuteOfDay: sinceMidnight / msPerMinute,
  };
};

/** Minutes since midnight of "HH:MM". */
export const minutesOfClock = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));

/** "10:05" of 605 minutes since midnight. */
export const clockOf = (minuteOfDay: number): string =>
  `${pad(Math.floor(minuteOfDay / 60))}:${pad(Math.floor(minuteOfDay % 60))}`;

/** Milliseconds of a local date and clock time. The offset is looked up twice, for zones whose clocks change. */
export const msOfLocal = (date: string, minuteOfDay: number, timeZone: string): number => {
  const wall = Date.parse(`${date}T00:00:00Z`) + minuteOfDay * msPerMinute;
  const guess = wall - tzOffset(timeZone, new Date(wall)) * msPerMinute;
  return wall - tzOffset(timeZone, new Date(guess)) * msPerMinute;
};

/** The moment at which the community's clocks show this date and "HH:MM". */
export const momentOfLocal = (date: string, clock: string, timeZone: string): Moment =>
  toMoment(msOfLocal(date, minutesOfClock(clock), timeZone));
