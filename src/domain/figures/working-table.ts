import { localTime, plusDays, toMoment } from '../calendar/local-time';
import { stretchesOf, type Stretch } from '../calendar/working-day';
import type { WorkCalendar } from '../calendar/work-calendar';

/**
 * Working time looked up instead of walked: for each day of UTC the working milliseconds before it, and the stretches
 * within it. What was worked from one moment to another is the difference of two look-ups, so a database can do it.
 */
export interface WorkingTable {
  /** Midnight (UTC) of the first day. */
  readonly origin: number;
  readonly days: readonly { readonly before: number; readonly stretches: readonly Stretch[] }[];
}

export const msPerDay = 86_400_000;

const dayOf = (ms: number): number => Math.floor(ms / msPerDay);

/** A stretch over midnight is two. */
const cut = (stretch: Stretch): readonly Stretch[] => {
  const midnight = (dayOf(stretch.from) + 1) * msPerDay;
  return stretch.to <= midnight ? [stretch] : [{ ...stretch, to: midnight }, ...cut({ ...stretch, from: midnight })];
};

/** The table of all days from one moment to another. */
export const workingTable = (calendar: WorkCalendar, from: number, to: number): WorkingTable => {
  const byDay = new Map<number, Stretch[]>();
  const lastDate = plusDays(localTime(toMoment(to), calendar.timeZone).date, 1);
  for (
    let date = plusDays(localTime(toMoment(from), calendar.timeZone).date, -1);
    date <= lastDate;
    date = plusDays(date, 1)
  )
    for (const stretch of stretchesOf(calendar, date).flatMap(cut)) {
      const day = dayOf(stretch.from);
      byDay.set(day, [...(byDay.get(day) ?? []), stretch]);
    }
  const days: { before: number; stretches: readonly Stretch[] }[] = [];
  let before = 0;
  for (let day = dayOf(from); day <= dayOf(to); day += 1) {
    const stretches = byDay.get(day) ?? [];
    days.push({ before, stretches });
    before += stretches.reduce((sum, stretch) => sum + stretch.to - stretch.from, 0);
  }
  return { origin: dayOf(from) * msPerDay, days };
};
