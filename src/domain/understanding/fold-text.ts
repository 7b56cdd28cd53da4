import { simplifiedOf } from './traditional';

/** What is read of one message; the rest of a longer one says nothing more about where it belongs. */
export const readAtMost = 2_000;

const circled = '①②③④⑤⑥⑦⑧⑨';

const isHighSurrogate = (code: number) => code >= 0xd800 && code <= 0xdbff;

const foldUnit = (code: number): number => {
  if (code < 0x80) return code >= 65 && code <= 90 ? code + 32 : code;
  if (code >= 0xff01 && code <= 0xff5e) return foldUnit(code - 0xfee0);
  if (code === 0x3000 || code === 0xa0) return 32;
  if (code >= 0x2460 && code <= 0x2468) return 0x31 + circled.indexOf(String.fromCharCode(code));
  return simplifiedOf.get(code) ?? code;
};

const needsFolding = (text: string) => /[A-Z\u00a0\u2460-\u2468\u3000\u4e00-\u9fff\uff01-\uff5e]/.test(text);

const foldPart = (read: string): string => {
  if (!needsFolding(read)) return read;
  let changed = false;
  const units = new Uint16Array(read.length);
  for (let index = 0; index < read.length; index += 1) {
    const code = read.charCodeAt(index);
    const folded = foldUnit(code);
    units[index] = folded;
    if (folded !== code) changed = true;
  }
  return changed ? String.fromCharCode(...units) : read;
};

/**
 * One form for all ways of typing: half width, lower case, simplified, ① as 1. Every UTF-16 unit stays at its
 * place, so a span found here is the same span of what the person wrote.
 */
export const foldText = (text: string): string => {
  const end =
    text.length > readAtMost && isHighSurrogate(text.charCodeAt(readAtMost - 1)) ? readAtMost - 1 : readAtMost;
  return foldPart(text.length > readAtMost ? text.slice(0, end) : text);
};

/** The same of all of a text, however long it is: for what must not be overlooked at its end. */
export const foldWhole = (text: string): string => {
  let folded = '';
  for (let from = 0; from < text.length; from += readAtMost) folded += foldPart(text.slice(from, from + readAtMost));
  return folded;
};
