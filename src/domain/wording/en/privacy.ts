import type { TopicCatalogue } from '../params';
import { lines } from './phrases';

export const privacy: TopicCatalogue<'privacy'> = {
  'privacy.forget-asked': (p, s) =>
    lines(
      `This would be gone: your name, account and home, your words and photos${p.points > 0 ? `, and ${p.points} points` : ''}.`,
      p.open.length === 0
        ? null
        : `Open: ${p.open.map((number) => `#${number}`).join(', ')}. What nobody has taken is withdrawn; of the others your words and photos go when they are done.`,
      'Of what is done only number and time stay; the books stay whole, and nobody sees that it was you.',
      p.due === null
        ? 'If you are sure, reply "确认删除"; if not, do nothing.'
        : `It is set for ${s.moment(p.due)}. To keep everything, reply "不删了".`,
    ),
  'privacy.not-asked': () =>
    lines('Nothing was erased.', 'First reply "忘记我" to see what would be gone, then "确认删除".'),
  'privacy.erasure-set': (p, s) =>
    lines(
      `Noted: it is done on ${s.moment(p.due)}, without another word.`,
      'If you think better of it before then, reply "不删了".',
    ),
  'privacy.erasure-off': (p) =>
    p.was
      ? lines('Nothing is erased; all is as it was.', 'Tell me whenever something is wrong.')
      : lines('You had not asked for it; all is as it was.', 'To have it erased, reply "忘记我".'),
  'privacy.page': (p, s) =>
    lines(
      `Your matters and what is kept on you are here until ${s.moment(p.until)}:`,
      s.words([p.address]),
      'It is yours alone: please do not pass it on.',
    ),
  'privacy.works-here': () =>
    lines(
      'You have an office here, and what is done in it is done by name: it cannot be erased now.',
      'Once you have left it, ask the director to take you off the list, then reply "忘记我".',
    ),
};
