import { foldWhole } from './fold-text';

/** A stretch of a text that reads as a number of a person; `keepFirst` and `keepLast` digits tell no secret. */
export interface PrivateNumber {
  readonly from: number;
  readonly to: number;
  readonly keepFirst: number;
  readonly keepLast: number;
}

/** What people put between digits, and what makes a digit a key of a telephone (1️⃣). */
const gap = '[-—–_\\s.。·•・∙‧\\uFE0F\\u20E3]{0,3}';
const digits = (count: number | string): string => `(?:\\d${gap}){${count}}`;
const number = (pattern: string): RegExp => new RegExp(`(?<!\\d)${pattern}(?!\\d)`, 'g');

const digitsOf = (found: string): string => found.replace(/[^\dx]/g, '');
/** Between the digits of two amounts or of a day and something else stand signs of more than one kind. */
const isAmountsOrDay = (found: string): boolean =>
  new Set(found.match(/[-—–_\s.]/g)).size > 1 &&
  (/\.\d{1,2}(?!\d)/.test(found) || /^\d{4}([-.])\d{1,2}\1\d{1,2}(?!\d)/.test(found));

interface Kind {
  readonly pattern: RegExp;
  readonly keepFirst: (found: string) => number;
}

const kinds: readonly Kind[] = [
  // An identity number: 18 signs, the last may be x; or the 15 digits of old cards.
  {
    pattern: number(
      `(?:[1-9]${gap}${digits(5)}(?:1${gap}9|2${gap}0)${gap}${digits(9)}[\\dx]|\\d{17}[\\dx]|[1-9]\\d{14})(?!x)`,
    ),
    keepFirst: () => 3,
  },
  // A bank card.
  { pattern: number(`[3-6]\\d{3}(?:${gap}\\d{4}){3}(?:${gap}\\d{1,3})?`), keepFirst: () => 4 },
  // A mobile telephone, with or without the country.
  {
    pattern: number(`(?:\\+?(?:00)?86${gap})?1${gap}[3-9]${gap}${digits(8)}\\d`),
    keepFirst: (found) => digitsOf(found).length - 8,
  },
  // A landline with the number of its city.
  {
    pattern: number(`0\\d{2,3}\\)?${gap}\\d{3,4}${gap}\\d{4}`),
    keepFirst: (found) => digitsOf(found).length - 6,
  },
];

const numbersOf = ({ pattern, keepFirst }: Kind, folded: string): readonly PrivateNumber[] =>
  [...folded.matchAll(pattern)].flatMap(({ 0: found, index }) =>
    isAmountsOrDay(found) ? [] : [{ from: index, to: index + found.length, keepFirst: keepFirst(found), keepLast: 2 }],
  );

/**
 * Numbers of telephones, identity and bank cards in a text without invisible signs, in whatever width they are written.
 * ① begins a line of a list and is no digit.
 */
export const privateNumbers = (text: string): readonly PrivateNumber[] => {
  let rest = foldWhole(text.replace(/[①-⑨]/g, '#'));
  const all = kinds.flatMap((kind) => {
    const found = numbersOf(kind, rest);
    for (const { from, to } of found) rest = rest.slice(0, from) + '#'.repeat(to - from) + rest.slice(to);
    return found;
  });
  return all.sort((one, other) => one.from - other.from);
};
