import { readNumber } from '../read-number';

/** A time of day in minutes after midnight. */
export interface Clock {
  readonly minutes: number;
  readonly length: number;
}

export const dayParts = '凌晨|清晨|早晨|早上|一早|今早|上午|中午|午后|下午|傍晚|晚上|今晚|夜里|夜间|半夜|早|晚';

const count = '\\d{1,2}|[零一二两三四五六七八九十]{1,3}';
const form = new RegExp(
  `^(${dayParts})?\\s*(?:(${count})(?:点钟?|时)(?:(半)|([一三]刻)|(${count})分?)?|(\\d{1,2}):(\\d{2}))`,
);
const partOnly = new RegExp(`^(${dayParts})`);

const usual: Readonly<Record<string, number>> = {
  凌晨: 0,
  清晨: 6,
  早晨: 8,
  早上: 8,
  一早: 8,
  今早: 8,
  早: 8,
  上午: 9,
  中午: 12,
  午后: 14,
  下午: 14,
  傍晚: 18,
  晚上: 19,
  今晚: 19,
  晚: 19,
  夜里: 22,
  夜间: 22,
  半夜: 0,
};

const isLate = (part: string | undefined) => part !== undefined && /下午|午后|傍晚|晚|夜里|夜间/.test(part);

const hourOf = (hour: number, part: string | undefined): number => {
  if (isLate(part) && hour < 12) return hour + 12;
  return part === '中午' && hour < 3 ? hour + 12 : hour;
};

const minuteOf = (half: string | undefined, quarter: string | undefined, minute: string | undefined): number => {
  if (half !== undefined) return 30;
  if (quarter !== undefined) return quarter.startsWith('一') ? 15 : 45;
  return minute === undefined ? 0 : (readNumber(minute) ?? 0);
};

/** The time of day at the start of a text; `part` is the part of the day that an earlier time was in. */
export const readClock = (text: string, part?: string): (Clock & { readonly part: string | undefined }) | null => {
  const match = form.exec(text);
  if (match !== null) {
    const [whole, ownPart, hour, half, quarter, minute, digitalHour, digitalMinute] = match;
    const said = readNumber(hour ?? digitalHour ?? '');
    const minutes = minuteOf(half, quarter, minute ?? digitalMinute);
    if (said === null || said > 24 || minutes > 59) return null;
    const heard = ownPart ?? part;
    return { minutes: hourOf(said, heard) * 60 + minutes, length: whole.length, part: heard };
  }
  const alone = partOnly.exec(text)?.[1];
  return alone === undefined ? null : { minutes: (usual[alone] ?? 9) * 60, length: alone.length, part: alone };
};
