import type { TopicCatalogue } from '../params';
import { head, lines } from './phrases';

export const suggestions: TopicCatalogue<'suggestion'> = {
  'suggestion.considered': (p, s) =>
    lines(
      head(p, s),
      `Your suggestion is taken up by ${s.area(p.desk)}; how to do it is being talked about.`,
      p.words.length === 0 ? null : `They say: "${s.words(p.words)}"`,
      `To add something, reply "补充 #${p.number}"; to see how it goes, "查 #${p.number}".`,
    ),
  'suggestion.planned': (p, s) =>
    lines(
      head(p, s),
      `Your suggestion is planned, by ${s.moment(p.until)} at the latest.`,
      p.words.length === 0 ? null : `They say: "${s.words(p.words)}"`,
      `To see how it goes, reply "查 #${p.number}".`,
    ),
  'suggestion.done': (p, s) =>
    lines(
      head(p, s),
      `${s.name(p.name)}, what you suggested is there. Thank you!`,
      p.words.length === 0 ? null : `They say: "${s.words(p.words)}"`,
      p.points > 0 ? `You have ${p.points} points for it.` : null,
      'If it is not right yet, send a photo or a few words again.',
    ),
  'suggestion.declined': (p, s) =>
    lines(
      head(p, s),
      `Your suggestion was not taken up this time, because: "${s.words(p.words)}"`,
      'Thank you for thinking of everybody. To talk about it, reply "人工".',
    ),
};
