import type { PersonId } from '../../ids';
import { isOver } from '../labels';
import type { JointKey, PartLine, WithParts } from '../joint-params';
import type { Catalogue, SaidState, Speaker, WordingParams } from '../params';
import { head, howToFinish, lines, quoted } from './phrases';

const names = (people: readonly PersonId[], s: Speaker): string => people.map((person) => s.name(person)).join('、');

const deskOr = (desk: PartLine['desk'], people: readonly PersonId[], s: Speaker): string =>
  desk === null ? names(people, s) : s.area(desk);

/** "物业（丁伟、罗军）". */
const whose = ({ desk, people }: Pick<PartLine, 'desk' | 'people'>, s: Speaker): string =>
  desk === null ? names(people, s) : `${s.area(desk)}（${names(people, s)}）`;

const states: Readonly<Record<PartLine['state'], string>> = {
  asked: '还没接',
  claimed: '在办',
  done: '办好了',
  declined: '退回了',
};

const line = (part: PartLine, s: Speaker): string =>
  `${whose(part, s)}：${quoted(part.words, s)}，${states[part.state]}${part.due === null ? '' : `，${s.moment(part.due)}前`}`;

/** The parts, by desk, to those who may know who works on it. */
export const jointLines = ({ parts = [] }: WithParts, s: Speaker): readonly string[] =>
  parts.map((part) => `联办｜${line(part, s)}`);

/** In a group: desks only, while it is worked on. */
export const jointDesks = ({ parts = [], state }: WithParts & { state: SaidState }, s: Speaker): string | null => {
  const desks = [...new Set(parts.flatMap(({ desk }) => (desk === null ? [] : [desk])))];
  return desks.length === 0 || isOver(state) ? null : `${desks.map((desk) => s.area(desk)).join('、')}一起办。`;
};

const news: Readonly<Record<WordingParams['ticket.part-news']['what'], string>> = {
  claimed: '接下了联办的那一块',
  noted: '说了联办的进展',
  declined: '退回了联办的那一块',
  done: '联办的那一块办好了',
};

const nextOfNews = ({ what, left, number, desk }: WordingParams['ticket.part-news'], s: Speaker): string => {
  if (what === 'declined')
    return `请另请人：“联 #${number} 部门 做 …”；不用了，回“撤联 #${number} ${desk === null ? '姓名' : s.area(desk)} 因为 …”。`;
  if (what === 'done' && left === 0) return `各家都办好了。整件事好了，请回“办结 #${number}”加照片。`;
  return `${what === 'done' ? `还有${left}家没办好。` : ''}想看各家办到哪了，回“查 #${number}”。`;
};

