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
  'same-person': 'moved with an account',
  'taken-back': 'taken back',
  reversal: 'correction',
};

const reason = ({ reason: why, number }: Line): string =>
  number === null ? reasons[why] : `${reasons[why]} #${number}`;

const signed = (points: number): string => (points < 0 ? `-${-points}` : `+${points}`);

const notTakenBack = {
  'not-yours': 'Staff take points back. Nothing was changed.',
  'no-reason': 'Taking points back needs a reason. Nothing was changed yet.',
  none: 'No points were given for it, or it is not clear whose. Nothing was changed.',
  own: 'A colleague takes your own points back. Nothing was changed.',
  before: 'They were taken back before. Nothing was changed.',
} as const;

export const points: TopicCatalogue<'points'> = {
  'points.honours': (p) =>
    lines(
      `Honours of ${p.month}`,
      ...p.lines.map(({ points: earned, name }, index) => `${index + 1}. "${name ?? 'a neighbour'}": ${earned} points`),
      p.lines.length === 0 ? 'Nobody has earned points this month yet.' : null,
      'To be listed by a name of yours, tell me in private: "榜名" and the name; not to be, "榜名 不上".',
    ),
  'points.taken-back': (p, s) =>
    lines(
      `#${p.number} ${p.taken} points of ${s.name(p.person)} are taken back, because: "${s.words(p.words)}"`,
      p.missing === 0 ? null : `${p.missing} more were spent already: they are noted, and nobody falls below zero.`,
      'If that was a slip, reply "人工".',
    ),
  'points.taken-from-you': (p, s) =>
    lines(
      `#${p.number} ${p.taken} of the points for it are taken back, because: "${s.words(p.words)}"`,
      p.missing === 0 ? null : `You had spent ${p.missing} more: they are only noted.`,
      'If you think that is wrong, reply "人工".',
    ),
  'points.not-taken-back': (p) =>
    lines(`#${p.number} ${notTakenBack[p.why]}`, 'Please reply "收回积分 #number 因为 why", or "人工".'),
  'points.lapse-soon': (p, s) =>
    lines(
      `Hello ${s.name(p.name)}, of your ${p.balance} points ${p.points} lapse at midnight, as ${s.date(p.until)} begins. Kept time does not.`,
      'For what they buy, reply "兑"; to keep them as time, "存" and how long.',
    ),
  'points.honours-posted': (p) =>
    lines(
      `The honours of ${p.month} are posted in ${p.groups} groups, once for each month.`,
      'For last month, send "光荣榜 上月".',
    ),
  'points.honours-staff': () => lines('Staff post the honours in the groups.', 'To read them yourself, send "光荣榜".'),
  'points.honours-named': (p) => {
    if (!p.fits) return lines('There must be no number in it. Nothing was changed.', 'Please send "榜名" and a name.');
    return p.name === null
      ? lines('Done: you are not named in the honours.', 'To be named later, send "榜名" and the name.')
      : lines(`Done: the honours name you "${p.name}".`, 'Not to be named, send "榜名 不上".');
  },
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
