const provinces = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使领';

/** Seven signs, or eight for new energy; folded text, so letters are small. */
const plate = new RegExp(
  `[${provinces}]\\s?[a-z]\\s?[·.•-]?\\s?(?:[a-z0-9]{6}(?![a-z0-9])|[a-z0-9]{4}[a-z0-9挂学警港澳](?![a-z0-9]))`,
);

export interface PlateSpan {
  readonly from: number;
  readonly to: number;
  /** As it is written on the car: 粤B12345. */
  readonly plate: string;
}

export const findPlate = (folded: string): PlateSpan | null => {
  const match = plate.exec(folded);
  if (match === null || !/\d/.test(match[0])) return null;
  const signs = match[0].replace(/[\s·.•-]/g, '').toUpperCase();
  return { from: match.index, to: match.index + match[0].length, plate: signs };
};

export const readPlate = (folded: string): string | null => findPlate(folded)?.plate ?? null;
