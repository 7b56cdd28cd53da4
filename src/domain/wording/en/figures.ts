import { changeOf, rateOf, type Share } from '../../figures/figures';
import type { TopicCatalogue, WordingParams } from '../params';
import { lines } from './phrases';

type Brief = WordingParams['figures.brief'];

const percent = (share: number): string => `${Math.round(Math.abs(share) * 100)}%`;

/** The counts stand beside the rate: one of one is not a hundred of a hundred. */
const rate = (name: string, share: Share): string => {
  const value = rateOf(share);
  return value === null ? `${name}: none yet` : `${name}: ${percent(value)} (${share.count}/${share.of})`;
};

const trend = ({ now, before }: Brief['complaints']): string => {
  const change = changeOf(before, now);
  if (change === null || change === 0) return now === before ? ', the same' : '';
  return change < 0 ? `, ${percent(change)} fewer` : `, ${percent(change)} more`;
};

export const figures: TopicCatalogue<'figures'> = {
  'figures.brief': (p, s) =>
    lines(
      `Brief: ${s.date(p.at)} ${s.time(p.at)}`,
      `Today: ${p.fresh} new, ${p.solved} solved, ${p.satisfied} of them to satisfaction.`,
      `Open: ${p.open}, overdue: ${p.overdue}.`,
      p.unacknowledged > 0
        ? `Emergencies nobody has taken charge of: ${p.unacknowledged}. Please look now.`
        : 'No emergency waits for somebody to take charge.',
      p.top.length === 0
        ? null
        : `Most frequent today: ${p.top.map(({ category, count }) => `${s.category(category)} ${count}`).join(', ')}.`,
      `This month: ${[
        rate('claimed in time', p.rates.response),
        rate('done in time', p.rates.onTime),
        rate('solved', p.rates.solved),
        rate('satisfied', p.rates.satisfied),
      ].join('; ')}.`,
      `Residents' complaints: ${p.complaints.now} this month, ${p.complaints.before} by this day last month${trend(p.complaints)}.`,
    ),
};
