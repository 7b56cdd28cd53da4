import type { CalledPlan } from '../../volunteering/activity';
import type { ActivityPresenceParams } from '../activity-params';
import type { Catalogue, Speaker } from '../params';
import { top } from './activity-phrases';
import { lines } from './phrases';

const whenAndWhere = ({ from, to, place }: CalledPlan, s: Speaker): string =>
  `${s.day(from)} ${s.clock(from)}到${s.clock(to)}，在${s.place(place)}`;

const names = (people: readonly string[], s: Speaker): string => people.map((person) => s.name(person)).join('、');

/** On the day, and after it. */
export const activityPresence: Pick<Catalogue, keyof ActivityPresenceParams> = {
  'activity.reminder': (p, s) =>
    lines(
      `提醒您：${top(p, s)}`,
      `${whenAndWhere(p.plan, s)}。`,
      p.code === null ? '到了现场，私聊我“签到”加现场的码。' : `您带队，签到码 ${p.code}，在现场亮出来，别发到群里。`,
      p.code === null ? `来不了，回“不去了 #${p.number}”。` : `办不了，回“取消活动 #${p.number} 因为 …”。`,
    ),
  'activity.changed': (p, s) =>
    lines(top(p, s), `有变动，现在是：${whenAndWhere(p.plan, s)}。`, `来不了，回“不去了 #${p.number}”。`),
  'activity.changed-done': (p, s) =>
    lines(
      top(p, s),
      `改好了：${whenAndWhere(p.plan, s)}。要${p.plan.needed}人。已经告诉报名的${p.people}位。`,
      `还要改，回“改活动 #${p.number}”加要改的。`,
    ),
  'activity.here': (p, s) =>
    lines(top(p, s), `签到了，谢谢您来。预计到${s.clock(p.to)}。`, '走的时候回“签退”，时间就记上了。'),
  'activity.leader-left': (p, s) =>
    lines(
      top(p, s),
      '签退了，辛苦您。您自己的时间要别人证明一下。',
      `请回“都到了 #${p.number}”或“没来 #${p.number} 姓名”。`,
    ),
  'activity.need-code': () => lines('签到要现场的四个数字。', '请回“签到”加码，比如“签到 4711”。'),
  'activity.who-came': (p, s) =>
    lines(
      `${top(p, s)}${p.again ? '（再问一次）' : ''}`,
      `活动结束了，辛苦您。还不知道来没来的：${names(p.names, s)}。`,
      p.known === 0 ? null : `另有${p.known}位已经记好。`,
      '都到了回 1；有人没来，回“没来 姓名”；有纸名单，拍张照片发来。',
    ),
  'activity.noted': (p, s) =>
    lines(
      top(p, s),
      `记下了：到了${p.came}位，没来${p.absent}位。${p.vouched ? '您自己的时间，已经请社区的人证明。' : ''}`,
      p.left.length === 0
        ? `看情况，回“查 #${p.number}”。`
        : `还没说的：${names(p.left, s)}。回“到了 #${p.number} 姓名”或“没来 #${p.number} 姓名”。`,
    ),
  'activity.proved': (p, s) =>
    p.asks
      ? lines(
          top(p, s),
          '照片留着作证明。时间要对上人才能记。',
          '都到了回 1；有人没来，回“没来 姓名”。要报别的事，请把话和照片一起发。',
        )
      : lines(top(p, s), '照片留着作证明。谁来了已经记好，没有改。', `要看，回“查 #${p.number}”；哪里不对，回“人工”。`),
  'activity.vouch': (p, s) =>
    lines(
      top(p, s),
      `${s.day(p.from)}的活动由${s.name(p.name)}带队，自己的时间不能自己证明，所以请您看一下。`,
      `${s.name(p.name)}来了回 1，没来回 2。`,
    ),
  'activity.vouched': (p, s) =>
    lines(top(p, s), p.yes ? '记下了，谢谢您证明。' : '记下了，这次不算时间。', `看情况，回“查 #${p.number}”。`),
  'activity.thanks': (p, s) =>
    lines(
      top(p, s),
      `${s.name(p.name)}，谢谢您来。服务${s.span(p.minutes)}，${p.points > 0 ? `加${p.points}分。` : '这次没有加分。'}${
        p.capped ? '今天的分到上限了。' : ''
      }`,
      '看积分，回“积分”；哪里不对，回“人工”。',
    ),
  'activity.unconfirmed': (p, s) =>
    lines(top(p, s), '没有人确认这次的到场，时间还没有记。', '您来了的话，回“人工”说一声。'),
};
