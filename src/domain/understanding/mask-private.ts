import { findPlate } from './read-plate';
import { foldText } from './fold-text';

/** 18 signs, the last may be x; or the 15 digits of old cards. */
const idNumber = /(?<!\d)(?:[1-9]\d{5}(?:19|20)\d{9}[\dx]|[1-9]\d{14})(?![\dx])/gi;
const mobile = /(?<!\d)(?:\+?86[-\s]?)?1[3-9]\d[-\s]?\d{4}[-\s]?\d{4}(?!\d)/g;
const landline = /(?<!\d)0\d{2,3}[-\s]\d{7,8}(?!\d)/g;
const bankCard = /(?<!\d)[3-6]\d{3}(?:[-\s]?\d{4}){3}(?:[-\s]?\d{1,3})?(?!\d)/g;

const covered = (shown: string, keepFirst: number, keepLast: number): string =>
  Array.from(shown, (sign, index) => (index < keepFirst || index >= shown.length - keepLast ? sign : '*')).join('');

const withPlatesMasked = (text: string): string => {
  const found = findPlate(foldText(text));
  if (found === null) return text;
  const shown = text.slice(found.from, found.to);
  return text.slice(0, found.from) + covered(shown, 2, 1) + withPlatesMasked(text.slice(found.to));
};

/** Phone, ID and card numbers and plates covered, the rest as it was: what may be shown outside a private chat. */
export const maskPrivate = (text: string): string =>
  withPlatesMasked(
    text
      .replace(idNumber, (found) => covered(found, 3, 2))
      .replace(bankCard, (found) => covered(found, 4, 2))
      .replace(mobile, (found) => covered(found, found.length - 8, 2))
      .replace(landline, (found) => covered(found, found.length - 6, 2)),
  );
