/** Control, bidi and zero-width characters, which nobody means. */
const invisible = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;

/** A WeChat quote: 「名：原文」, a line of dashes, the reply. */
const quote = /^「[\s\S]{0,2000}?」\s*\n[-\s]{3,}\n/u;

/** Full-width letters, digits, # + and @. Chinese punctuation stays as people typed it. */
const fullWidth = /[０-９Ａ-Ｚａ-ｚ＃＋＠]/gu;

/**
 * What was meant by what was typed: full-width letters and digits made plain, the mention of the bot and a WeChat
 * quote taken off, invisible characters dropped.
 */
export const plainText = (text: string): string =>
  text
    .replace(fullWidth, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0))
    .replaceAll('\u3000', ' ')
    .replace(invisible, '')
    .replace(quote, '')
    .replace(/^(?:@\S{1,32}\s+)+/u, '')
    .replace(/^(\/\w+)@\w+/u, '$1')
    .trim();

/** The quoted words of a WeChat quote, or null. */
export const quotedText = (text: string): string | null =>
  /^「([\s\S]{0,2000}?)」\s*\n[-\s]{3,}\n/u.exec(text)?.[1] ?? null;

/** The number of ours in a quoted message of ours, or null. */
export const numberIn = (text: string): number | null => {
  const found = /(?<!\d)#(\d{1,9})(?!\d|楼|栋|幢|单元|室|点|元|人)/u.exec(text);
  return found ? Number(found[1]) : null;
};
