import { readNumber } from '../read-number';

/** What is left of a text behind the time that it begins with. */
export interface Minutes {
  readonly minutes: number;
  readonly length: number;
}

const digits = '[\\d零〇一二两三四五六七八九十百]{1,9}';
const hours = '(?:个?(?:小时|钟头)|h(?:ours?|rs?)?(?![a-z]))';
const minutesWord = '(?:分钟?|min(?:utes?)?(?![a-z]))';

/** A half counts before and behind the unit: 一个半小时, 1小时半; so do minutes behind it: 1小时20分. */
const inHours = new RegExp(
  `^(-?(?:\\d{1,15}(?:\\.\\d{1,4})?|${digits}))\\s*(个半(?:小时|钟头)|半(?:小时|钟头)|${hours})(?:\\s*(半)(?!天))?(?:\\s*(${digits})\\s*${minutesWord})?`,
  'u',
);
const half = /^半个?(?:小时|钟头)/u;
const inMinutes = new RegExp(`^(-?(?:\\d{1,15}|${digits}))\\s*${minutesWord}`, 'u');

const numberOf = (text: string): number =>
  /^-?\d+(?:\.\d+)?$/u.test(text) ? Number(text) : (readNumber(text) ?? Number.NaN);

/** A length of time at the head of a folded text: "1.5小时", "一个半小时", "1小时20分", "90分钟", "半小时", "2 hours". Null: none. */
export const readMinutes = (folded: string): Minutes | null => {
  const short = half.exec(folded);
  if (short) return { minutes: 30, length: short[0].length };
  const long = inHours.exec(folded);
  if (long) {
    const [whole, count = '', unit = '', behind, more] = long;
    const halves = unit.includes('半') || behind ? 30 : 0;
    const minutes = numberOf(count) * 60 + halves + (more === undefined ? 0 : numberOf(more));
    return Number.isNaN(minutes) ? null : { minutes, length: whole.length };
  }
  const plain = inMinutes.exec(folded);
  const minutes = plain ? numberOf(plain[1] ?? '') : Number.NaN;
  return plain && !Number.isNaN(minutes) ? { minutes, length: plain[0].length } : null;
};
