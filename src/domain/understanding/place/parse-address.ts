import { readNumber } from '../read-number';

/** The parts of an address as the community counts them. */
export interface AddressParts {
  readonly building: string | null;
  readonly unit: string | null;
  readonly room: string | null;
}

const numberText = (found: string | undefined): string | null => {
  if (found === undefined) return null;
  const value = readNumber(found);
  return value === null ? found.toUpperCase() : String(value);
};

const firstGroup = (pattern: RegExp, text: string): string | undefined =>
  pattern
    .exec(text)
    ?.slice(1)
    .find((group: string | undefined) => group !== undefined);

const buildingForm =
  /([a-z]?\d{1,3}|[一二三四五六七八九十]{1,3}|[a-z])\s*(?:号楼|栋|幢|座|#)|(?:^|[^\d])(\d{1,2})号(?!线|门)|^(\d{1,2})[-—－]\d/;
const unitForm = /(\d{1,2}|[一二三四五六七八九十]{1,3})\s*(?:单元|门)|^\d{1,2}[-—－](\d{1,2})[-—－]|#(\d)(?!\d)/;
const roomForm = /(?:单元|栋|幢|号楼|座|#|[-—－]|^)\s*(\d{3,4})(?!\d)/;

/** "6号楼2单元301", "六栋", "6-2-301", "8#2单元", "a座", folded. */
export const parseAddress = (words: string): AddressParts => ({
  building: numberText(firstGroup(buildingForm, words)),
  unit: numberText(firstGroup(unitForm, words)),
  room: firstGroup(roomForm, words) ?? null,
});
