import type { TimeReading } from '../reading';
import { dayParts, readClock } from './read-clock';
import { dayOf, readDay } from './read-day';

/** Times are said in the first lines; an article of dates is not read for one. */
const readFor = 300;
const minutesADay = 1_440;

const offsetOf = (at: string): string => /[+-]\d{2}:\d{2}$/.exec(at)?.[0] ?? '+08:00';

const offsetMinutes = (offset: string): number => {
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4, 6));
  return offset.startsWith('-') ? -minutes : minutes;
};

const pad = (value: number) => String(value).padStart(2, '0');

const momentAt = (day: number, minutes: number, offset: string): string => {
  const date = new Date((day * minutesADay + minutes) * 60_000);
  const [year, month, dayOfMonth] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
  return `${year}-${pad(month)}-${pad(dayOfMonth)}T${pad(date.getUTCHours())}:${pad(date.getUTCMinutes())}:00${offset}`;
};

const starts = new RegExp(
  `大前天|前天|昨[天晚日]|今[天日儿晚早]|明[天日儿早晚]|大后天|后[天日]|(?:这个?|本|下个?|下下个?|上个?)?(?:周|星期|礼拜)[一二三四五六日天]|农历|阴历|[正腊冬]月|[\\d一二三四五六七八九十]{1,3}月|\\d{1,2}号|(?:${dayParts})(?=\\s*[\\d零一二两三四五六七八九十]{1,3}[点时:])|\\d{1,2}(?:点|:\\d{2})|[零一二两三四五六七八九十]{1,3}点[半钟]`,
  'g',
);

const gap = /^[\s的,，(（]*(?:[周星期礼拜]{1,2}[一二三四五六日天])?[\s)）]*/;
const until = /^\s*(?:到|至|-|—|~|～|–)\s*/;

/** A moment or span said from the start of a text, or null. */
const timeFrom = (text: string, today: number, offset: string): TimeReading | null => {
  const day = readDay(text, today);
  let end = day?.length ?? 0;
  const pause = day === null ? '' : (gap.exec(text.slice(end))?.[0] ?? '');
  const clock = readClock(text.slice(end + pause.length));
  if (day === null && clock === null) return null;
  if (clock !== null) end += pause.length + clock.length;
  const join = clock === null ? undefined : until.exec(text.slice(end))?.[0];
  const to = join === undefined ? null : readClock(text.slice(end + join.length), clock?.part);
  if (to !== null && join !== undefined) end += join.length + to.length;
  const on = day?.day ?? today;
  const late = to !== null && clock !== null && to.minutes < clock.minutes && to.minutes + 720 > clock.minutes;
  return {
    text: text.slice(0, end),
    from: momentAt(on, clock?.minutes ?? 0, offset),
    to: to === null ? null : momentAt(on, to.minutes + (late ? 720 : 0), offset),
  };
};

/** The first moment or span a folded text names, on the community's own clock. */
export const readTime = (folded: string, at: string): TimeReading | null => {
  const text = folded.slice(0, readFor);
  const offset = offsetOf(at);
  const now = Date.parse(at);
  if (Number.isNaN(now)) return null;
  const local = new Date(now + offsetMinutes(offset) * 60_000);
  const today = dayOf(local.getUTCFullYear(), local.getUTCMonth() + 1, local.getUTCDate());
  for (const match of text.matchAll(starts)) {
    const found = timeFrom(text.slice(match.index), today, offset);
    if (found !== null) return found;
  }
  return null;
};
