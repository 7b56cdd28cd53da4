import { forOthersForm } from '../activity/read-named-others';
import { isCount } from '../activity/read-sign-up';
import { anchored, byHashOnly, plainVerbs, type AnchoredVerb } from './command-words';
import { notOurs } from '../plain-text';
import { from, typedOf, type Typed } from './typed';
import type { CommandSetting, TypedCommand } from './typed-command';

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

export const splitReason = (text: string): { readonly rest: string; readonly reason: string } => {
  const found = because.exec(text);
  return found
    ? { rest: text.slice(0, found.index).trim(), reason: text.slice(found.index + found[0].length).trim() }
    : { rest: text, reason: '' };
};

/** What people put before a reason or a note by habit, and mean nothing by. */
export const bareRest = (text: string): string => text.replace(/^[,，.。:：!！\s]+/u, '');

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
  if (isQuestion(behind) && verb !== 'ask-reporter') return false;
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

/** "办结 #101 …". */
export const verbFirst = (text: Typed, setting: CommandSetting): TypedCommand | null => {
  const found = verbs.find(({ word }) => text.folded.startsWith(word));
  if (!found) return null;
  const behind = text.folded.slice(found.word.length);
  const { number, length } = numberBehind(behind, setting.isPrivate && !byHashOnly.includes(found.verb));
  if (!isHeard(found, behind, number, setting)) return null;
  const rest = bareRest(from(text, found.word.length + length));
  return { kind: 'anchored', verb: found.verb, word: found.word, number, ...splitReason(rest) };
};

const leadingNumber = /^#\s?(\d{1,9})[\s,:]*(?=\D)/u;

/** "#101 办结" is as good as "办结 #101". */
export const numberFirst = (text: Typed): TypedCommand | null => {
  const found = leadingNumber.exec(text.folded);
  if (!found) return null;
  const behind = typedOf(text.typed.slice(found[0].length));
  const verb = verbs.find(({ word }) => behind.folded.startsWith(word));
  if (!verb || !isMeant(verb.verb, verb.word, behind.folded.slice(verb.word.length))) return null;
  const rest = bareRest(from(behind, verb.word.length));
  return { kind: 'anchored', verb: verb.verb, word: verb.word, number: Number(found[1]), ...splitReason(rest) };
};

/** "帮邓涛报名 #101": the number stands behind the verb as always, and the name before it. */
export const signUpForOthers = ({ folded }: Typed): TypedCommand | null => {
  const found = forOthersForm.exec(folded);
  if (!found) return null;
  const rest = `替${found[1] ?? ''}报`;
  return { kind: 'anchored', verb: 'sign-up', word: '报名', number: Number(found[2]), rest, reason: '' };
};
