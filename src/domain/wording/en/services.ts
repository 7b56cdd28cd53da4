import { spacedCode } from '../../rewards/code';
import type { Speaker, TopicCatalogue, WordingParams } from '../params';
import { lines } from './phrases';

type Named = WordingParams['service.declined'];

const what = (p: Named, s: Speaker): string =>
  `${s.name(p.helper)} helped ${s.name(p.served)} for ${s.span(p.minutes)} on ${s.date(p.day)}`;

const phases: Readonly<Record<WordingParams['service.state']['phase'], string>> = {
  waiting: 'waits to be confirmed',
  confirmed: 'is confirmed',
  declined: 'was not confirmed',
  lapsed: 'was confirmed by nobody and brought no points',
  withdrawn: 'was taken back',
};

const answers = {
  confirmed: 'Noted. Thank you for confirming.',
  declined: 'Noted; it does not count.',
  withdrawn: 'Taken back; it does not count.',
} as const;

const notLogged = ({ why }: WordingParams['service.not-logged']): string => {
  switch (why.kind) {
    case 'minutes':
      return 'One time is between a minute and 12 hours. Nothing was noted.';
    case 'day':
      return 'Only today and the last 31 days can be noted. Nothing was noted.';
    case 'self':
      return 'Helping oneself does not count. Please write whom you helped.';
    case 'nobody':
      return 'There is nobody to confirm it at present. Nothing was noted.';
    case 'not-read':
      return 'Whom did you help, and for how long? Nothing was noted.';
    case 'card':
      return 'The code of the card is wrong or was used. Nothing was noted.';
  }
};

const moved: Readonly<Record<WordingParams['service.moved']['move'], string>> = {
  keep: 'Kept',
  take: 'Taken out',
  give: 'Given',
  donate: 'Donated to the neighbours, thank you',
  grant: 'Granted',
};

const of = { points: 'among the points', saved: 'in all', pool: 'in the pool' } as const;

const notMoved = ({ why }: WordingParams['service.not-moved']): string => {
  switch (why.kind) {
    case 'amount':
      return 'Please write a length of time, such as "2小时". Nothing was moved.';
    case 'self':
      return 'There is no need to give to yourself; to keep time, send "存".';
    case 'too-little':
      return `That is ${why.wanted} points, and there are ${why.has} ${of[why.of]}. Nothing was moved.`;
  }
};

export const services: TopicCatalogue<'service'> = {
  'service.ask': (p, s) =>
    lines(
      p.own
        ? `${s.name(p.helper)} says to have helped you for ${s.span(p.minutes)} on ${s.date(p.day)}.`
        : `#${p.number} ${s.name(p.helper)} says to have helped ${s.name(p.served)} for ${s.span(p.minutes)} on ${s.date(p.day)}.`,
      p.words.length === 0 ? null : `What was done: "${s.words(p.words)}"`,
      p.own ? 'If so, reply 1; if not, reply 2.' : 'Please ask the person. If so, reply 1; if not, reply 2.',
    ),
  'service.noted': (p, s) =>
    lines(
      `#${p.number} noted: ${what(p, s)}.`,
      `${p.to.map((person) => s.name(person)).join(', ')} will confirm it; then there are points.`,
      `If it is wrong, send "撤回 #${p.number}".`,
    ),
  'service.confirmed': (p, s) =>
    lines(
      `#${p.number} ${what(p, s)}: confirmed ${p.how === 'card' ? 'by card' : `by ${s.name(p.by)}`}.`,
      p.points === p.wanted ? `${p.points} points.` : `${p.points} points, which is as many as that day allows.`,
      'For your points, send "points"; to keep the time for later, send "存" and how long.',
    ),
  'service.declined': (p, s) =>
    lines(`#${p.number} ${what(p, s)}: not confirmed, so there are no points.`, 'If that is a mistake, send "人工".'),
  'service.lapsed': (p, s) =>
    lines(`#${p.number} ${what(p, s)}: nobody confirmed it, so there are no points.`, 'Please send "人工".'),
  'service.answered': (p, s) => lines(`#${p.number} ${what(p, s)}`, answers[p.answer], 'Mistaken? Send "人工".'),
  'service.refused': (p) =>
    lines(
      `#${p.number}`,
      p.why.kind === 'not-yours'
        ? 'This is not for you to say. Nothing was changed.'
        : `It ${phases[p.why.phase]} already; there is no need to answer.`,
      'Questions? Send "人工".',
    ),
  'service.not-logged': (p) => lines(notLogged(p), 'Please send "服务", the name and the time: "服务 张奶奶 1小时半".'),
  'service.state': (p, s) =>
    lines(
      `#${p.number} ${what(p, s)}: it ${phases[p.phase]}.`,
      p.phase === 'waiting' ? `Asked: ${p.asked.map((person) => s.name(person)).join(', ')}.` : null,
      p.phase === 'confirmed' ? `${p.points} points.` : null,
      'Questions? Send "人工".',
    ),
  'service.no-such-person': (p) =>
    lines(
      p.found === 0
        ? `Nobody called "${p.name}" was found. Nothing was noted.`
        : `${p.found} people are called "${p.name}". Nothing was noted.`,
      'Please write the full name, or send "人工".',
    ),
  'service.card': (p, s) =>
    lines(
      `Time card of ${s.name(p.person)}. Each code works once; please copy them for the person:`,
      ...p.codes.map((code) => spacedCode(code)),
      'Whoever helps is told one code, which is then crossed out. Do not post them in a group.',
    ),
  'service.not-yours': (p) =>
    lines(
      p.what === 'card'
        ? 'Cards are made by captains and staff. Nothing was changed.'
        : 'Staff grant time from the pool. Nothing was moved.',
      'Questions? Send "人工".',
    ),
  'service.moved': (p, s) =>
    lines(
      `${moved[p.move]}: ${s.span(p.minutes)} (${p.points} points)${p.to === null ? '' : `, to ${s.name(p.to)}`}.`,
      `You have ${p.balance} points, and time worth ${p.saved} points that never expires.`,
      'For the lines, send "statement".',
    ),
  'service.received': (p, s) =>
    lines(
      `${p.by === null ? 'The neighbours’ pool' : s.name(p.by)} gave you ${s.span(p.minutes)} (${p.points} points). It is kept and never expires.`,
      'To use it, send "取" and how long; for the lines, "statement".',
    ),
  'service.not-moved': (p) => lines(notMoved(p), 'To see what there is, send "points".'),
};
