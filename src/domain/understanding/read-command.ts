import { foldText } from './fold-text';
import { choiceIndex } from './choice-index';
import { beginsWithMention, notOurs, numberIn, plainText, quotedText } from './plain-text';
import { anchored, plainVerbs, staffVerbs, whole, type AnchoredVerb, type WholeVerb } from './command-words';
import { readBrief, type BriefCommand } from './read-brief';
import { findCare, type CareVerb } from './read-care';
import { readDuty, type DutyCommand } from './read-duty';
import { findHonours, type FoundHonours } from './read-honours';
import { findReward, type FoundReward } from './read-reward';
import { findLaunch } from './activity/read-launch';
import { findService, type FoundService } from './read-service';
import { isCount } from './activity/read-sign-up';
import { findPresence, type PresenceReading } from './activity/read-presence';
import { findTalk } from './read-talk';

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
  | DutyCommand
  | BriefCommand
  /** `说事 …`, `说事 #12`: to be talked over. */
  | { readonly kind: 'talk'; readonly number: number | null; readonly text: string }
  /** About what points buy; `text`: what was named. */
  | { readonly kind: 'reward'; readonly said: FoundReward; readonly text: string }
  /** Words of the ledger of people in care. */
  | {
      readonly kind: 'care';
      readonly verb: CareVerb;
      readonly number: number | null;
      readonly rest: string;
      readonly reason: string;
    }
  /** `发起 …`: a call for volunteers. */
  | { readonly kind: 'launch'; readonly text: string }
  /** The honours list, and the name one has in it. */
  | { readonly kind: 'honours'; readonly said: FoundHonours }
  /** About hours served, kept and given. */
  | { readonly kind: 'service'; readonly said: FoundService }
  /** `签到 4711`, `没来 #101 王芳`. */
  | PresenceReading
  | { readonly kind: 'choice'; readonly index: number };

export interface CommandSetting {
  readonly isPrivate: boolean;
  /** The message replies to one of ours. */
  readonly repliesToUs: boolean;
  readonly mentioned: boolean;
  /** In the group of those who work here. */
  readonly amongStaff?: boolean;
}

/** A message as it was typed and, unit by unit, as it is recognised: half width, simplified, lower case. */
interface Typed {
  readonly typed: string;
  readonly folded: string;
}

const typedOf = (text: string): Typed => ({ typed: text, folded: foldText(text) });

/** From a place in the folded text on, in the person's own characters. */
const from = ({ typed }: Typed, at: number): string => typed.slice(at).trim();

const hashNumber = new RegExp(`^[\\s,:]*#\\s?(\\d{1,9})${notOurs}`, 'u');
const bareNumber = new RegExp(`^[\\s,:]*(\\d{3,9})${notOurs}`, 'u');

/** The number right behind a verb; a bare one counts only in private. `length`: of what it takes. */
const numberBehind = (
  folded: string,
  isPrivate: boolean,
): { readonly number: number | null; readonly length: number } => {
  const found = hashNumber.exec(folded) ?? (isPrivate ? bareNumber.exec(folded) : null);
  return found ? { number: Number(found[1]), length: found[0].length } : { number: null, length: 0 };
};

const because = /[,，;；。\s]*因为[:：,，\s]*/u;

const splitReason = (text: string): { readonly rest: string; readonly reason: string } => {
  const found = because.exec(text);
  return found
    ? { rest: text.slice(0, found.index).trim(), reason: text.slice(found.index + found[0].length).trim() }
    : { rest: text, reason: '' };
};

/** What people put before a reason or a note by habit, and mean nothing by. */
const bareRest = (text: string): string => text.replace(/^[,，.。:：!！\s]+/u, '');

const verbs = Object.entries(anchored)
  .flatMap(([verb, words]) => words.map((word: string) => ({ verb: verb as AnchoredVerb, word })))
  .sort((one, other) => other.word.length - one.word.length);

