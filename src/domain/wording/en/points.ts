import type { TopicCatalogue, WordingParams } from '../params';
import { lines } from './phrases';

type Line = WordingParams['points.balance']['lines'][number];

const reasons: { readonly [K in Line['reason']]: string } = {
  report: 'report',
  hours: 'volunteering',
  deed: 'good deed',
  inspection: 'inspection',
  held: 'held for a reward',
  redeemed: 'reward',
  refunded: 'returned',
  supplied: 'delivery',
  'time-kept': 'time kept',
  'time-taken': 'time taken out',
  'time-given': 'time given',
  'time-donated': 'time donated',
  'time-granted': 'from the neighbours’ pool',
  expired: 'expired',
  'taken-back': 'taken back',
  reversal: 'correction',
};

const reason = ({ reason: why, number }: Line): string =>
  number === null ? reasons[why] : `${reasons[why]} #${number}`;

const signed = (points: number): string => (points < 0 ? `-${-points}` : `+${points}`);

export const points: TopicCatalogue<'points'> = {
  'points.balance': (p, s) =>
    lines(
      `Hello ${s.name(p.name)}, you have ${p.balance} points.`,
      ...p.lines.map(
        (line) => `${s.date(line.at)} ${reason(line)} ${signed(line.points)} points, ${line.balance} left`,
      ),
      p.saved === 0 ? null : `Kept time, which never expires: ${p.saved} points.`,
      ...p.savedLines.map(
        (line) => `${s.date(line.at)} ${reason(line)} ${signed(line.points)} points, ${line.balance} kept`,
      ),
      p.lines.length === 0
        ? 'Report something that proves true, and you get points.'
        : 'If a line is wrong, reply "人工" and name its date.',
    ),
};
