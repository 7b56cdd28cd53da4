import { changeOf, rateOf, type Share } from '../../figures/figures';
import type { TopicCatalogue, WordingParams } from '../params';
import { lines } from './phrases';

type Brief = WordingParams['figures.brief'];

const percent = (share: number): string => `${Math.round(Math.abs(share) * 100)}%`;

/** The counts stand beside the rate: one of one is not a hundred of a hundred. */
const rate = (name: string, share: Share): string => {
  const value = rateOf(share);
  return value === null ? `${name}还没有` : `${name}${percent(value)}（${share.count}/${share.of}）`;
};

const trend = ({ now, before }: Brief['complaints']): string => {
  const change = changeOf(before, now);
  if (change === null || change === 0) return now === before ? '，一样多' : '';
  return change < 0 ? `，少了${percent(change)}` : `，多了${percent(change)}`;
};

export const figures: TopicCatalogue<'figures'> = {
  'figures.brief': (p, s) =>
    lines(
      `简报：${s.date(p.at)} ${s.time(p.at)}`,
      `今天新报${p.fresh}件，解决${p.solved}件，其中满意${p.satisfied}件。`,
      `在办${p.open}件，超时${p.overdue}件。`,
      p.unacknowledged > 0 ? `急事有${p.unacknowledged}件没人负责，请马上看。` : '没有等人负责的急事。',
      p.top.length === 0
        ? null
        : `今天最多的：${p.top.map(({ category, count }) => `${s.category(category)}${count}件`).join('、')}。`,
      `本月：${[
        rate('按时接单', p.rates.response),
        rate('按时办结', p.rates.onTime),
        rate('解决', p.rates.solved),
        rate('满意', p.rates.satisfied),
      ].join('，')}。`,
      `居民诉求：本月${p.complaints.now}件，上月同期${p.complaints.before}件${trend(p.complaints)}。`,
    ),
};
