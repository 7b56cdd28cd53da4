import type { SpokenLanguage } from '../../community/community';
import type { Typed } from './typed';

/** What somebody says of themselves, and what staff say of somebody's accounts. */
export type SelfCommand =
  /** `换号`: a code for the new account. */
  | { readonly kind: 'self'; readonly verb: 'change' }
  /** `我是 刘建国 6号楼`: with another account before. */
  | { readonly kind: 'self'; readonly verb: 'claim'; readonly name: string; readonly home: string }
  /** `我住 6号楼`. */
  | { readonly kind: 'self'; readonly verb: 'home'; readonly home: string }
  /** `我替 张奶奶 说话`: from now on; `不替 张奶奶 了`, `不用替我了`: no more. `name` null: whoever it is. */
  | { readonly kind: 'self'; readonly verb: 'speak-for'; readonly name: string }
  | { readonly kind: 'self'; readonly verb: 'speak-no-more'; readonly name: string | null }
  /** `拉黑 张三 因为 …`, `拉黑 #102 因为 …`, `解除拉黑 张三`: not heard any more but for danger. */
  | {
      readonly kind: 'self';
      readonly verb: 'ban' | 'lift';
      readonly name: string;
      readonly number: number | null;
      readonly reason: string;
    }
  /** `语言 繁体`, `language English`. */
  | { readonly kind: 'self'; readonly verb: 'language'; readonly language: SpokenLanguage }
  /** `拆开 刘建国`: what was merged into that person by mistake. */
  | { readonly kind: 'self'; readonly verb: 'part'; readonly name: string };

const ending = /[。.!！~\s]+$/u;

/** "6号楼", "6-2-301", "6栋2单元301室": nothing that could be the beginning of a report. */
const home = String.raw`\d{1,3}(?:号楼|栋|幢|号院)?(?:\s?\d{1,2}单元)?(?:\s?[\d-]{1,9}(?:室|户)?)?`;

const claims = [
  new RegExp(String.raw`^我是\s+(?<name>[\p{L}·]{2,12})(?:\s*[,，\s]\s*(?:住)?(?<home>${home}))?$`, 'u'),
  new RegExp(String.raw`^我是\s*(?<home>\d{1,3}(?:号楼|栋|幢))的\s*(?<name>\p{Script=Han}{2,4})$`, 'u'),
];

const lives = new RegExp(
  String.raw`^我(?:家)?住(?:在)?\s*(?<home>\d{1,3}(?:号楼|栋|幢)(?:\s?\d{1,2}单元)?(?:\s?[\d-]{1,9}(?:室|户)?)?|\d{1,3}(?:-\d{1,4}){1,2})$`,
  'u',
);

const languages: Readonly<Record<string, SpokenLanguage>> = {
  繁体: 'zh-Hant',
  繁体中文: 'zh-Hant',
  traditional: 'zh-Hant',
  简体: 'zh',
  简体中文: 'zh',
  中文: 'zh',
  chinese: 'zh',
  英文: 'en',
  英语: 'en',
  english: 'en',
};

const other = (text: string): SelfCommand | null => {
  if (/^换(?:账)?号$/u.test(text)) return { kind: 'self', verb: 'change' };
  const spoken = languages[/^(?:语言|language)\s*(?<named>\S+)$/u.exec(text)?.groups?.['named'] ?? ''];
  if (spoken !== undefined) return { kind: 'self', verb: 'language', language: spoken };
  const old = /^我?替\s*(?<name>\p{L}{2,8}?)\s*(?:说话|报事|办事)$/u.exec(text)?.groups?.['name'];
  if (old !== undefined) return { kind: 'self', verb: 'speak-for', name: old };
  const ended = /^不用?替(?:我)?\s*(?<name>\p{L}{2,8}?)?\s*(?:说话|报事|办事)?了?$/u.exec(text);
  if (ended) return { kind: 'self', verb: 'speak-no-more', name: ended.groups?.['name'] ?? null };
  const parted = /^拆开\s+(?<name>\p{L}[\p{L}·]{1,11})$/u.exec(text)?.groups?.['name'];
  return parted === undefined ? null : { kind: 'self', verb: 'part', name: parted };
};

/** Names are as people show them, so that nearly anything may stand there. */
const readBan = (typed: string): SelfCommand | null => {
  const found =
    /^(?<verb>拉黑|解除拉黑)\s+(?:[#＃]\s?(?<number>\d{1,9})|(?<name>.{1,40}?))(?:[\s,，]*因为[\s:：]*(?<reason>.+))?$/u.exec(
      typed,
    )?.groups;
  if (!found) return null;
  const { verb, name = '', number, reason = '' } = found;
  return {
    kind: 'self',
    verb: verb === '拉黑' ? 'ban' : 'lift',
    name: name.trim(),
    number: number === undefined ? null : Number(number),
    reason: reason.trim(),
  };
};

/** Heard in private alone: it is nobody else's business who somebody is. */
export const readSelf = ({ folded, typed }: Typed): SelfCommand | null => {
  const text = folded.replace(ending, '');
  for (const pattern of claims) {
    const found = pattern.exec(text)?.groups;
    if (!found?.['name']) continue;
    const at = folded.indexOf(found['name'], 2);
    const name = typed.slice(at, at + found['name'].length);
    return { kind: 'self', verb: 'claim', name, home: found['home'] ?? '' };
  }
  const banned = readBan(typed.trim());
  if (banned) return banned;
  const lived = lives.exec(text)?.groups?.['home'];
  return lived === undefined ? other(text) : { kind: 'self', verb: 'home', home: lived };
};
