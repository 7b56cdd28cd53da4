import { foldText } from '../understanding/fold-text';
import { householdNumber } from './household';
import type { RoundItem } from './round-policy';

/** Marks by item as they were typed, and what of the words was none. */
export interface MarksRead {
  readonly marks: Readonly<Record<string, number>>;
  /** What is left when numbers and known words are taken out: an item the pack has not, a slip. */
  readonly left: string;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');

/** Plain numbers, one for each item in the pack's order: "9 8 10". */
const plainNumbers = (text: string, items: readonly RoundItem[]): MarksRead | null => {
  const numbers = text.split(/[\s,，、;；/]+/u).filter((part) => part !== '');
  if (numbers.length !== items.length || !numbers.every((part) => /^\d{1,4}分?$/u.test(part))) return null;
  return {
    marks: Object.fromEntries(items.map(({ id }, index) => [id, parseInt(numbers[index] ?? '', 10)])),
    left: '',
  };
};

/** "个人9 居家8 环境10", "环境 10分", in any order; or the bare numbers in the order of the pack. */
export const readMarks = (text: string, items: readonly RoundItem[]): MarksRead => {
  const folded = foldText(text).trim();
  const plain = plainNumbers(folded, items);
  if (plain) return plain;
  let left = folded;
  const marks: Record<string, number> = {};
  for (const { id, zh, en, words } of items) {
    const names = [zh, en, ...words].map(foldText).sort((one, other) => other.length - one.length);
    const found = new RegExp(`(?:${names.map(escaped).join('|')})\\s*[:=]?\\s*(\\d{1,4})(?![\\d.])\\s*分?`, 'u').exec(
      left,
    );
    if (!found) continue;
    marks[id] = Number(found[1]);
    left = `${left.slice(0, found.index)} ${left.slice(found.index + found[0].length)}`;
  }
  return { marks, left: left.replace(/[\s,，、;；。.]+/gu, ' ').trim() };
};

/** The number of a household at the head of the words, and what stands behind it. Null: none is named. */
export const householdAhead = (text: string): { readonly number: string; readonly rest: string } | null => {
  const folded = foldText(text).trim();
  const found =
    /^第?\s*([\p{Script=Han}a-z\d-]{1,12}?)\s*(?:号院|号户|号家|号|院|户)/u.exec(folded) ??
    /^([a-z\d][a-z\d-]{0,11})(?=\s|$)/u.exec(folded);
  const number = found?.[1] === undefined ? null : householdNumber(found[1]);
  return found && number !== null ? { number, rest: folded.slice(found[0].length).trim() } : null;
};

const distance = (one: string, other: string): number => {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let at = 1; at <= one.length; at += 1) {
    const next = [at];
    for (let to = 1; to <= other.length; to += 1)
      next.push(
        Math.min(
          (row[to] ?? 0) + 1,
          (next[to - 1] ?? 0) + 1,
          (row[to - 1] ?? 0) + (one[at - 1] === other[to - 1] ? 0 : 1),
        ),
      );
    row = next;
  }
  return row[other.length] ?? 0;
};

/** The numbers that are most like the one that there is not, the nearest first. */
export const nearNumbers = (wanted: string, numbers: readonly string[], most = 3): readonly string[] =>
  numbers
    .map((number) => ({ number, far: distance(wanted, number), apart: Math.abs(Number(wanted) - Number(number)) || 0 }))
    .filter(({ far }) => far <= 1)
    .sort((one, other) => one.far - other.far || one.apart - other.apart || (one.number < other.number ? -1 : 1))
    .slice(0, most)
    .map(({ number }) => number);
