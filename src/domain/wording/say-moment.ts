import { clockOf, daysBetween, localTime, type LocalTime } from '../calendar/local-time';
import type { Moment } from '../ids';

export type Language = 'zh' | 'en';

const weekdays: Readonly<Record<Language, readonly string[]>> = {
  zh: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
};
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const near: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  zh: { '-1': '昨天', 0: '今天', 1: '明天' },
  en: { '-1': 'yesterday', 0: 'today', 1: 'tomorrow' },
};

const dateOf = ({ year, month, day }: LocalTime, now: LocalTime, language: Language): string => {
  const sameYear = now.year === year;
  if (language === 'zh') return `${sameYear ? '' : `${year}年`}${month}月${day}日`;
  return `${day} ${months[month - 1] ?? ''}${sameYear ? '' : ` ${year}`}`;
};

/** "3月2日", with the year when it is another than `now`'s. */
export const sayDate = (at: Moment, now: Moment, timeZone: string, language: Language): string =>
  dateOf(localTime(at, timeZone), localTime(now, timeZone), language);

/** "3月2日周一", which reads the same on any day. */
export const sayDay = (at: Moment, now: Moment, timeZone: string, language: Language): string => {
  const weekday = weekdays[language][localTime(at, timeZone).weekday - 1] ?? '';
  const date = sayDate(at, now, timeZone, language);
  return language === 'zh' ? `${date}${weekday}` : `${weekday}, ${date}`;
};

/** A deadline as people say it, by how far off it is: "今天 17:30", "明天 10:05", "周一 10:30", "3月2日 10:05". */
export const sayMoment = (at: Moment, now: Moment, timeZone: string, language: Language): string => {
  const [local, today] = [localTime(at, timeZone), localTime(now, timeZone)];
  const days = daysBetween(today.date, local.date);
  const day =
    near[language][days] ??
    (days > 1 && days < 7 ? weekdays[language][local.weekday - 1] : undefined) ??
    dateOf(local, today, language);
  return `${day} ${clockOf(local.minuteOfDay)}`;
};

/** When something happened: "10:05" of the same day, else "3月2日 10:05". */
export const sayTime = (at: Moment, now: Moment, timeZone: string, language: Language): string => {
  const [local, today] = [localTime(at, timeZone), localTime(now, timeZone)];
  const clock = clockOf(local.minuteOfDay);
  return local.date === today.date ? clock : `${dateOf(local, today, language)} ${clock}`;
};

/** "45分钟", "1小时30分钟". */
export const saySpan = (minutes: number, language: Language): string => {
  const whole = Math.max(0, Math.round(minutes));
  const [hours, rest] = [Math.floor(whole / 60), whole % 60];
  if (language === 'zh') return `${hours > 0 ? `${hours}小时` : ''}${rest > 0 || hours === 0 ? `${rest}分钟` : ''}`;
  return [...(hours > 0 ? [`${hours} h`] : []), ...(rest > 0 || hours === 0 ? [`${rest} min`] : [])].join(' ');
};