/** 联办: what helpers and whoever leads hear. */
export const ticketJoint = {
  'ticket.part': (p, s) =>
    lines(
      `联办：${head(p, s)}`,
      `${s.name(p.by)}请${p.desk === null ? '您' : s.area(p.desk)}帮着办：${quoted(p.words, s)}。请在${s.moment(p.due)}前办好。`,
      `能办请回“接 #${p.number}”，不归您管回“退 #${p.number} 因为 …”。`,
    ),
  'ticket.part-asked': (p, s) =>
    lines(
      head(p, s),
      `已经请${whose(p, s)}一起办，${s.moment(p.due)}前办好。他们办好以前，整件事先不能办结。`,
      `不用了，回“撤联 #${p.number} ${deskOr(p.desk, p.people, s)} 因为 …”。`,
    ),
  'ticket.part-claimed': (p, s) =>
    lines(
      head(p, s),
      `您接下了联办的这一块：${quoted(p.words, s)}。请在${s.moment(p.due)}前办好。`,
      `办好回“办结 #${p.number}”加照片；有进展，回“留言 #${p.number} …”。`,
    ),
  'ticket.part-over': (p, s) =>
    p.what === 'done'
      ? lines(head(p, s), '您联办的这一块记下了，辛苦您。', '已经告诉牵头的人，您不用再管。')
      : lines(head(p, s), '您联办的这一块退回了，已经告诉牵头的人。', `还是能办的话，回“接 #${p.number}”。`),
  'ticket.part-news': (p, s) =>
    lines(
      head(p, s),
      `${p.desk === null ? '' : s.area(p.desk)}${s.name(p.by)}${news[p.what]}${
        p.words.length === 0 ? '' : `：${quoted(p.words, s)}`
      }${p.photos ? '，照片在上面' : ''}。`,
      nextOfNews(p, s),
    ),
  'ticket.part-remind': (p, s) =>
    lines(
      `${head(p, s)}，联办的${p.yours ? '这' : '那'}一块快到时间了（${s.moment(p.due)}）。`,
      p.yours ? `要办的是：${quoted(p.words, s)}。` : `${whose(p, s)}：${quoted(p.words, s)}，还没办好。`,
      p.yours
        ? `没接请回“接 #${p.number}”，办好回“办结 #${p.number}”加照片。`
        : `请问一问他们；不用了，回“撤联 #${p.number} ${deskOr(p.desk, p.people, s)} 因为 …”。`,
    ),
  'ticket.part-late': (p, s) =>
    lines(
      `${head(p, s)}，联办的${p.yours ? '这' : '那'}一块超过时间了（${s.moment(p.due)}）。`,
      p.yours
        ? `要办的是：${quoted(p.words, s)}。已经告诉牵头的人。`
        : `${whose(p, s)}：${quoted(p.words, s)}，还没办好，也提醒他们了。`,
      p.yours
        ? `办好回“办结 #${p.number}”加照片，办不了回“退 #${p.number} 因为 …”。`
        : `要换人，回“撤联 #${p.number} ${deskOr(p.desk, p.people, s)} 因为 …”，再“联 #${p.number} 部门 做 …”。`,
    ),
  'ticket.part-dropped': (p, s) =>
    lines(
      head(p, s),
      `联办的这一块不用您办了${p.words.length === 0 ? '' : `，${s.name(p.by)}说：${quoted(p.words, s)}`}。`,
      '您不用再管，谢谢。',
    ),
  'ticket.part-dropped-done': (p, s) =>
    lines(
      head(p, s),
      `撤了${p.desk === null ? '' : s.area(p.desk)}那一块，已经告诉他们。`,
      p.left === 0 ? howToFinish(p.number) : `还有${p.left}家没办好；想看办到哪了，回“查 #${p.number}”。`,
    ),
  'ticket.part-back': (p, s) =>
    lines(
      head(p, s),
      `${s.name(p.by)}审单，您联办的这一块驳回了：${quoted(p.words, s)}。请在${s.moment(p.due)}前重新办好。`,
      `办好回“办结 #${p.number}”加照片。`,
    ),
} satisfies Pick<Catalogue, JointKey>;

type Bar = WordingParams['refused.part'];

const barred = ({ why, parts, desks, number }: Bar, s: Speaker): readonly string[] => {
  const desk = parts[0] ? deskOr(parts[0].desk, parts[0].people, s) : '部门';
  const could = `能请的有：${desks.map((each) => s.area(each)).join('、')}；也可以写姓名。`;
  switch (why) {
    case 'open':
      return [
        '联办的还没都办好，整件事不能办结，什么都没有改。',
        ...jointLines({ parts }, s),
        `等他们办好；不用了，回“撤联 #${number} ${desk} 因为 …”。`,
      ];
    case 'already':
      return ['已经请过了，还在办，没有再请。', ...jointLines({ parts }, s), `想看办到哪了，回“查 #${number}”。`];
    case 'unknown':
      return [`没找到要请的部门或人，什么都没有改。${could}`, `请这样说：“联 #${number} 部门 做 什么”。`];
    case 'nobody':
      return [`那边现在没有别的人能办，什么都没有改。${could}`, `请换一家：“联 #${number} 部门 做 什么”。`];
    case 'what':
      return ['要说请他们做什么，什么都没有改。', `请这样说：“联 #${number} 部门 做 什么”。`];
    case 'none':
      return parts.length === 0
        ? ['没有在联办的，什么都没有改。', `想看经过，回“查 #${number}”。`]
        : ['要撤哪一家？什么都没有改。', ...jointLines({ parts }, s), `请回“撤联 #${number} ${desk} 因为 …”。`];
    case 'why':
      return ['“撤联”要说原因，好告诉他们。', `请回“撤联 #${number} ${desk} 因为 …”，或者直接说原因。`];
  }
};

export const jointRefusals = {
  'refused.part': (p, s) => lines(head(p, s), ...barred(p, s)),
} satisfies Pick<Catalogue, 'refused.part'>;
