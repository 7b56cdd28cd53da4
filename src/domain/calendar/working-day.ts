import { isInSeason, type WorkCalendar } from './work-calendar';
import { minutesOfClock, msOfLocal, weekdayOf } from './local-time';
import { officialDay } from './official-days';

/** A stretch of working time, in milliseconds since the epoch; the end is not part of it. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** The pack overrides the official arrangement, which overrides the weekday. */
const isWorkingDay = (calendar: WorkCalendar, date: string): boolean => {
  if (calendar.daysOff.includes(date)) return false;
  if (calendar.workingDays.includes(date)) return true;
  const official = officialDay(date);
  return official === null ? calendar.weekdays.includes(weekdayOf(date)) : official === 'make-up';
};

/** The hours of the season, else those of the whole year. */
const hoursOn = ({ seasons, hours }: WorkCalendar, date: string): WorkCalendar['hours'] =>
  seasons.find((season) => isInSeason(season, date.slice('yyyy-'.length)))?.hours ?? hours;

const work = (calendar: WorkCalendar, date: string): readonly Stretch[] =>
  isWorkingDay(calendar, date)
    ? hoursOn(calendar, date)
        .map(({ from, to }) => ({
          from: msOfLocal(date, minutesOfClock(from), calendar.timeZone),
          to: msOfLocal(date, minutesOfClock(to), calendar.timeZone),
        }))
        .filter(({ from, to }) => from < to)
        .sort((a, b) => a.from - b.from)
    : [];

// The same question always has the same answer, so remembering it changes nothing but the time it takes.
const remembered = new WeakMap<WorkCalendar, Map<string, readonly Stretch[]>>();
const mostDaysRemembered = 5_000;

/** The working time of one local day, earliest first. */
export const stretchesOf = (calendar: WorkCalendar, date: string): readonly Stretch[] => {
  const days = remembered.get(calendar) ?? new Map<string, readonly Stretch[]>();
  remembered.set(calendar, days);
  const known = days.get(date);
  if (known) return known;
  if (days.size >= mostDaysRemembered) days.clear();
  const found = work(calendar, date);
  days.set(date, found);
  return found;
};
