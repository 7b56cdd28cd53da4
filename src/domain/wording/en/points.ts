import type { TopicCatalogue, WordingParams } from '../params';
import { lines } from './phrases';
import { postingReasons } from './posting-reasons';

type Line = WordingParams['points.balance']['lines'][number];

const reason = ({ reason: why, number }: Line): string =>
  number === null ? postingReasons[why] : `${postingReasons[why]} #${number}`;

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
      ...(p.badges ?? []).map(({ hours, name }) => `${hours} hours served: "${name ?? 'a neighbour'}"`),
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
  'points.beyond-budget': (p) =>
    lines(
      `The community’s points for this month are used up; your ${p.points} points ${p.queued ? 'wait for the next grant' : 'are not given'}.`,
      p.queued ? 'There is nothing to do: you hear when they come.' : 'For questions, reply "人工".',
    ),
  'points.budget-used-up': (p) =>
    lines(
      `The budget of points for ${p.month} is used up; what comes after it ${p.queued ? 'waits for your next grant' : 'is not given'}.`,
      'To grant more, reply "预算" and how many; to look, "预算".',
    ),
  'points.queue-paid': (p) =>
    lines(`The ${p.points} points that waited are yours now.`, 'For your points, reply "积分".'),
  'points.budget': (p) =>
    lines(
      p.granted === null ? null : `Granted: ${p.granted} points.`,
      p.left < 0
        ? `The budget of points for ${p.month} is exceeded by ${-p.left}.`
        : `Of the budget of points for ${p.month} ${p.left} are left.`,
      p.waiting === 0 ? 'Nobody waits.' : `${p.waiting} people wait for ${p.queued} points.`,
      'To grant more, reply "预算" and how many.',
    ),
  'points.budget-director': () =>
    lines('The director grants the budget. Nothing was changed.', 'To see what is left, reply "预算".'),
  'points.lapse-soon': (p, s) =>
    lines(
      `Hello ${s.name(p.name)}, of your ${p.balance} points ${p.points} lapse at midnight, as ${s.date(p.until)} begins. Kept time does not.`,
      'For what they buy, reply "兑"; to keep them as time, "存" and how long.',
    ),
  'points.badge': (p, s) =>
    lines(
      `Hello ${s.name(p.name)}, you have served ${p.hours} hours. Thank you.`,
      'The month’s honours say so; for the name they use, reply "榜名" and the name.',
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
      p.address === undefined
        ? null
        : `In large letters, to be printed, until ${s.moment(p.address.until)}; do not pass it on: ${s.words([p.address.words])}`,
      p.lines.length === 0
        ? 'Report something that proves true, and you get points.'
        : 'If a line is wrong, reply "人工" and name its date.',
    ),
};
