import type { ChatPurpose } from '../../community/roles';
import type { PersonId } from '../../ids';
import type { CalledPlan, Slot } from '../../volunteering/activity';
import type { Requirement } from '../../volunteering/activity-event';
import type { ActivityParams } from '../activity-params';
import type { Catalogue, Speaker, WordingParams } from '../params';
import { phases, queue, top } from './activity-phrases';
import { lines } from './phrases';

type Named = Pick<WordingParams['activity.begun'], 'number' | 'title'>;
type Name = WordingParams['activity.joined']['names'][number];

const titled = ({ title }: Named, s: Speaker): string => (title === null ? '志愿活动' : s.words([title]));

const groupNames: Readonly<Record<ChatPurpose, string>> = {
  residents: '居民群',
  riders: '骑手群',
  volunteers: '志愿者群',
  staff: '工作群',
};

const groupsSaid = (groups: readonly ChatPurpose[]): string =>
  groups.length === 0 ? '还没有群' : groups.map((purpose) => groupNames[purpose]).join('、');

/** Without a limit. */
const unlimited = 999;

const neededSaid = (needed: number): string => (needed >= unlimited ? '人数不限' : `要${needed}人`);

const whenAndWhere = ({ from, to, place }: CalledPlan, s: Speaker): string =>
  `${s.day(from)} ${s.clock(from)}到${s.clock(to)}，在${s.place(place)}`;

const requirementsSaid: Readonly<Record<Requirement, string>> = {
  adult: '要成年',
  trained: '要培训过',
  'over-60-welcome': '60岁以上也欢迎',
};

const more = ({ roles, requirements, weekly }: CalledPlan): string | null => {
  const said = [
    ...(roles.length === 0 ? [] : [`其中${roles.map(({ name, needed }) => `${name}${needed}人`).join('、')}`]),
    ...requirements.map((one) => requirementsSaid[one]),
    ...(weekly ? ['每周一次'] : []),
  ];
  return said.length === 0 ? null : `${said.join('，')}。`;
};

const slots: Readonly<Record<Slot, string>> = {
  title: '做什么？请说几个字，比如“中心花园清扫”。',
  from: '什么时候？请说哪天几点到几点，比如“周六上午9点到11点”。',
  to: '到几点？请说一个时间，比如“11点”。',
  place: '在哪里？请说一个地方，比如“小广场”。',
  needed: '要几个人？请说一个数，比如“12人”。',
};

const nameOf = ({ person, guest }: Name, s: Speaker): string =>
  person === null ? (guest === null ? '' : s.words([guest])) : s.name(person);

const namesOf = (people: readonly PersonId[], s: Speaker): string => people.map((one) => s.name(one)).join('、');

const howToSign = (number: number): string => `想来回“报名 #${number}”，两个人就加“2人”；接龙也行。`;

const cardState = (p: WordingParams['activity.call']): readonly [string, string] => {
  if (p.phase === 'cancelled') return ['这次取消了。', '谢谢大家，不用再回。'];
  if (p.phase !== 'open') return ['这次结束了，谢谢来的每一位。', '不用再回，下次再来。'];
  const count = `${neededSaid(p.plan.needed)}，已有${p.count}人。`;
  if (p.began) return [count, `报名截止了。到了现场请私聊我“签到”加码。`];
  if (p.full) return [`${count}位子满了。`, `还想来回“报名 #${p.number}”，先排着，有空位告诉您。`];
  return [count, howToSign(p.number)];
};

const already: Readonly<Record<'in' | 'waiting' | 'offered', string>> = {
  in: '您已经报上了。',
  waiting: '您在排队等空位。',
  offered: '有个空位在等您回话。',
};

