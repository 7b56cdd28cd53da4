// The data and not the library's functions: those build their table on the machine's own time zone, and west of
// Greenwich every day of it is one too early.
import official from 'chinese-days/dist/chinese-days.json';

type Days = Readonly<Record<string, string>>;
const holidays: Days = official.holidays;
const makeUps: Days = official.workdays;

/** What the State Council's arrangement says of a day, "2026-10-01"; null when it says nothing. */
export const officialDay = (date: string): 'holiday' | 'make-up' | null => {
  if (Object.hasOwn(makeUps, date)) return 'make-up';
  return Object.hasOwn(holidays, date) ? 'holiday' : null;
};

/** Whether the year's arrangement is known. Until it is, weekdays alone decide, and whoever plans should be told. */
export const calendarKnown = (year: number): boolean => officialDay(`${year}-10-01`) === 'holiday';
