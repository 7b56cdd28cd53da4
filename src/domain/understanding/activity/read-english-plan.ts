import { toMoment, toMs } from '../../calendar/local-time';
import type { ChatPurpose } from '../../community/roles';
import type { Moment } from '../../ids';
import type { Requirement } from '../../volunteering/activity-event';
import { foldText } from '../fold-text';
import { readTime } from '../time/read-time';
import type { PlanReading } from './plan-reading';

const ofTime = /\b(?:am|pm|people|volunteers|today|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b/iu;

/** Words of a plan without a Chinese character, or with English times and numbers around the name of a place. */
export const isEnglish = (words: string): boolean =>
  /[a-z]{2}/iu.test(words) && (!/\p{Script=Han}/u.test(words) || ofTime.test(words));

const weekdays = ['mon', 'tues', 'wednes', 'thurs', 'fri', 'satur', 'sun'];
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthForm = `(${months.join('|')})[a-z]*`;

const weeklyForm = /\b(?:every (?=(?:mon|tues|wednes|thurs|fri|satur|sun)day)|weekly\b)/u;
const onceForm = /\b(?:only|just) (?:this )?once\b/u;
const dayForm = new RegExp(
  `\\b(?:on )?(?:(today|tomorrow)|(next )?(${weekdays.join('|')})day|(\\d{1,2})(?:st|nd|rd|th)? (?:of )?${monthForm}|${monthForm} (\\d{1,2})(?:st|nd|rd|th)?)\\b`,
  'u',
);
const clock = '(\\d{1,2})(?:[:.](\\d{2}))?\\s*(am|pm)?';
const spanForm = new RegExp(`\\b(?:from |at )?${clock}\\s*(?:to|until|till|-|–)\\s*${clock}\\b`, 'u');
const fromForm = new RegExp(`\\b(?:from |at )?(\\d{1,2})(?:[:.](\\d{2}))?\\s*(am|pm)\\b`, 'u');
const neededForm =
  /(?:\bfor )?(?<![\d-])(-?\d{1,15}) (?:people|persons?|volunteers?|helpers?)\b(?: (?:wanted|needed))?/u;
const openForm = /\b(?:no limit|any number|as many as (?:possible|can come))\b/u;
const pointsForm = /\b(-?\d{1,15}) points? (?:an|per) hour\b/u;
const groupsForm =
  /\b(?:(?:send|post)(?: it)? )?to the ((?:(?:residents|riders|volunteers)['’]?s?(?:,| and)? ?)+)groups?\b/u;
const placeForm = /\b(?:at|in) (?:the )?(\p{L}[\p{L}\d '’-]{1,28}?)(?=\s*(?:[,.;]|$|\bfor\b|\bfrom\b))/u;

const requirementForms: readonly (readonly [Requirement, RegExp])[] = [
  ['over-60-welcome', /\b(?:over|above) 60 (?:are )?welcome\b/u],
  ['trained', /\b(?:must be )?trained(?: only)?\b/u],
  ['adult', /\b(?:adults?(?: only)?|over 18)\b/u],
];

const mostPeople = 999;
const mostPerHour = 100;
const longestTitle = 40;

const between = (value: number, most: number): number | null => (value >= 1 && value <= most ? value : null);

/** The day as the Chinese reading of times has it, so that both follow one calendar. */
const dayInChinese = (match: RegExpExecArray | null): string => {
  if (!match) return '';
  const [, near, next, weekday, date, month, monthFirst, dateLast] = match;
  if (near) return near === 'today' ? '今天' : '明天';
  if (weekday) return `${next ? '下' : ''}周${'一二三四五六日'[weekdays.indexOf(weekday)] ?? ''}`;
  return `${months.indexOf(month ?? monthFirst ?? '') + 1}月${date ?? dateLast ?? ''}日`;
};

const hourOf = (hour: string | undefined, half: string | undefined): number => {
  const said = Number(hour);
  if (half === 'pm' && said < 12) return said + 12;
  return half === 'am' && said === 12 ? 0 : said;
};

const clockOf = (hour: string | undefined, minute: string | undefined, half: string | undefined): string =>
  `${hourOf(hour, half)}:${minute ?? '00'}`;

/** "11 am", "until 4:30 pm", as "11:00" and "16:30". Null: it is none. */
export const readEnglishClock = (folded: string): string | null => {
  const match = /^(?:to |until |till )?(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm)$/u.exec(folded.trim());
  const hour = hourOf(match?.[1], match?.[3]);
  return match && hour < 24 ? `${String(hour).padStart(2, '0')}:${match[2] ?? '00'}` : null;
};

/** "9 to 11 am" is the morning, "2 to 4 pm" the afternoon: what only the end says holds for both. */
const spanInChinese = (match: RegExpExecArray | null): string => {
  if (!match) return '';
  const [, hour, minute, half, toHour, toMinute, toHalf] = match;
  const begins = half ?? (Number(hour) <= Number(toHour) ? toHalf : undefined);
  return `${clockOf(hour, minute, begins)}到${clockOf(toHour, toMinute, toHalf ?? half)}`;
};

/** Takes out what it finds: the title is what is left, in the person's own letters. */
const taker = (words: string) => {
  let folded = foldText(words);
  let typed = words;
  return {
    take: (pattern: RegExp): RegExpExecArray | null => {
      const match = pattern.exec(folded);
      if (!match) return null;
      const cut = (text: string): string =>
        `${text.slice(0, match.index)}${' '.repeat(match[0].length)}${text.slice(match.index + match[0].length)}`;
      folded = cut(folded);
      typed = cut(typed);
      return match;
    },
    left: (): string => typed.replace(/[,.;:!\s]+/gu, ' ').trim(),
  };
};

const purposes: readonly ChatPurpose[] = ['volunteers', 'residents', 'riders'];

/** "Saturday 9 to 11 am sweep the garden at the square, 12 people". */
export const readEnglishPlan = (words: string, at: Moment): PlanReading => {
  const { take, left } = taker(words);
  const weekly = take(weeklyForm);
  const once = take(onceForm);
  const groups = take(groupsForm)?.[1] ?? '';
  const points = take(pointsForm);
  const needed = take(neededForm);
  const open = take(openForm);
  const requirements = requirementForms.flatMap(([one, form]) => (take(form) ? [one] : []));
  const day = dayInChinese(take(dayForm));
  const span = take(spanForm);
  const begins = span ? null : take(fromForm);
  const clocks = span ? spanInChinese(span) : begins ? clockOf(begins[1], begins[2], begins[3]) : '';
  const time = clocks === '' ? null : readTime(`${day}${clocks}`, at);
  const place = take(placeForm)?.[1]?.trim() ?? null;
  const title = left().slice(0, longestTitle);
  return {
    ...{ title: title === '' ? null : title, place, roles: [], requirements },
    from: time === null ? null : toMoment(toMs(time.from)),
    to: time?.to ? toMoment(toMs(time.to)) : null,
    needed: open ? mostPeople : needed ? between(Number(needed[1]), mostPeople) : null,
    pointsPerHour: points ? between(Number(points[1]), mostPerHour) : null,
    weekly: weekly ? true : once ? false : null,
    purposes: purposes.filter((one) => groups.includes(one)),
  };
};
