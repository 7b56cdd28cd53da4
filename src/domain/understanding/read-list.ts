import type { ListReading } from './reading';
import { readPeople } from './read-people';

const line = /^\s*(\d{1,3})\s*[.．、,，:：)）\s]\s*(\S.*)$/;
const head = /接龙|报名|签到|统计|登记|参加|名单/;
const longestName = 20;
const mostLines = 300;

/** ① to ⑳, 1️⃣ to 9️⃣, 🔟 and １ at the head of a line are numbers like any other. */
const plainNumber = (row: string): string =>
  row
    .replace(/^\s*[\u2460-\u2473]/u, (mark) => `${mark.trim().charCodeAt(0) - 0x245f}. `)
    .replace(/^\s*(\d)\ufe0f?\u20e3/u, '$1. ')
    .replace(/^\s*\u{1f51f}/u, '10. ')
    .replace(/^\s*[０-９]{1,3}/u, (digits) => digits.normalize('NFKC'));

const nameOf = (words: string): string =>
  words
    .replace(/[+＋]\s*\d{1,2}.*$/, '')
    .replace(/[(（【].*$/, '')
    .replace(/(?:\d{1,2}|[一二两三四五六七八九十])\s*(?:个人|位|人|名|大).*$/, '')
    .trim()
    .slice(0, longestName);

const plusCount = (words: string): number | null => {
  const found = /[+＋]\s*(\d{1,2})/.exec(words)?.[1];
  return found === undefined ? null : Number(found) + 1;
};

const lineFrom = (text: string): { name: string; people: number } | null => {
  const words = line.exec(text)?.[2];
  const name = words === undefined ? '' : nameOf(words);
  if (words === undefined || name === '') return null;
  return { name, people: plusCount(words) ?? readPeople(words) ?? 1 };
};

/** A 接龙: a title, then numbered names. The lines are claims; who they are is for others to find out. */
export const readList = (text: string): ListReading | null => {
  const rows = text
    .split(/\r?\n/)
    .slice(0, mostLines + 20)
    .map(plainNumber);
  const first = rows.findIndex((row) => line.test(row));
  if (first < 0) return null;
  const lines = rows.slice(first, first + mostLines).flatMap((row) => lineFrom(row) ?? []);
  const title = rows
    .slice(0, first)
    .map((row) => row.replace(/^\s*#?\s*接龙\s*/, '').trim())
    .filter((row) => row !== '' && !/^例/.test(row))
    .join(' ');
  const opened = head.test(rows.slice(0, Math.max(1, first)).join(' ')) || /^\s*#\s*接龙/.test(text);
  return lines.length > 0 && (opened || lines.length >= 3) ? { title: title.slice(0, 100), lines } : null;
};
