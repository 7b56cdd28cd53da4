import { foldWhole } from './fold-text';
import { written, type Script } from './written-digits';

/** A stretch of a text that reads as a number of a person; `keepFirst` and `keepLast` digits tell no secret. */
export interface PrivateNumber {
  readonly from: number;
  readonly to: number;
  readonly keepFirst: number;
  readonly keepLast: number;
}

/** What people put between digits, and what makes a digit a key of a telephone (1️⃣). */
const between = '-—–_\\s.,。·•・∙‧\\uFE0F\\u20E3';

const groupsOf = (found: string): readonly string[] =>
  found
    .replace(/^\+?(?:00)?86(?!\d{8})/, '')
    .split(/[^\dx]+/)
    .filter(Boolean);

/** Between the digits of two amounts or of a day and something else stand signs of more than one kind. */
const isAmountsOrDay = (found: string): boolean =>
  new Set(found.match(/[-—–_\s.,]/g)).size > 1 &&
  (/\.\d{1,2}(?!\d)/.test(found) || /^\d{4}([-.])\d{1,2}\1\d{1,2}(?!\d)/.test(found));

/** With commas: thousands, or a list of small numbers; nobody's number is cut like that. */
const isCounted = (found: string): boolean => {
  if (!found.includes(',')) return false;
  if (/^\d{1,3}(?:,\d{3})+$/.test(found)) return true;
  const groups = groupsOf(found);
  return !groups.every(({ length }) => length === 1) && groups.some(({ length }) => length < 3);
};

/** The sum that every bank card's number keeps; four rooms with commas between them do not. */
const isCardNumber = (found: string): boolean => {
  const sum = Array.from(found.replace(/\D/g, ''), Number).reduceRight(
    ({ total, twice }, digit) => ({ total: total + (twice ? digit * 2 - (digit > 4 ? 9 : 0) : digit), twice: !twice }),
    { total: 0, twice: false },
  );
  return sum.total % 10 === 0;
};

const currency = /(?:[￥¥]|人民币|rmb) ?$/;
const unit = /^(?:\.\d\d?)? ?[万亿]?(?:元|块钱?|人民币)(?:$|[^\p{L}\d]|整|左右|以[上下]|多|的|[/每]|人民币)/u;
/** An amount of money that is as long as a mobile's number; with hyphens or spaces it is one. */
const isMoney = (found: string, read: string, from: number): boolean =>
  /^\d+$/.test(found) &&
  (currency.test(read.slice(Math.max(0, from - 4), from)) || unit.test(read.slice(from + found.length).slice(0, 12)));

/** With commas a mobile's number is cut in one of these ways; 1500,2000,300 is a list. */
const isAnotherList = (found: string): boolean =>
  found.includes(',') &&
  !['3-4-4', '3-8', '7-4', Array(11).fill(1).join('-')].includes(
    groupsOf(found)
      .map(({ length }) => length)
      .join('-'),
  );

interface Kind {
  readonly pattern: RegExp;
  readonly keepFirst: (found: string) => number;
  /** What only looks like it; asked with digits as 0 to 9. */
  readonly isNot?: (found: string, read: string, from: number) => boolean;
}

const digitsOf = (found: string): string => found.replace(/[^\dx]/g, '');

const kindsIn = ({ one, signs }: Script): readonly Kind[] => {
  const [any, gap] = [one('0123456789'), `[${between}${signs}]{0,3}`];
  const digits = (count: number | string): string => `(?:${any}${gap}){${count}}`;
  const apart = (pattern: string, beside: string): RegExp => new RegExp(`(?<!${beside})${pattern}(?!${beside})`, 'g');
  const number = (pattern: string): RegExp => apart(pattern, any);
  const [first, zero, some] = [one('1'), one('0'), one('123456789')];
  const century = `(?:${first}${gap}${one('9')}|${one('2')}${gap}${zero})`;
  return [
    // An identity number: 18 signs, the last may be x; or the 15 digits of old cards.
    {
      pattern: number(
        `(?:${some}${gap}${digits(5)}${century}${gap}${digits(9)}(?:${any}|x)|${any}{17}(?:${any}|x)|${some}${any}{14})(?!x)`,
      ),
      keepFirst: () => 3,
    },
    // A bank card.
    {
      pattern: number(`${one('3456')}${any}{3}(?:${gap}${any}{4}){3}(?:${gap}${any}{1,3})?`),
      keepFirst: () => 4,
      isNot: (found) => found.includes(',') && !isCardNumber(found),
    },
    // A mobile telephone, with or without the country; a numeral beside it may be of another word (万一, 三点).
    {
      pattern: apart(
        `(?:\\+?(?:${zero}${zero})?${one('8')}${one('6')}${gap})?${first}${gap}${one('3456789')}${gap}${digits(8)}${any}`,
        '\\d',
      ),
      keepFirst: (found) => digitsOf(found).length - 8,
      isNot: (found, read, from) => isMoney(found, read, from) || isAnotherList(found),
    },
    // A landline with the number of its city; among commas one that there is (0045,0035,0123 is a list).
    {
      pattern: number(`${zero}${any}{2,3}\\)?${gap}${any}{3,4}${gap}${any}{4}`),
      keepFirst: (found) => digitsOf(found).length - 6,
      isNot: (found) => found.includes(',') && !/^0(?:10|2\d|[3-9]\d\d)(?!\d)/.test(found),
    },
  ];
};

const numbersOf = (
  { pattern, keepFirst, isNot }: Kind,
  plain: Script['plain'],
  read: string,
): readonly PrivateNumber[] => {
  const numbers: PrivateNumber[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(read); match !== null; match = pattern.exec(read)) {
    const { 0: shown, index } = match;
    const found = plain(shown);
    if (isAmountsOrDay(found) || isCounted(found) || isNot?.(found, read, index)) pattern.lastIndex = index + 1;
    else numbers.push({ from: index, to: index + shown.length, keepFirst: keepFirst(found), keepLast: 2 });
  }
  return numbers;
};

const kinds = written.flatMap((script) => kindsIn(script).map((kind) => ({ kind, script })));

/**
 * Numbers of telephones, identity and bank cards in a text without invisible signs, in whatever width or numerals they
 * are written. ① begins a line of a list and is no digit.
 */
export const privateNumbers = (text: string): readonly PrivateNumber[] => {
  let rest = foldWhole(text.replace(/[①-⑨]/g, '#'));
  const all = kinds.flatMap(({ kind, script: { needs, plain } }) => {
    const found = needs.test(rest) ? numbersOf(kind, plain, rest) : [];
    for (const { from, to } of found) rest = rest.slice(0, from) + '#'.repeat(to - from) + rest.slice(to);
    return found;
  });
  return all.sort((one, other) => one.from - other.from);
};
