import type { Speaker, TopicCatalogue, WordingParams } from '../params';
import { lines } from './phrases';

const phases: Readonly<Record<WordingParams['deed.state']['phase'], string>> = {
  waiting: 'waiting for staff',
  approved: 'found true',
  declined: 'not counted',
  lapsed: 'never checked, and not counted',
  withdrawn: 'taken back',
};

const answers = {
  approved: 'Noted: the points are given.',
  declined: 'Noted: it does not count.',
  withdrawn: 'Taken back: it does not count.',
} as const;

const what = (p: WordingParams['deed.noted'], s: Speaker): string => `${s.name(p.doer)}: "${s.words(p.words)}"`;

const notNamed = ({ why }: WordingParams['deed.not-named'], s: Speaker): string => {
  switch (why.kind) {
    case 'not-read':
      return 'Who is to be praised, and for what? Nothing is noted yet.';
    case 'self':
      return 'Praising yourself does not count. Nothing is noted.';
    case 'pair':
      return `One of you two praised the other on ${s.date(why.since)}; it counts once in ${why.days} days. Nothing is noted.`;
    case 'month':
      return `You can praise ${why.most} times a month, and have. Nothing is noted.`;
    case 'nobody':
      return 'There is nobody now who could check it. Nothing is noted yet.';
  }
};

export const deeds: TopicCatalogue<'deed'> = {
  'deed.ask': (p, s) =>
    lines(
      `#${p.number} ${s.name(p.by)} praises ${what(p, s)}`,
      'Once found true it brings points. If it counts, reply 1; if not, 2.',
    ),
  'deed.noted': (p, s) =>
    lines(
      `#${p.number} Noted: you praise ${what(p, s)}`,
      'Points are given when staff have found it true.',
      `If it is wrong, reply "撤回 #${p.number}".`,
    ),
  'deed.approved': (p, s) =>
    lines(
      `Hello ${s.name(p.doer)}, a neighbour praises you: "${s.words(p.words)}"`,
      p.points === p.wanted
        ? `Staff found it true: ${p.points} points. Thank you.`
        : `The day’s limit is reached: ${p.points} points. Thank you.`,
      'For your points, reply "积分".',
    ),
  'deed.outcome': (p, s) =>
    p.counted
      ? lines(
          `#${p.number} You praised ${what(p, s)} It was found true. Thank you for saying so.`,
          'When you see another good deed, reply "表扬", the name and what was done.',
        )
      : lines(`#${p.number} You praised ${what(p, s)} It does not count this time.`, 'For questions, reply "人工".'),
  'deed.lapsed': (p, s) =>
    lines(`#${p.number} You praised ${what(p, s)} Nobody checked it, so there are no points.`, 'Please reply "人工".'),
  'deed.answered': (p, s) =>
    lines(`#${p.number} ${what(p, s)}`, answers[p.answer], 'If that was a slip, reply "人工".'),
  'deed.refused': (p) =>
    lines(
      `#${p.number}`,
      p.why.kind === 'not-yours'
        ? 'That is not yours to decide. Nothing was changed.'
        : `It is ${phases[p.why.phase]} already; there is nothing to answer.`,
      'For questions, reply "人工".',
    ),
  'deed.not-named': (p, s) =>
    lines(notNamed(p, s), 'Please reply "表扬", the name and what was done: "表扬 王芳 carried my shopping".'),
  'deed.state': (p, s) =>
    lines(
      `#${p.number} Praise for ${what(p, s)} ${phases[p.phase]}.`,
      p.phase === 'approved' ? `It brought ${p.points} points.` : null,
      'For questions, reply "人工".',
    ),
};
