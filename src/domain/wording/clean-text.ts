import { privateNumbers } from '../understanding/private-numbers';

/** The longest stretch of a person's words that a message quotes, in characters. */
const longestWords = 500;

// Control characters, direction overrides, invisible joiners and fillers, tags: they hide, turn round or forge text.
const invisible = new RegExp(
  [
    /[\p{Cc}\p{Cs}\p{Co}\u00AD\u061C\u115F\u1160\u180E\u200B-\u200F\u2028-\u202E\u2060-\u206F\u3164\uFEFF\uFFA0\uFFF0-\uFFFB]/u,
    /\u034F|\u17B4|\u17B5|[\u180B-\u180D]|\u180F|[\uFE00-\uFE0E]|[\u{E0000}-\u{E0FFF}]/u,
  ]
    .map(({ source }) => source)
    .join('|'),
  'gu',
);
const lineBreaks = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;
/** More than two marks on one letter is a tower that runs over other lines. */
const towers = /(\p{M}{2})\p{M}+/gu;

/** A person's words as they can be quoted in one line: nothing invisible, nothing that forges a line of ours. */
export const cleanText = (text: string, longest: number = longestWords): string => {
  const plain = text
    .replace(lineBreaks, ' ')
    .replace(invisible, '')
    .replace(towers, '$1')
    .replace(/ {2,}/g, ' ')
    .trim();
  const characters = Array.from(plain);
  return characters.length > longest ? `${characters.slice(0, longest).join('')}…` : plain;
};

/** A name: short, and without the marks that frame our own lines. */
export const cleanName = (name: string): string => cleanText(name.replace(/[#｜|“”「」]/g, ' '), 30);

const plate =
  /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Za-z][·. ]?[A-Za-z0-9]{5,6}(?![A-Za-z0-9])/gu;
const room = /[0-9０-９]{1,2}[-－—][0-9０-９]{1,2}[-－—][0-9０-９]{3,4}|[0-9０-９]{3,4}(?:室|房|户)/gu;

const hidden = '＊＊＊';

/** In a group nobody reads phone numbers, identity numbers, plates or the number of somebody's flat. */
export const maskForGroup = (text: string): string => {
  const withoutNumbers = privateNumbers(text).reduceRight(
    (masked, { from, to }) => masked.slice(0, from) + hidden + masked.slice(to),
    text,
  );
  return withoutNumbers.replace(plate, hidden).replace(room, hidden);
};
