import type { DayWindow } from '../community/policy';
import type { Moment } from '../ids';
import { localTime, minutesOfClock, momentOfLocal, plusDays } from './local-time';

/** Whether the clocks show a time inside the window, which may go over midnight. From equal to to: never. */
export const isWithinWindow = (at: Moment, window: DayWindow, timeZone: string): boolean => {
  const now = localTime(at, timeZone).minuteOfDay;
  const [from, to] = [minutesOfClock(window.from), minutesOfClock(window.to)];
  return from <= to ? from <= now && now < to : from <= now || now < to;
};

/** The next time the clocks show the window's end, after `at`. */
export const endOfWindow = (at: Moment, window: DayWindow, timeZone: string): Moment => {
  const now = localTime(at, timeZone);
  const today = now.minuteOfDay < minutesOfClock(window.to);
  return momentOfLocal(today ? now.date : plusDays(now.date, 1), window.to, timeZone);
};

/** The first moment, from `at` on, that is in none of the windows. Windows that fill the whole day hold nothing back. */
export const nextMomentOutside = (at: Moment, windows: readonly DayWindow[], timeZone: string): Moment => {
  let moment = at;
  for (let step = 0; step <= windows.length; step += 1) {
    const inside = windows.find((window) => isWithinWindow(moment, window, timeZone));
    if (!inside) return moment;
    moment = endOfWindow(moment, inside, timeZone);
  }
  return at;
};
