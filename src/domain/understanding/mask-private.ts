import { cleanText } from '../wording/clean-text';
import { findPlate } from './read-plate';
import { foldWhole } from './fold-text';
import { privateNumbers, type PrivateNumber } from './private-numbers';
import { plainDigits } from './written-digits';

const covered = (shown: string, keepFirst: number, keepLast: number): string =>
  Array.from(shown, (sign, index) => (index < keepFirst || index >= shown.length - keepLast ? sign : '*')).join('');

const withPlatesMasked = (text: string): string => {
  const found = findPlate(foldWhole(text));
  if (found === null) return text;
  const shown = text.slice(found.from, found.to);
  return text.slice(0, found.from) + covered(shown, 2, 1) + withPlatesMasked(text.slice(found.to));
};

/** Its digits covered; what stands between them stays. */
const coveredNumber = (shown: string, { keepFirst, keepLast }: PrivateNumber): string => {
  const read = plainDigits(foldWhole(shown));
  const all = read.match(/[\dx]/g)?.length ?? 0;
  let seen = 0;
  return Array.from(read, (sign, at) => {
    if (!/[\dx]/.test(sign)) return shown.charAt(at);
    seen += 1;
    return seen <= keepFirst || seen > all - keepLast ? shown.charAt(at) : '*';
  }).join('');
};

const withNumbersMasked = (text: string): string =>
  privateNumbers(text).reduceRight(
    (masked, found) =>
      masked.slice(0, found.from) + coveredNumber(masked.slice(found.from, found.to), found) + masked.slice(found.to),
    text,
  );

/**
 * Phone, ID and card numbers and plates covered, the rest as it was: what may be shown outside a private chat. An invisible
 * sign hides no number: a text that holds one comes back without them.
 */
export const maskPrivate = (text: string): string => {
  const plain = cleanText(text, Infinity);
  const masked = withPlatesMasked(withNumbersMasked(plain));
  return masked === plain ? text : masked;
};
