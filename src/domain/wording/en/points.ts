import type { TopicCatalogue, WordingParams } from '../params';
import { lines } from './phrases';

type Line = WordingParams['points.balance']['lines'][number];

const reason = ({ reason: why, number }: Line): string => {
  const matter = number === null ? '' : ` #${number}`;
  switch (why) {
    case 'report':
      return `report${matter}`;
    case 'reversal':
      return `correction${matter}`;
  }
};

const signed = (points: number): string => (points < 0 ? `-${-points}` : `+${points}`);

export const points: TopicCatalogue<'points'> = {
  'points.balance': (p, s) =>
    lines(
      `Hello ${s.name(p.name)}, you have ${p.balance} points.`,
      ...p.lines.map(
        (line) => `${s.date(line.at)} ${reason(line)} ${signed(line.points)} points, ${line.balance} left`,
      ),
      p.lines.length === 0
        ? 'Report something that proves true, and you get points.'
        : 'If a line is wrong, reply "人工" and name its date.',
    ),
};
