import type { TopicCatalogue, WordingParams } from '../params';
import { lines } from './phrases';

type Line = WordingParams['points.balance']['lines'][number];

const reasons: { readonly [K in Line['reason']]: string } = {
  report: '上报',
  hours: '志愿服务',
  deed: '好人好事',
  inspection: '入户评分',
  held: '兑换预留',
  redeemed: '兑换',
  refunded: '兑换退回',
  supplied: '进货',
  'time-kept': '存时间',
  'time-taken': '取时间',
  'time-given': '送时间',
  'time-donated': '捐时间',
  'time-granted': '邻里时间池',
  expired: '到期',
  'taken-back': '收回',
  reversal: '冲正',
};

const reason = ({ reason: why, number }: Line): string =>
  number === null ? reasons[why] : `${reasons[why]} #${number}`;

const signed = (points: number): string => (points < 0 ? `-${-points}` : `+${points}`);

export const points: TopicCatalogue<'points'> = {
  'points.balance': (p, s) =>
    lines(
      `${s.name(p.name)}您好，您一共有${p.balance}分。`,
      ...p.lines.map((line) => `${s.date(line.at)} ${reason(line)} ${signed(line.points)}分，余${line.balance}分`),
      p.saved === 0 ? null : `另存着${p.saved}分的时间，不过期。`,
      ...p.savedLines.map((line) => `${s.date(line.at)} ${reason(line)} ${signed(line.points)}分，存${line.balance}分`),
      p.lines.length === 0 ? '报一件事，核实了就有分。' : '哪一笔不对，回“人工”说日期。',
    ),
};
