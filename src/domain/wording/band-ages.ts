const tens = ['', '', '二十', '三十', '四十', '五十', '六十', '七十', '八十', '九十'];

const band = (age: number): string => {
  if (age >= 100) return '一百多岁';
  if (age < 10) return '不到十岁';
  return age < 20 ? '十几岁' : `${tens[Math.floor(age / 10)] ?? ''}多岁`;
};

/** An age as a band: strangers need know no more than "七十多岁" to look for somebody. */
export const bandAges = (text: string): string =>
  text
    .replace(/(?<!\d)(\d{1,3})\s*周?岁/gu, (_found, age: string) => band(Number(age)))
    .replace(/([二三四五六七八九]十)[一二三四五六七八九]\s*周?岁/gu, '$1多岁');
