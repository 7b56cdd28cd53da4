import { nextWorkingMoment } from '../../domain/calendar/working-time';
import { addMinutes, localTime, momentOfLocal, plusDays, weekdayOf } from '../../domain/calendar/local-time';
import type { Community } from '../../domain/community/community';
import type { Moment } from '../../domain/ids';

/** A pause that names no end lasts until the next day, so that it always ends by itself. */
const daysWithoutEnd = 1;
const mostDays = 90;

const weekdays = '一二三四五六日';

const daysMeant = (text: string, today: string): number | null => {
  const days = /(\d{1,2}|[一二两三四五六七八九十])\s*天/u.exec(text)?.[1];
  if (days)
    return /^\d/.test(days)
      ? Number(days)
      : ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'].indexOf(days.replace('两', '二')) + 1;
  if (/后天/u.test(text)) return 2;
  if (/明天|明早/u.test(text)) return 1;
  const week = /(下)?(?:周|星期|礼拜)([一二三四五六日天])/u.exec(text);
  if (!week?.[2]) return null;
  const wanted = weekdays.indexOf(week[2].replace('天', '日')) + 1;
  const ahead = (wanted - weekdayOf(today) + 7) % 7;
  return (ahead === 0 ? 7 : ahead) + (week[1] && ahead > 0 && wanted > weekdayOf(today) ? 7 : 0);
};

const clockMeant = /(?<!\d)([01]?\d|2[0-3])\s*(?:[:：]\s*([0-5]\d)|点(半)?)\s*(?:之?前|以前)/u;

/** A moment that is named ("下班前" is none): "明天 17:30 前", "三天", "周五前". Null: none is. */
export const namedEnd = (text: string, now: Moment, community: Community): Moment | null => {
  const { date } = localTime(now, community.calendar.timeZone);
  const days = daysMeant(text, date);
  const clock = clockMeant.exec(text);
  if (!clock) return days === null ? null : readUntil(text, now, community);
  const minutes = clock[3] ? '30' : (clock[2] ?? '00');
  const at = momentOfLocal(
    plusDays(date, days ?? 0),
    `${(clock[1] ?? '0').padStart(2, '0')}:${minutes}`,
    community.calendar.timeZone,
  );
  return at > now ? at : null;
};

/** The end that a pause names ("等 #12 三天 因为 …", "到周五", "到后天"), at the first working moment of that day. */
export const readUntil = (text: string, now: Moment, { calendar }: Community): Moment => {
  const { date } = localTime(now, calendar.timeZone);
  const days = Math.min(daysMeant(text, date) ?? daysWithoutEnd, mostDays);
  const at = nextWorkingMoment(calendar, momentOfLocal(plusDays(date, days), '00:00', calendar.timeZone));
  return at > now ? at : addMinutes(now, 60);
};
