import { foldText } from './fold-text';

/** Control, bidi and zero-width characters, which nobody means. */
const invisible = /(?![\t\n])\p{Cc}|[\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;

/** A WeChat quote: 「名：原文」, a line of dashes, the reply. */
const quote = /^\s*[「｢]([\s\S]{0,2000}?)[」｣]\s*\n[-－—\s]{3,}\n/u;

const mention = /^(?:@\S{1,32}\s+)+/u;

/**
 * What was meant by what was typed, in the person's own words: the mention of the bot and a WeChat quote taken off,
 * invisible characters dropped. Nothing else is changed, for the words are shown to those who handle.
 */
export const plainText = (text: string): string =>
  text
    .replace(invisible, '')
    .replace(quote, '')
    .trimStart()
    .replace(mention, '')
    .replace(/^(\/\w+)@\w+/u, '$1')
    .trim();

/** Whether the message begins by naming somebody ("@王芳 …"). */
export const beginsWithMention = (text: string): boolean =>
  mention.test(text.replace(invisible, '').replace(quote, '').trimStart());

/** The quoted words of a WeChat quote, or null. */
export const quotedText = (text: string): string | null => quote.exec(text.replace(invisible, ''))?.[1] ?? null;

/** What stands behind a number that is not ours but a house's, a time or a sum. */
export const notOurs = '(?!\\d|\\s?(?:号楼|楼|栋|幢|单元|室|点|元|人))';

const ours = new RegExp(`(?<!\\d)#\\s?(\\d{1,9})${notOurs}`, 'u');

/** The number of ours in a quoted message of ours, or null. */
export const numberIn = (text: string): number | null => {
  const found = ours.exec(foldText(text));
  return found ? Number(found[1]) : null;
};
