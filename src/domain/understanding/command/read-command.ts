import { choiceIndex } from './choice-index';
import { beginsWithMention, numberIn, plainText, quotedText } from '../plain-text';
import { staffVerbs, whole, type WholeVerb } from './command-words';
import { bareRest, numberFirst, signUpForOthers, splitReason, verbFirst } from './read-anchored';
import { readBoard } from './read-board';
import { readBrief } from './read-brief';
import { findCare } from './read-care';
import { readDuty } from './read-duty';
import { findLaunch } from '../activity/read-launch';
import { readSelf } from './read-self';
import { readShift } from './read-shift';
import { findPresence } from '../activity/read-presence';
import { readOfPoints } from './read-points';
import { findTalk } from './read-talk';
import { from, typedOf, type Typed } from './typed';
import type { CommandSetting, TypedCommand } from './typed-command';

const readReport = (text: Typed, isPrivate: boolean): TypedCommand | null => {
  const { folded } = text;
  const report = /^报[\s:]+(?=\S)/u.exec(folded);
  if (report) return { kind: 'report', critical: false, text: from(text, report[0].length) };
  const urgent = /^急[\s:!]+(?=\S)/u.exec(folded);
  if (urgent) return { kind: 'report', critical: true, text: from(text, urgent[0].length) };
  if (folded.startsWith('救命')) return { kind: 'report', critical: true, text: text.typed };
  const other = (
    isPrivate ? /^(?:代|我替)\s*(\S{1,12}?)\s*报[\s:,]+(?=\S)/u : /^(?:代|我替)\s+(\S{1,12}?)\s+报[\s:,]+(?=\S)/u
  ).exec(folded);
  return other?.[1] ? { kind: 'report-for', who: other[1], text: from(text, other[0].length) } : null;
};

const readTalk = (text: Typed): TypedCommand | null => {
  const talk = findTalk(text.folded);
  return talk && { kind: 'talk', number: talk.number, text: from(text, talk.from) };
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
  readDuty(text.folded) ??
  readTalk(text) ??
  readLaunch(text) ??
  readCare(text) ??
  readBrief(text.folded) ??
  readBoard(text.folded);

const readWhole = ({ folded }: Typed): TypedCommand | null => {
  const bare = folded.replace(/[。.!?~\s]+$/u, '');
  const found = Object.entries(whole).find(([, words]) => words.some((word) => word === bare));
  return found ? { kind: 'whole', verb: found[0] as WholeVerb } : null;
};

const readCode = (text: Typed, isPrivate: boolean): TypedCommand | null => {
  if (isPrivate && text.folded === '绑定') return { kind: 'bind', code: '' };
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
  const code = readCode(text, setting.isPrivate);
  if (code?.kind === 'bind') return code;
  if (setting.isPrivate || setting.mentioned) {
    const found = code ?? readWhole(text) ?? readShift(text.folded);
    if (found) return found;
  }
  const ofWork = setting.isPrivate || setting.amongStaff === true ? readOfWork(text) : null;
  if (ofWork) return ofWork;
  const points = setting.isPrivate ? (readSelf(text) ?? readOfPoints(text)) : null;
  if (points) return points;
  const work = setting.amongStaff === true ? (code ?? readWhole(text)) : null;
  if (work?.kind === 'invite' || (work?.kind === 'whole' && staffVerbs.includes(work.verb))) return work;
  if (setting.isPrivate || setting.repliesToUs) {
    const index = choiceIndex(text.folded);
    if (index !== null) return { kind: 'choice', index };
  }
  return (
    findPresence(text.folded, setting.isPrivate) ??
    signUpForOthers(text) ??
    numberFirst(text) ??
    verbFirst(text, setting)
  );
};