const isSeparated = (behind: string): boolean => behind === '' || /^[\s,:#。.!]/u.test(behind);

/** "接 #101 了吗" asks, and does nothing. */
const isQuestion = (behind: string): boolean => /[吗么?]\s*$/u.test(behind);

/** "还缺两个人", "还缺3人". */
const lacksPeople = /^[\d一两二三四五六七八九十几好多]*[个名位]?人(?![口事社])/u;

/** Whether the word stands for the verb, and not at the head of another word (接龙, 等一下, 办结了吗). */
const isMeant = (verb: AnchoredVerb, word: string, behind: string): boolean => {
  if (isQuestion(behind)) return false;
  if (isSeparated(behind)) return true;
  if (verb === 'hand-over' || verb === 'assign') return /^给/u.test(behind);
  if (verb === 'merge') return /^到/u.test(behind);
  if (verb === 'pause') return behind.includes('因为');
  // People are lacking at work of every kind, and papers with people in their names elsewhere (还缺人口登记表).
  if (verb === 'papers-missing' && lacksPeople.test(behind)) return false;
  if (verb === 'more-hands' && word.startsWith('还缺')) return false;
  return word.length > 1 && /^\p{Script=Han}/u.test(word) && plainVerbs.includes(verb);
};

/** Anchored by a number, or by a reply; in private the only open matter may be meant. */
const isHeard = (
  { verb, word }: { readonly verb: AnchoredVerb; readonly word: string },
  behind: string,
  number: number | null,
  { isPrivate, repliesToUs }: CommandSetting,
): boolean => {
  if (number !== null) return !(isQuestion(behind) && plainVerbs.includes(verb));
  if (repliesToUs) return isMeant(verb, word, behind);
  if (!isPrivate) return false;
  if (behind.trim() === '' || (verb === 'sign-up' && isCount(behind))) return true;
  return word.length > 1 && plainVerbs.includes(verb) && isSeparated(behind);
};

const verbFirst = (text: Typed, setting: CommandSetting): TypedCommand | null => {
  const found = verbs.find(({ word }) => text.folded.startsWith(word));
  if (!found) return null;
  const behind = text.folded.slice(found.word.length);
  const { number, length } = numberBehind(behind, setting.isPrivate);
  if (!isHeard(found, behind, number, setting)) return null;
  const rest = bareRest(from(text, found.word.length + length));
  return { kind: 'anchored', verb: found.verb, word: found.word, number, ...splitReason(rest) };
};

const leadingNumber = /^#\s?(\d{1,9})[\s,:]*(?=\D)/u;

/** "#101 办结" is as good as "办结 #101". */
const numberFirst = (text: Typed): TypedCommand | null => {
  const found = leadingNumber.exec(text.folded);
  if (!found) return null;
  const behind = typedOf(text.typed.slice(found[0].length));
  const verb = verbs.find(({ word }) => behind.folded.startsWith(word));
  if (!verb || !isMeant(verb.verb, verb.word, behind.folded.slice(verb.word.length))) return null;
  const rest = bareRest(from(behind, verb.word.length));
  return { kind: 'anchored', verb: verb.verb, word: verb.word, number: Number(found[1]), ...splitReason(rest) };
};

const readReport = (text: Typed, isPrivate: boolean): TypedCommand | null => {
  const { folded } = text;
  const report = /^报[\s:]+(?=\S)/u.exec(folded);
  if (report) return { kind: 'report', critical: false, text: from(text, report[0].length) };
  const urgent = /^急[\s:!]+(?=\S)/u.exec(folded);
  if (urgent) return { kind: 'report', critical: true, text: from(text, urgent[0].length) };
  if (folded.startsWith('救命')) return { kind: 'report', critical: true, text: text.typed };
  const other = (isPrivate ? /^代\s*(\S{1,12}?)\s*报[\s:]+(?=\S)/u : /^代\s+(\S{1,12}?)\s+报[\s:]+(?=\S)/u).exec(
    folded,
  );
  return other?.[1] ? { kind: 'report-for', who: other[1], text: from(text, other[0].length) } : null;
};

const readTalk = (text: Typed): TypedCommand | null => {
  const talk = findTalk(text.folded);
  return talk && { kind: 'talk', number: talk.number, text: from(text, talk.from) };
};

const readReward = (text: Typed): TypedCommand | null => {
  const said = findReward(text.folded);
  return said && { kind: 'reward', said, text: 'from' in said ? from(text, said.from) : '' };
};

const readLaunch = (text: Typed): TypedCommand | null => {
  const launch = findLaunch(text.folded);
  return launch && { kind: 'launch', text: from(text, launch.from) };
};

const readCare = (text: Typed): TypedCommand | null => {
  const care = findCare(text.folded);
  return (
    care && { kind: 'care', verb: care.verb, number: care.number, ...splitReason(bareRest(from(text, care.from))) }
  );
};

const readOfWork = (text: Typed): TypedCommand | null =>
  readDuty(text.folded) ?? readTalk(text) ?? readLaunch(text) ?? readCare(text) ?? readBrief(text.folded);

const readHonours = ({ folded }: Typed): TypedCommand | null => {
  const said = findHonours(folded);
  return said && { kind: 'honours', said };
};

const readService = ({ folded }: Typed): TypedCommand | null => {
  const said = findService(folded);
  return said && { kind: 'service', said };
};

const readWhole = ({ folded }: Typed): TypedCommand | null => {
  const bare = folded.replace(/[。.!?~\s]+$/u, '');
  const found = Object.entries(whole).find(([, words]) => words.some((word) => word === bare));
  return found ? { kind: 'whole', verb: found[0] as WholeVerb } : null;
};

const readCode = (text: Typed): TypedCommand | null => {
  const bind = /^(?:绑定|\/bind|\/start)\s+(?=[a-z0-9-]{4,24}$)/u.exec(text.folded);
  if (bind) return { kind: 'bind', code: foldWidth(from(text, bind[0].length)) };
  const invite = /^邀请(?:\s+|$)/u.exec(text.folded);
  return invite ? { kind: 'invite', rest: from(text, invite[0].length) } : null;
};

/** Full-width letters and digits of a code, made plain. */
const foldWidth = (code: string): string => code.normalize('NFKC');

const quotesUs = (given: string): boolean => {
  const quoted = quotedText(given);
  return quoted !== null && numberIn(quoted) !== null;
};

/**
 * The words people type (bound to a role by the caller). Null: plain talk. In a group without an anchor nothing is a
 * command, save `报 …` and what cries for help. What is said to somebody else by name is that person's.
 */
export const readCommand = (given: string, asked: CommandSetting): TypedCommand | null => {
  const setting = { ...asked, repliesToUs: asked.repliesToUs || quotesUs(given) };
  const text = typedOf(plainText(given));
  const report = readReport(text, setting.isPrivate);
  const toSomebodyElse = !setting.isPrivate && !setting.mentioned && beginsWithMention(given);
  if (toSomebodyElse) return report?.kind === 'report' && report.critical ? report : null;
  if (report) return report;
  const code = readCode(text);
  if (code?.kind === 'bind') return code;
  if (setting.isPrivate || setting.mentioned) {
    const found = code ?? readWhole(text);
    if (found) return found;
  }
  const ofWork = setting.isPrivate || setting.amongStaff === true ? readOfWork(text) : null;
  if (ofWork) return ofWork;
  const points = setting.isPrivate ? (readReward(text) ?? readService(text) ?? readHonours(text)) : null;
  if (points) return points;
  const work = setting.amongStaff === true ? (code ?? readWhole(text)) : null;
  if (work?.kind === 'invite' || (work?.kind === 'whole' && staffVerbs.includes(work.verb))) return work;
  if (setting.isPrivate || setting.repliesToUs) {
    const index = choiceIndex(text.folded);
    if (index !== null) return { kind: 'choice', index };
  }
  return findPresence(text.folded, setting.isPrivate) ?? numberFirst(text) ?? verbFirst(text, setting);
};
