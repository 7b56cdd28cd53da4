import type { TopicCatalogue } from '../params';
import { head, lines } from './phrases';

export const suggestions: TopicCatalogue<'suggestion'> = {
  'suggestion.considered': (p, s) =>
    lines(
      head(p, s),
      `您的建议，${s.area(p.desk)}采纳了，正在商量怎么办。`,
      p.words.length === 0 ? null : `他们说：“${s.words(p.words)}”`,
      `有想法，回“补充 #${p.number}”；看进度，回“查 #${p.number}”。`,
    ),
  'suggestion.planned': (p, s) =>
    lines(
      head(p, s),
      `您的建议排上了，最晚${s.moment(p.until)}做好。`,
      p.words.length === 0 ? null : `他们说：“${s.words(p.words)}”`,
      `看进度，回“查 #${p.number}”。`,
    ),
  'suggestion.done': (p, s) =>
    lines(
      head(p, s),
      `${s.name(p.name)}您好，您的建议做好了，谢谢您！`,
      p.words.length === 0 ? null : `他们说：“${s.words(p.words)}”`,
      p.points > 0 ? `给您加了${p.points}分。` : null,
      '哪里还不好，再发一张照片、说一句就行。',
    ),
  'suggestion.declined': (p, s) =>
    lines(head(p, s), `您的建议这次没有采纳，因为：“${s.words(p.words)}”`, '谢谢您替大家想着。想再说说，回“人工”。'),
};
