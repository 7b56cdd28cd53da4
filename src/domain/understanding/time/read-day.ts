import { getSolarDateFromLunar } from 'chinese-days';
import { readNumber } from '../read-number';

/** A day as a count of days since 1970, and how many characters said it. */
export interface Day {
  readonly day: number;
  readonly length: number;
}

const millisecondsADay = 86_400_000;

export const dayOf = (year: number, month: number, date: number): number =>
  Math.floor(Date.UTC(year, month - 1, date) / millisecondsADay);

/** February has no 30th: it is no day, and not one in March. */
const isDate = (year: number, month: number, date: number): boolean =>
  new Date(Date.UTC(year, month - 1, date)).getUTCDate() === date;

const partsOf = (day: number) => {
  const date = new Date(day * millisecondsADay);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, weekday: (date.getUTCDay() + 6) % 7 };
};

const near: Readonly<Record<string, number>> = {
  大前天: -3,
  前天: -2,
  昨天: -1,
  昨晚: -1,
  昨日: -1,
  今天: 0,
  今日: 0,
  今儿: 0,
  明天: 1,
  明日: 1,
  明儿: 1,
  明早: 1,
  明晚: 1,
  大后天: 3,
  后天: 2,
  后日: 2,
};
const nearForm = /^(大前天|前天|昨[天晚日]|今[天日儿]|明[天日儿]|大后天|后[天日])|^明(?=[早晚])/;
const weekForm = /^(这个?|本|下个?|下下个?|上个?)?(?:周|星期|礼拜)([一二三四五六日天])/;
const dateForm = /^(?:(\d{4})年)?([\d一二三四五六七八九十]{1,3})月([\d一二三四五六七八九十]{1,3})[日号]?/;
const numberForm = /^(\d{1,2})号(?!楼|线|门|院|店|口|桌|柜|库|地)/;
const lunarForm =
  /^(?:农历|阴历)?(正|腊|冬|[一二三四五六七八九十]{1,2})月(?:(初[一二三四五六七八九十])|(廿[一二三四五六七八九]?)|(二十[一二三四五六七八九]?|十[一二三四五六七八九]?|三十))/;

const weekDay = (text: string, today: number): Day | null => {
  const match = weekForm.exec(text);
  if (match === null) return null;
  const wanted = '一二三四五六日'.indexOf((match[2] ?? '').replace('天', '日'));
  const monday = today - partsOf(today).weekday;
  const which = match[1] ?? '';
  const weeks = (which.match(/下/g)?.length ?? 0) - (which.startsWith('上') ? 1 : 0);
  const plain = monday + wanted + weeks * 7;
  return { day: which === '' && plain < today ? plain + 7 : plain, length: match[0].length };
};

const calendarDay = (text: string, today: number): Day | null => {
  const match = dateForm.exec(text);
  const [month, date] = [readNumber(match?.[2] ?? ''), readNumber(match?.[3] ?? '')];
  if (match === null || month === null || date === null || month > 12 || date > 31 || month * date === 0) return null;
  const { year } = partsOf(today);
  const named = match[1] === undefined ? year : Number(match[1]);
  const day = dayOf(named, month, date);
  const passed = match[1] === undefined && day < today - 60;
  if (!isDate(passed ? year + 1 : named, month, date)) return null;
  return { day: passed ? dayOf(year + 1, month, date) : day, length: match[0].length };
};

const monthDay = (text: string, today: number): Day | null => {
  const match = numberForm.exec(text);
  const date = Number(match?.[1] ?? 0);
  if (match === null || date < 1 || date > 31) return null;
  const { year, month } = partsOf(today);
  const day = dayOf(year, month, date);
  return { day: day < today ? dayOf(year, month + 1, date) : day, length: match[0].length };
};

const lunarDate = (early: string | undefined, twenty: string | undefined, plain: string | undefined): number | null => {
  if (early !== undefined) return readNumber(early.slice(1));
  if (twenty !== undefined) return 20 + (readNumber(twenty.slice(1) || '零') ?? 0);
  return plain === undefined ? null : readNumber(plain);
};

const solarDay = (year: number, month: number, date: number): number | null => {
  const text = getSolarDateFromLunar(`${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`).date;
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return parts === null ? null : dayOf(Number(parts[1]), Number(parts[2]), Number(parts[3]));
};

/** 腊月二十三, 正月十五: the next one from today; 三月十二 without 初 or 廿 is left to the calendar unless 农历 is said. */
const lunarDay = (text: string, today: number): Day | null => {
  const match = lunarForm.exec(text);
  if (match === null) return null;
  const certain = /^(?:农历|阴历|正|腊|冬)/.test(match[0]) || match[2] !== undefined || match[3] !== undefined;
  const named: Readonly<Record<string, number>> = { 正: 1, 冬: 11, 腊: 12 };
  const month = named[match[1] ?? ''] ?? readNumber(match[1] ?? '');
  const date = lunarDate(match[2], match[3], match[4]);
  if (!certain || month === null || date === null || month > 12) return null;
  const { year } = partsOf(today);
  const days = [year - 1, year, year + 1].map((lunarYear) => solarDay(lunarYear, month, date));
  const day = days.find((found): found is number => found !== null && found >= today);
  return day === undefined ? null : { day, length: match[0].length };
};

const nearDay = (text: string, today: number): Day | null => {
  const found = nearForm.exec(text)?.[0];
  if (found === undefined) return null;
  return { day: today + (found === '明' ? 1 : (near[found] ?? 0)), length: found.length };
};

/** The day named at the start of a text. */
export const readDay = (text: string, today: number): Day | null =>
  nearDay(text, today) ??
  weekDay(text, today) ??
  lunarDay(text, today) ??
  calendarDay(text, today) ??
  monthDay(text, today);
