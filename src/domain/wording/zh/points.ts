import type { TopicCatalogue, WordingParams } from '../params';
import { lines } from './phrases';
import { postingReasons } from './posting-reasons';

type Line = WordingParams['points.balance']['lines'][number];

const reason = ({ reason: why, number }: Line): string =>
  number === null ? postingReasons[why] : `${postingReasons[why]} #${number}`;

const signed = (points: number): string => (points < 0 ? `-${-points}` : `+${points}`);

const notTakenBack = {
  'not-yours': '积分由社区来收回，什么都没有动。',
  'no-reason': '收回要写清原因，还没有收。',
  none: '这件事没有加过分，或者没说清是谁的，什么都没有动。',
  own: '自己的分请别的同事来收，什么都没有动。',
  before: '这件事的分已经收回过了，没有再收。',
} as const;

export const points: TopicCatalogue<'points'> = {
  'points.honours': (p) =>
    lines(
      `${p.month} 光荣榜`,
      ...p.lines.map(({ points: earned, name }, index) => `${index + 1}. ${name ?? '一位邻居'} ${earned}分`),
      p.lines.length === 0 ? '这个月还没有人得分。' : null,
      ...(p.badges ?? []).map(({ hours, name }) => `服务满${hours}小时：${name ?? '一位邻居'}`),
      '想用自己的名字上榜，私聊我回“榜名”加名字；不想上，回“榜名 不上”。',
    ),
  'points.taken-back': (p, s) =>
    lines(
      `#${p.number} 收回了${s.name(p.person)}的${p.taken}分，因为：“${s.words(p.words)}”`,
      p.missing === 0 ? null : `还有${p.missing}分已经用掉，记在账上，不倒扣。`,
      '收错了，回“人工”。',
    ),
  'points.taken-from-you': (p, s) =>
    lines(
      `#${p.number} 加的分收回${p.taken}分，因为：“${s.words(p.words)}”`,
      p.missing === 0 ? null : `还有${p.missing}分您已经用掉，不倒扣，只记在账上。`,
      '觉得不对，回“人工”。',
    ),
  'points.not-taken-back': (p) =>
    lines(`#${p.number} ${notTakenBack[p.why]}`, '请回“收回积分 #号码 因为 原因”，或回“人工”。'),
  'points.beyond-budget': (p) =>
    lines(
      `社区这个月的积分预算用完了，您的${p.points}分${p.queued ? '先排着队，预算补上就到账' : '这次没有加上'}。`,
      p.queued ? '不用再报，到账会告诉您。' : '有疑问，回“人工”。',
    ),
  'points.budget-used-up': (p) =>
    lines(
      `${p.month} 的积分预算用完了，后面的分${p.queued ? '在排队，等您再拨' : '不再加'}。`,
      '再拨，回“预算”加分数；看情况，回“预算”。',
    ),
  'points.queue-paid': (p) => lines(`您排队的${p.points}分到账了。`, '看积分，回“积分”。'),
  'points.budget': (p) =>
    lines(
      p.granted === null ? null : `拨好了，${p.granted}分。`,
      p.left < 0 ? `${p.month} 的积分预算已超出${-p.left}分。` : `${p.month} 的积分预算还有${p.left}分。`,
      p.waiting === 0 ? '没有人在排队。' : `${p.waiting}位在排队，一共${p.queued}分。`,
      '再拨，回“预算”加分数。',
    ),
  'points.budget-director': () => lines('积分预算由主任来拨，什么都没有动。', '看还剩多少，回“预算”。'),
  'points.lapse-soon': (p, s) =>
    lines(
      `${s.name(p.name)}您好，您的${p.balance}分里有${p.points}分到${s.date(p.until)}零点过期，存着的时间不过期。`,
      '看能兑什么，回“兑”；想留着，回“存”加时间。',
    ),
  'points.badge': (p, s) =>
    lines(
      `${s.name(p.name)}您好，您服务满${p.hours}小时了，谢谢您。`,
      '这个月的光荣榜会写上；用什么名字，回“榜名”加名字。',
    ),
  'points.honours-posted': (p) =>
    lines(`${p.month} 光荣榜已发到${p.groups}个群，同一个月只发一次。`, '要看上个月，回“光荣榜 上月”。'),
  'points.honours-staff': () => lines('光荣榜由社区发到群里。', '自己看，回“光荣榜”。'),
  'points.honours-named': (p) => {
    if (!p.fits) return lines('榜名里不能有号码，没有改。', '请换一个，回“榜名”加名字。');
    return p.name === null
      ? lines('好，光荣榜上不写您的名字。', '以后想写，回“榜名”加名字。')
      : lines(`好，光荣榜上写“${p.name}”。`, '不想上，回“榜名 不上”。');
  },
  'points.balance': (p, s) =>
    lines(
      `${s.name(p.name)}您好，您一共有${p.balance}分。`,
      ...p.lines.map((line) => `${s.date(line.at)} ${reason(line)} ${signed(line.points)}分，余${line.balance}分`),
      p.saved === 0 ? null : `另存着${p.saved}分的时间，不过期。`,
      ...p.savedLines.map((line) => `${s.date(line.at)} ${reason(line)} ${signed(line.points)}分，存${line.balance}分`),
      p.address === undefined
        ? null
        : `大字、能打印的账单，${s.moment(p.address.until)}前能看，别转发：${s.words([p.address.words])}`,
      p.lines.length === 0 ? '报一件事，核实了就有分。' : '哪一笔不对，回“人工”说日期。',
    ),
};
