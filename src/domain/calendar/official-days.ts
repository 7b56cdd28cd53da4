import { getDayDetail } from 'chinese-days';

// At noon, because the library reads a bare date as UTC and answers for the day before on a machine west of Greenwich.
const detailOf = (date: string): { work: boolean; official: boolean } => {
  const { work, name } = getDayDetail(`${date}T12:00:00`);
  // An official day is named "National Day,国庆节,3", any other by its weekday.
  return { work, official: name.includes(',') };
};

/** What the State Council's arrangement says of a day; null when it says nothing. */
export const officialDay = (date: string): 'holiday' | 'make-up' | null => {
  const { work, official } = detailOf(date);
  if (!official) return null;
  return work ? 'make-up' : 'holiday';
};

/** Whether the year's arrangement is known. Until it is, weekdays alone decide, and whoever plans should be told. */
export const calendarKnown = (year: number): boolean => officialDay(`${year}-10-01`) === 'holiday';
