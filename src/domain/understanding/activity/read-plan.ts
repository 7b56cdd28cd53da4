import { toMoment, toMs } from '../../calendar/local-time';
import type { ChatPurpose } from '../../community/roles';
import type { Moment } from '../../ids';
import type { ActivityRole, Requirement } from '../../volunteering/activity-event';
import type { PlanReading } from './plan-reading';
import { foldText } from '../fold-text';
import { isEnglish, readEnglishPlan } from './read-english-plan';
import { readNumber } from '../read-number';
import { readTime } from '../time/read-time';

/** What is not read yet: the same places in both, so that what is left is in the person's own characters. */
interface Left {
  readonly folded: string;
  readonly typed: string;
}

interface Taken {
  readonly match: RegExpExecArray | null;
  readonly left: Left;
}

const longestTitle = 40;
const mostPeople = 999;

const blank = ({ folded, typed }: Left, at: number, length: number): Left => {
  const cut = (text: string): string => `${text.slice(0, at)}${' '.repeat(length)}${text.slice(at + length)}`;
  return { folded: cut(folded), typed: cut(typed) };
};

const blanked = (left: Left, text: string): Left => blank(left, left.folded.indexOf(text), text.length);

const take = (left: Left, pattern: RegExp): Taken => {
  const match = pattern.exec(left.folded);
  return { match, left: match ? blank(left, match.index, match[0].length) : left };
};

/** Also what is no number of people: it is taken out, and the right one is asked for. */
const count = '(-?\\d{1,15}|[一二两三四五六七八九十百]{1,4})';
const needed = new RegExp(`(?:一共|总共|共需|需要|招募|要|需|招|缺|共)\\s*${count}\\s*个?(?:人|位|名)(?:志愿者)?`, 'u');
const anyNumber = /(?:人数)?不限(?:人数|人)?|越多越好/u;
const bareCount = new RegExp(`(?<=^|[\\s,，。;；、])${count}\\s*个?(?:人|位|名)(?:志愿者)?(?=$|[\\s,，。;；、])`, 'u');
const roleForm = new RegExp(
  `(?<=^|[\\s,，。;；、:：])(?:其中)?([\\p{Script=Han}]{1,6}?)\\s*${count}\\s*个?(?:人|位|名)(?=$|[\\s,，。;；、])`,
  'gu',
);
const perHour = /(?:每|一)个?小时\s*(-?\d{1,15})\s*(?:积分|分)|(-?\d{1,15})\s*(?:积分|分)\s*(?:每|一|\/)个?小时/u;
const mostPerHour = 100;
const everyWeek = /每个?(?=(?:周|星期|礼拜)[一二三四五六日天])|每周一次/u;
const onlyOnce = /只这一次|就这一次|不用每周/u;
const groupsForm = /(?:只)?发(?:到|在|给)\s*((?:(?:居民|骑手|志愿者)群?[和、,\s]*)+)/u;
const placeForm = /(?:地点|集合地点)[:\s]*([^\s,，。;；]{2,20})|(?<=^|[\s,，。;；])在\s*([^\s,，。;；]{2,20})/u;

const requirementForms: readonly (readonly [Requirement, RegExp])[] = [
  ['over-60-welcome', /(?:60|六十)岁?以?上?(?:的)?(?:老人)?也?(?:欢迎|可以)|老人也?欢迎/u],
  ['trained', /(?:须|要|限|只要)?(?:受过|经过|参加过)?培训过?(?:的)?|持证(?:的)?/u],
  ['adult', /(?:须|要|限|只要)?(?:成年人?|(?:年?满)?(?:18|十八)周?岁(?:以上)?)/u],
];

const purposeWords: readonly (readonly [ChatPurpose, string])[] = [
  ['volunteers', '志愿者'],
  ['residents', '居民'],
  ['riders', '骑手'],
];

const numberOf = (text: string | undefined): number | null => {
  const value = text === undefined ? null : readNumber(text);
  return value === null || value < 1 || value > mostPeople ? null : value;
};

