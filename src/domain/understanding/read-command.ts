import { plainText } from './plain-text';

/** Verbs that need an anchor: a reply to our card, or a number right behind. */
const anchored = {
  claim: ['接单', '接', 'claim'],
  resolve: ['办结', '办好了', 'done'],
  'hand-over': ['转'],
  pause: ['等'],
  resume: ['继续'],
  raise: ['上报'],
  note: ['留言', '备注'],
  decline: ['退回', '退'],
  'take-charge': ['我负责'],
  'more-hands': ['加人'],
  'false-alarm': ['误报'],
  'stand-down': ['解除'],
  look: ['查', 'status'],
  why: ['为什么', 'why'],
  'me-too': ['我也是', 'me too'],
  'not-yet': ['还没好'],
  'all-done': ['好了'],
  withdraw: ['撤回', '不报了'],
  supplement: ['补充', '更正'],
} as const;

/** Words that are a whole message. */
const whole = {
  mine: ['我的', 'mine'],
  points: ['积分', 'points'],
  statement: ['账单', 'statement'],
  help: ['帮助', '/start', '/help', 'help', '开始'],
  person: ['人工', '转人工', '电话'],
  tasks: ['待办'],
} as const;

export type AnchoredVerb = keyof typeof anchored;
export type WholeVerb = keyof typeof whole;

export type TypedCommand =
  | {
      readonly kind: 'anchored';
      readonly verb: AnchoredVerb;
      /** As the person typed it. */
      readonly word: string;
      readonly number: number | null;
      /** What stands behind the verb and the number, without the reason. */
      readonly rest: string;
      /** Behind "因为". */
      readonly reason: string;
    }
  | { readonly kind: 'whole'; readonly verb: WholeVerb }
  /** `报 …` and `急 …`, `救命`: a report whatever the words are. */
  | { readonly kind: 'report'; readonly critical: boolean; readonly text: string }
  /** `代 妈妈 报 …`. */
  | { readonly kind: 'report-for'; readonly who: string; readonly text: string }
  | { readonly kind: 'bind'; readonly code: string }
  | { readonly kind: 'invite'; readonly rest: string }
  | { readonly kind: 'choice'; readonly index: number };

export interface CommandSetting {
  readonly isPrivate: boolean;
  /** The message replies to one of ours. */
  readonly repliesToUs: boolean;
  readonly mentioned: boolean;
}

const circled = '①②③④⑤⑥⑦⑧⑨';
const chinese = '一二三四五六七八九';

/** A bare number, as a choice: 1, １, ①, 一. */
const choiceIndex = (text: string): number | null => {
  const bare = text.replace(/^[回选按]/u, '').replace(/[.。、]$/u, '');
  if (/^[1-9]$/.test(bare)) return Number(bare);
  if (bare.length !== 1) return null;
  const index = Math.max(circled.indexOf(bare), chinese.indexOf(bare));
  return index < 0 ? null : index + 1;
};

const numberBehind = (text: string, isPrivate: boolean): { number: number | null; rest: string } => {
  const hash = /^[\s,，:：]*#\s?(\d{1,9})(?!\d|\s?(?:楼|栋|幢|单元|室|点|元|人))/u.exec(text);
  const bare = isPrivate ? /^[\s,，:：]*(\d{3,9})(?!\d|\s?(?:楼|栋|幢|单元|室|点|元|人|号楼))/u.exec(text) : null;
  const found = hash ?? bare;
  return found
    ? { number: Number(found[1]), rest: text.slice(found[0].length).trim() }
    : { number: null, rest: text.trim() };
};

const splitReason = (text: string): { rest: string; reason: string } => {
  const at = text.indexOf('因为');
  return at < 0 ? { rest: text, reason: '' } : { rest: text.slice(0, at).trim(), reason: text.slice(at + 2).trim() };
};

const verbs = Object.entries(anchored)
  .flatMap(([verb, words]) => words.map((word) => ({ verb: verb as AnchoredVerb, word: word as string })))
  .sort((one, other) => other.word.length - one.word.length);

/** "#101 办结" is as good as "办结 #101". */
const numberFirst = (text: string): string => {
  const found = /^#\s?(\d{1,9})\s+(\S[\s\S]*)$/u.exec(text);
  if (!found) return text;
  const verb = verbs.find(({ word }) => found[2]?.startsWith(word));
  return verb ? `${verb.word} #${found[1]} ${found[2]?.slice(verb.word.length).trim() ?? ''}` : text;
};

const readAnchored = (given: string, setting: CommandSetting): TypedCommand | null => {
  const text = numberFirst(given);
  const lower = text.toLowerCase();
  const found = verbs.find(({ word }) => lower.startsWith(word));
  if (!found) return null;
  const behind = text.slice(found.word.length);
  const { number, rest } = numberBehind(behind, setting.isPrivate);
  const separated = behind === '' || /^[\s,，:：#。.!！]/u.test(behind);
  const heard = number !== null || (separated && setting.repliesToUs) || (behind.trim() === '' && setting.isPrivate);
  if (!heard) return null;
  return { kind: 'anchored', verb: found.verb, word: found.word, number, ...splitReason(rest) };
};

const readReport = (text: string): TypedCommand | null => {
  const report = /^报[\s:：]+(\S[\s\S]*)$/u.exec(text);
  if (report?.[1]) return { kind: 'report', critical: false, text: report[1] };
  const urgent = /^急[\s:：!！]+(\S[\s\S]*)$/u.exec(text);
  if (urgent?.[1]) return { kind: 'report', critical: true, text: urgent[1] };
  if (/^救命[!！。\s]*/u.test(text)) return { kind: 'report', critical: true, text };
  const other = /^代\s*(\S{1,12})\s*报[\s:：]+(\S[\s\S]*)$/u.exec(text);
  return other?.[1] && other[2] ? { kind: 'report-for', who: other[1], text: other[2] } : null;
};

const readWhole = (text: string): TypedCommand | null => {
  const bare = text.replace(/[。.!！?？\s]+$/u, '').toLowerCase();
  const found = Object.entries(whole).find(([, words]) => words.some((word) => word === bare));
  return found ? { kind: 'whole', verb: found[0] as WholeVerb } : null;
};

const readCode = (text: string): TypedCommand | null => {
  const bind = /^(?:绑定|\/bind(?:@\w+)?|\/start)\s+([A-Za-z0-9-]{4,24})$/u.exec(text);
  if (bind?.[1]) return { kind: 'bind', code: bind[1] };
  const invite = /^邀请(?:\s+(\S[\s\S]*))?$/u.exec(text);
  return invite ? { kind: 'invite', rest: invite[1] ?? '' } : null;
};

/**
 * The words people type (bound to a role by the caller). Null: plain talk. In a group without an anchor nothing is a
 * command, save `报 …` and what cries for help.
 */
export const readCommand = (given: string, setting: CommandSetting): TypedCommand | null => {
  const text = plainText(given);
  const report = readReport(text);
  if (report) return report;
  const code = readCode(text);
  if (code?.kind === 'bind') return code;
  if (setting.isPrivate || setting.mentioned) {
    const found = code ?? readWhole(text);
    if (found) return found;
  }
  if (setting.isPrivate || setting.repliesToUs) {
    const index = choiceIndex(text);
    if (index !== null) return { kind: 'choice', index };
  }
  return readAnchored(text, setting);
};
