import type { ActivityRefusedParams } from '../activity-params';
import type { Catalogue } from '../params';
import { phases, queue, top } from './activity-phrases';
import { lines } from './phrases';

export const activityRefused: Pick<Catalogue, keyof ActivityRefusedParams> = {
  'activity.which': (p, s) =>
    p.calls.length === 0
      ? lines('现在没有在报名的活动。', '有新活动会发到群里；要找真人，回“人工”。')
      : lines(
          `“${p.verb}”说的是哪一个？`,
          ...p.calls.map((one) => `${top(one, s)}（${s.day(one.from)} ${s.clock(one.from)}）`),
          `请带上号码，比如“${p.verb} #${p.calls[0]?.number ?? ''}”。`,
        ),
  'activity.clash': (p, s) =>
    lines(
      top(p, s),
      `这个时间您已经报了 #${p.other.number} ${s.words([p.other.title])}（${s.day(p.other.from)} ${s.clock(p.other.from)}到${s.clock(p.other.to)}），这个没有报。`,
      `要换过来，先回“不去了 #${p.other.number}”，再回“报名 #${p.number}”。`,
    ),
  'activity.not-now': (p, s) =>
    lines(top(p, s), `这个活动${phases[p.phase]}，什么都没有改。`, `看情况，回“查 #${p.number}”。`),
  'activity.begun': (p, s) =>
    lines(top(p, s), '已经开始了，名单不再改。', '到了现场请私聊我“签到”加码；来不了，跟带队的人说一声。'),
  'activity.not-yours': (p, s) =>
    lines(top(p, s), `这件事由${s.name(p.leader)}定，什么都没有改。`, `看情况，回“查 #${p.number}”。`),
  'activity.already-in': (p, s) =>
    lines(
      top(p, s),
      `您已经报上了，${p.people}人，不用再报。`,
      `人数变了，回“报名 #${p.number} 3人”；来不了，回“不去了 #${p.number}”。`,
    ),
  'activity.already-waiting': (p, s) =>
    lines(top(p, s), `您已经在排队了。${queue(p.ahead)}`, `不等了，回“不去了 #${p.number}”。`),
  'activity.no-room': (p, s) =>
    lines(top(p, s), `只剩${p.free}个位子，不够再加，您还是${p.people}人。`, `少来几位，回“报名 #${p.number}”加人数。`),
  'activity.too-many': (p, s) =>
    lines(
      top(p, s),
      '一次报这么多人，我记不下，没有报。',
      `请写实际来几人，比如“报名 #${p.number} 2人”；整队来，回“人工”。`,
    ),
  'activity.not-in': (p, s) => lines(top(p, s), '您没有报这个，不用取消。', `想来回“报名 #${p.number}”。`),
  'activity.not-named': (p, s) =>
    lines(top(p, s), '名单里没有找到这个名字，什么都没有改。', `看名单，回“名单 #${p.number}”，照上面的名字写。`),
  'activity.wrong-code': () =>
    lines('签到码不对，没有签上。', '请照现场亮出来的四个数字再发一次；不行就跟带队的人说一声。'),
  'activity.too-far': (p, s) =>
    lines(top(p, s), `您离活动地点还有${p.metres}米，没有签上。`, '到了现场再发一次位置，或回“签到”加现场的码。'),
  'activity.too-early': (p, s) =>
    lines(top(p, s), `还没到时间，${s.day(p.from)} ${s.clock(p.from)}开始，提前一小时能签。`, '到了现场再发一次。'),
  'activity.already-here': (p, s) => lines(top(p, s), '您已经签到了，不用再签。', '走的时候回“签退”。'),
  'activity.not-here': () => lines('您现在没有签到的活动，什么都没有改。', '到了现场先回“签到”加码。'),
  'activity.booked': (p, s) => lines(top(p, s), '这个已经记好了，什么都没有改。', '哪里不对，回“人工”。'),
  'activity.bad-plan': (p, s) =>
    p.why === 'time'
      ? lines(top(p, s), '时间不对，什么都没有改。', `请写还没到的时间，比如“改活动 #${p.number} 周日上午9点到11点”。`)
      : lines(top(p, s), '没看懂要改什么，什么都没有改。', `请写要改的，比如“改活动 #${p.number} 要15人”。`),
  'activity.bad-count': (p, s) =>
    lines(top(p, s), '人数不对，什么都没有改。', `请写实际来几人，比如“报名 #${p.number} 2人”。`),
  'activity.others-line': (p, s) =>
    lines(
      top(p, s),
      `别人的名字，要本人或带队的${s.name(p.leader)}来取消，什么都没有改。`,
      `您自己来不了，回“不去了 #${p.number}”。`,
    ),
  'activity.not-offered': (p, s) =>
    lines(top(p, s), '这个位子已经让给下一位了，或者您答过了。', `看情况，回“查 #${p.number}”。`),
};
