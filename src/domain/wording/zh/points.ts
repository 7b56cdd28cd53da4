import type { TopicCatalogue, WordingParams } from '../params';
import { lines } from './phrases';

type Line = WordingParams['points.balance']['lines'][number];

const reason = ({ reason: why, number }: Line): string => {
  const matter = number === null ? '' : ` #${number}`;
  switch (why) {
    case 'report':
      return `上报${matter}`;
    case 'reversal':
      return `冲正${matter}`;
  }
};

const signed = (points: number): string => (points < 0 ? `-${-points}` : `+${points}`);

export const points: TopicCatalogue<'points'> = {
  'points.balance': (p, s) =>
    lines(
      `${s.name(p.name)}您好，您一共有${p.balance}分。`,
      ...p.lines.map((line) => `${s.date(line.at)} ${reason(line)} ${signed(line.points)}分，余${line.balance}分`),
      p.lines.length === 0 ? '报一件事，核实了就有分。' : '哪一笔不对，回“人工”说日期。',
    ),
};
