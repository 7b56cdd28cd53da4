const digits = '零一二三四五六七八九';

const digitOf = (char: string): number => {
  if (char === '两' || char === '俩') return 2;
  if (char === '〇') return 0;
  return digits.indexOf(char);
};

const underHundred = (text: string): number | null => {
  const ten = text.indexOf('十');
  if (ten === -1) return text.length === 1 && digitOf(text) >= 0 ? digitOf(text) : null;
  if (text.length > 3 || ten > 1) return null;
  const tens = ten === 0 ? 1 : digitOf(text.charAt(0));
  const ones = ten === text.length - 1 ? 0 : digitOf(text.charAt(ten + 1));
  return tens < 1 || ones < 0 ? null : tens * 10 + ones;
};

const digitByDigit = (text: string): number | null => {
  let value = 0;
  for (const char of text) {
    const digit = digitOf(char);
    if (digit < 0) return null;
    value = value * 10 + digit;
  }
  return value;
};

const chineseNumber = (text: string): number | null => {
  const hundred = text.indexOf('百');
  if (hundred === -1) return text.includes('十') || text.length === 1 ? underHundred(text) : digitByDigit(text);
  const hundreds = digitOf(text.charAt(0));
  if (hundred !== 1 || hundreds < 1) return null;
  const rest = text.slice(2).replace(/^零/, '');
  if (rest === '') return hundreds * 100;
  const below = rest.length === 1 && !text.includes('零') && rest !== '十' ? digitOf(rest) * 10 : underHundred(rest);
  return below === null || below < 0 ? null : hundreds * 100 + below;
};

/** "6", "六", "十二", "二十", "一百零三", "三零一" (folded text: ６ and ⑥ are 6 already); null when it is no number. */
export const readNumber = (text: string): number | null => {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  return /^[零〇一二两俩三四五六七八九十百]{1,7}$/.test(text) ? chineseNumber(text) : null;
};
