import { readMinutes } from './read-minutes';

/** Words of the time bank; names, notes and days as they were recognised, in simplified characters. */
export type FoundService =
  /** `服务 张奶奶 1小时半 昨天 陪看病 卡 1234 5670`: `rest` holds day and note. Without a name nothing was read. */
  | {
      readonly verb: 'log';
      readonly who: string | null;
      readonly minutes: number;
      readonly rest: string;
      readonly card: string | null;
    }
  | { readonly verb: 'untimed'; readonly who: string }
  /** `发卡 张奶奶`. */
  | { readonly verb: 'card'; readonly who: string }
  /** `存 2小时`, `取 1小时`, `捐 2小时`. */
  | { readonly verb: 'keep' | 'take' | 'donate'; readonly minutes: number }
  /** `送 妈妈 2小时`, `拨 张奶奶 2小时`. */
  | { readonly verb: 'give' | 'grant'; readonly who: string; readonly minutes: number };

const ending = /[。.!~\s]+$/u;

const cardCode = /\s*卡\s*(\d[\d\s-]{6,9}\d)/u;

/** A length of time that is all there is. */
const onlyMinutes = (text: string): number | null => {
  const found = readMinutes(text);
  return found !== null && found.length === text.length ? found.minutes : null;
};

const own = { 存: 'keep', 取: 'take', 捐: 'donate' } as const;
const toOthers = { 送: 'give', 拨: 'grant' } as const;

const readLog = (text: string): FoundService | null => {
  if (text === '服务') return { verb: 'log', who: null, minutes: 0, rest: '', card: null };
  const found = /^服务\s+(\S{1,12}?)\s*(?=-?[\d一二两三四五六七八九十半]+\.?\d*\s*个?(?:半|小时|钟头|分|h|min))/u.exec(
    text,
  );
  const behind = found ? text.slice(found[0].length) : '';
  const time = found ? readMinutes(behind) : null;
  if (!found?.[1] || !time) return null;
  const card = cardCode.exec(behind);
  const rest = behind
    .slice(time.length)
    .replace(card?.[0] ?? '', '')
    .trim();
  return { verb: 'log', who: found[1], minutes: time.minutes, rest, card: card?.[1] ?? null };
};

/** `服务 王奶奶`, `服务 王奶奶 abc小时`: a name without a time that can be read. Whether it is anybody's is found out. */
const readUntimed = (text: string): FoundService | null => {
  const who = /^服务\s+(\S{2,12})(?:\s+\S{0,12}?(?:小时|钟头|分钟?))?$/u.exec(text)?.[1];
  return who === undefined ? null : { verb: 'untimed', who };
};

/** Letters and digits where a time belongs ("存 abc", "取 1e3小时"); other words are talk ("捐 衣服"). */
const slip = /^([存取捐])\s+[a-z0-9.+-]{1,20}(?:小时|个小时|钟头|分钟?)?$/u;

/** Heard in private; what names no time is plain talk. */
export const findService = (folded: string): FoundService | null => {
  const text = folded.replace(ending, '');
  const log = readLog(text);
  if (log) return log;
  const card = /^发卡\s+(\S{1,12})$/u.exec(text);
  if (card?.[1]) return { verb: 'card', who: card[1] };
  const mine = /^([存取捐])\s*(.+)$/u.exec(text);
  const minutes = mine ? onlyMinutes(mine[2] ?? '') : null;
  if (mine && minutes !== null) return { verb: own[mine[1] as keyof typeof own], minutes };
  const given = /^([送拨])\s*(?:给\s*)?(\S{1,12}?)\s+(\S.*)$/u.exec(text);
  const length = given ? onlyMinutes(given[3] ?? '') : null;
  if (given?.[2] && length !== null)
    return { verb: toOthers[given[1] as keyof typeof toOthers], who: given[2], minutes: length };
  const slipped = slip.exec(text)?.[1];
  return slipped === undefined ? readUntimed(text) : { verb: own[slipped as keyof typeof own], minutes: 0 };
};
