import { labels } from '../labels';
import type { Catalogue } from '../params';
import { head, howToAsk, lines } from './phrases';

const stop = (number: number): string => `不想再听，回“取消关注 #${number}”。`;

/** What those hear who follow a matter that is not theirs. */
export const ticketFollowing = {
  'ticket.followed': (p, s) =>
    lines(
      `${head(p, s)}｜${labels.zh.states[p.state]}`,
      `好，有进展私信告诉您。${s.area(p.desk)}在管这件事${p.due === null ? '。' : `，最晚${s.moment(p.due)}答复。`}`,
      stop(p.number),
    ),
  'ticket.follow-news': (p, s) => {
    const said = `${head(p, s)}｜${labels.zh.states[p.state]}`;
    if (p.into !== undefined)
      return lines(said, `您关注的这件事和 #${p.into} 是一件，往后照 #${p.into} 告诉您。`, stop(p.into));
    if (!p.open) return lines(said, '您关注的这件事有结果了。', '要是还有问题，再发一张照片、说一句就行。');
    const due = p.due === null ? '。' : `，最晚${s.moment(p.due)}答复。`;
    return lines(said, `您关注的这件事有进展，${s.area(p.desk)}在管${due}`, stop(p.number));
  },
  'ticket.unfollowed': ({ number, was, reports }) => {
    if (reports) return lines(`#${number} 是您报的，有结果还会告诉您。`, howToAsk(number));
    return lines(was ? `#${number} 不再告诉您了。` : `#${number} 您没有关注。`, `想听进展，回“关注 #${number}”。`);
  },
  'ticket.follow-own': (p, s) => lines(head(p, s), '这件事是您报的，有结果会告诉您。', howToAsk(p.number)),
} satisfies Partial<Catalogue>;