/** Null: none that can be meant, so that the draft shows the pack's own. */
const pointsOf = (match: RegExpExecArray | null): number | null => {
  const points = Number(match?.[1] ?? match?.[2] ?? 0);
  return points >= 1 && points <= mostPerHour ? points : null;
};

const takeRoles = (left: Left): { readonly roles: readonly ActivityRole[]; readonly left: Left } => {
  const found = [...left.folded.matchAll(roleForm)];
  const roles = found.flatMap(([, name, number]) => {
    const value = numberOf(number);
    return name === undefined || value === null ? [] : [{ name, needed: value }];
  });
  return { roles, left: found.reduce((rest, match) => blank(rest, match.index, match[0].length), left) };
};

/** A day alone has no hour: when it begins is asked. */
const dateForm = /\d{1,2}月\d{1,2}[日号]/u;
const hasClock = /[点时:]|早|上午|中午|下午|午后|傍晚|晚/u;

const takeTime = (
  left: Left,
  at: Moment,
): { readonly from: Moment | null; readonly to: Moment | null; readonly left: Left } => {
  const time = readTime(left.folded, at);
  const date = dateForm.exec(left.folded);
  // A date that is none (2月30日) leaves the day open, and is no part of the title.
  if (date && time && !time.text.includes(date[0]))
    return { from: null, to: null, left: blank(blanked(left, time.text), date.index, date[0].length) };
  if (time === null || !hasClock.test(time.text)) return { from: null, to: null, left };
  return {
    from: toMoment(toMs(time.from)),
    to: time.to === null ? null : toMoment(toMs(time.to)),
    left: blanked(left, time.text),
  };
};

const takeRequirements = (left: Left): { readonly requirements: readonly Requirement[]; readonly left: Left } =>
  requirementForms.reduce<{ readonly requirements: readonly Requirement[]; readonly left: Left }>(
    (so, [requirement, form]) => {
      const taken = take(so.left, form);
      return taken.match ? { requirements: [...so.requirements, requirement], left: taken.left } : so;
    },
    { requirements: [], left },
  );

const titleOf = ({ typed }: Left): string | null => {
  const rest = typed
    .replace(/其中|[,，。;；、:：!！\s]+/gu, ' ')
    .trim()
    .slice(0, longestTitle);
  return rest === '' ? null : rest;
};

const takeNumber = (given: Left): { readonly needed: number | null; readonly left: Left } => {
  const open = take(given, anyNumber);
  if (open.match) return { needed: mostPeople, left: open.left };
  const said = take(given, needed);
  const plain = said.match ? said : take(given, bareCount);
  return { needed: numberOf(plain.match?.[1]), left: plain.left };
};

/** One message that calls for volunteers: "周六上午9点到11点 中心花园清扫 要12人，每小时10分". */
export const readPlan = (words: string, at: Moment): PlanReading => {
  if (isEnglish(words)) return readEnglishPlan(words, at);
  const weekly = take({ folded: foldText(words), typed: words }, everyWeek);
  const once = take(weekly.left, onlyOnce);
  const groups = take(once.left, groupsForm);
  const points = take(groups.left, perHour);
  const number = takeNumber(points.left);
  const requirements = takeRequirements(number.left);
  const time = takeTime(requirements.left, at);
  const roles = takeRoles(time.left);
  const place = take(roles.left, placeForm);
  const purposes = groups.match?.[1] ?? '';
  return {
    title: titleOf(place.left),
    place: place.match?.[1] ?? place.match?.[2] ?? null,
    ...{ from: time.from, to: time.to, needed: number.needed, roles: roles.roles },
    pointsPerHour: pointsOf(points.match),
    requirements: requirements.requirements,
    weekly: weekly.match ? true : once.match ? false : null,
    purposes: purposeWords.flatMap(([purpose, word]) => (purposes.includes(word) ? [purpose] : [])),
  };
};