export const activity: Pick<Catalogue, keyof ActivityParams> = {
  'activity.ask': (p, s) => lines(top(p, s), slots[p.slot]),
  'activity.draft': (p, s) =>
    lines(
      `${top(p, s)}（草稿）`,
      `${whenAndWhere(p.plan, s)}。${neededSaid(p.plan.needed)}，每小时${p.plan.pointsPerHour}分。`,
      more(p.plan),
      `发到：${groupsSaid(p.groups)}。`,
      '对，发出去回 1；不发回 2；哪里要改，直接说，比如“要15人”。',
    ),
  'activity.dropped': (p, s) =>
    lines(top(p, s), p.late ? '草稿放了一天，收起来了，没有发。' : '好，没有发。', '要再发，回“发起”加活动内容。'),
  'activity.not-opened': (p) =>
    p.why === 'words'
      ? lines('要发起什么活动？', '请一句话说全，比如“发起 周六上午9点到11点 中心花园清扫 要12人”。')
      : lines('发起活动要队长或社区来，什么都没有发。', '您有想法，回“人工”说一声。'),
  'activity.called': (p, s) =>
    lines(
      top(p, s),
      `发到${groupsSaid(p.groups)}了。签到码 ${p.code}，到时在现场亮出来，别发到群里。`,
      `看谁报了名，回“查 #${p.number}”；在群里发名单，回“名单 #${p.number}”；不办了，回“取消活动 #${p.number}”。`,
    ),
  'activity.call': (p, s) => {
    const [state, next] = cardState(p);
    return lines(top(p, s), `${whenAndWhere(p.plan, s)}。${state}`, p.phase === 'open' ? more(p.plan) : null, next);
  },
  'activity.signed': (p, s) =>
    lines(
      top(p, s),
      `报上了，${p.people}人。${whenAndWhere(p.plan, s)}。${
        p.needed >= unlimited ? `已有${p.count}人` : `要${p.needed}人，已有${p.count}人`
      }。`,
      `来不了，回“不去了 #${p.number}”。`,
    ),
  'activity.waiting': (p, s) =>
    lines(
      top(p, s),
      `位子满了，先给您排上，${p.people}人。${queue(p.ahead)}有空位马上告诉您。`,
      `不等了，回“不去了 #${p.number}”。`,
    ),
  'activity.offer': (p, s) =>
    lines(
      `${s.name(p.name)}您好，${titled(p, s)}空出一个位子，轮到您了。`,
      `${s.day(p.from)} ${s.clock(p.from)}，${s.place(p.place)}。`,
      `请在${s.moment(p.expires)}前回：来回 1，不来回 2。没回就让给下一位。`,
    ),
  'activity.passed': (p, s) =>
    lines(
      top(p, s),
      p.why === 'late' ? '没等到您回话，位子让给下一位了，没关系。' : '好，位子让给下一位，谢谢您说一声。',
      `还想来，回“报名 #${p.number}”再排上。`,
    ),
  'activity.left': (p, s) =>
    lines(
      top(p, s),
      p.people > 1 ? `取消了，您报的${p.people}人都不算了，谢谢您说一声。` : '取消了，谢谢您说一声。',
      `又能来了，回“报名 #${p.number}”。`,
    ),
  'activity.joined': (p, s) =>
    lines(
      top(p, s),
      `刚报名的：${[...p.names.map((one) => nameOf(one, s)), ...(p.others === 0 ? [] : [`另有${p.others}位`])].join('、')}。`,
      p.needed >= unlimited
        ? `一共${p.count}人了，人数不限。`
        : `一共${p.count}人了，还差${Math.max(0, p.needed - p.count)}人。`,
      howToSign(p.number),
    ),
  'activity.list': (p, s) =>
    lines(
      `${top(p, s)}｜${{ full: '报满了', closing: '报名截止', asked: '名单' }[p.why]}`,
      ...p.names.map((one, index) => `${index + 1}. ${nameOf(one, s)}${one.people > 1 ? ` ${one.people}人` : ''}`),
      p.others === 0 ? null : `另有${p.others}人私下报的。`,
      `一共${p.count}人${p.needed >= unlimited ? '' : `，要${p.needed}人`}${p.waiting === 0 ? '' : `，${p.waiting}位在排队`}。`,
      p.why === 'closing'
        ? '到了现场请私聊我“签到”加码。'
        : p.count >= p.needed
          ? `还想来回“报名 #${p.number}”，先排着，有空位告诉您。`
          : howToSign(p.number),
    ),
  'activity.ask-leave': (p, s) =>
    lines(top(p, s), '您这次发的接龙里没有您的名字了。您要取消吗？', '取消回 1；还来回 2。没回就算还来。'),
  'activity.named': (p, s) =>
    lines(
      top(p, s),
      `${s.name(p.by)}报名时写了您的名字，要您自己说了才算。`,
      `${s.day(p.from)} ${s.clock(p.from)}，${s.place(p.place)}。来回 1，不来回 2。`,
    ),
  'activity.names-asked': (p, s) =>
    lines(
      top(p, s),
      p.asked.length === 0 ? null : `已经私下问${namesOf(p.asked, s)}来不来，本人答应了才算。`,
      p.already.length === 0 ? null : `${namesOf(p.already, s)}已经在名单里了。`,
      `您自己要来，回“报名 #${p.number}”。`,
    ),
  'activity.meets': (p, s) =>
    lines(
      top(p, s),
      `这个活动${p.asked.map((one) => requirementsSaid[one]).join('、')}，您符合吗？`,
      '符合回 1，就给您报上；不符合回 2。',
    ),
  'activity.declined': (p, s) => lines(top(p, s), '好，没有给您报。', `改主意了，回“报名 #${p.number}”。`),
  'activity.taken-off': (p, s) =>
    lines(
      top(p, s),
      `${s.name(p.by)}把您从${s.day(p.from)} ${s.clock(p.from)}的名单里去掉了。`,
      `不对的话，回“报名 #${p.number}”，或回“人工”。`,
    ),
  'activity.taken-off-done': (p, s) =>
    lines(top(p, s), `名单里去掉了${p.people}人，已经告诉他们。`, `看情况，回“查 #${p.number}”。`),
  'activity.cancelled': (p, s) =>
    lines(
      top(p, s),
      `${s.day(p.from)} ${s.clock(p.from)}的活动取消了。${p.words.length === 0 ? '' : `原因：“${s.words(p.words)}”`}`,
      '请不用来了，谢谢您。',
    ),
  'activity.cancelled-done': (p, s) =>
    lines(top(p, s), `取消了，已经告诉报名的${p.people}位。`, '要再办，回“发起”加活动内容。'),
  'activity.state': (p, s) =>
    lines(
      `${top(p, s)}｜${phases[p.phase]}`,
      p.plan === null ? null : `${whenAndWhere(p.plan, s)}。${neededSaid(p.needed)}，已有${p.count}人。`,
      p.code === null ? null : `签到码 ${p.code}，请别发到群里。`,
      p.proof === null ? null : `${s.day(p.proof)}的纸名单，照片在这里。`,
      p.yours === null || p.phase !== 'open' ? null : already[p.yours],
      p.phase !== 'open'
        ? '要找真人，回“人工”。'
        : p.yours === null
          ? `想来回“报名 #${p.number}”，两个人就加“2人”。`
          : `来不了，回“不去了 #${p.number}”。`,
    ),
};
