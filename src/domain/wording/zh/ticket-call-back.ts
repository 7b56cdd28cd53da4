import type { Catalogue, Speaker, WordingParams } from '../params';
import { head, howToAsk, lines } from './phrases';

const summary = (p: WordingParams['ticket.call-back'], speaker: Speaker): string =>
  p.summary.length === 0 ? `${speaker.category(p.category)}，${speaker.place(p.place)}` : speaker.words(p.summary);

/** Text 5 and what follows from the answer. */
export const ticketCallBack = {
  'ticket.call-back': (p, s) =>
    lines(
      `${s.name(p.name)}您好，${p.again ? '再问您一声，' : ''}您说的“${summary(p, s)}”，${s.area(p.desk)}讲已经办好了${
        p.photos ? '，照片在上面' : ''
      }。`,
      '解决了，满意回 1；解决了，但不满意回 2；没解决回 3；还没去看回 4。',
    ),
  'ticket.call-backs': (p, s) =>
    lines(
      `${s.name(p.name)}您好，您报的这${p.items.length}件事，都讲办好了：`,
      ...p.items.map((item) => `${head(item, s)}${item.summary.length === 0 ? '' : `：“${s.words(item.summary)}”`}`),
      '都解决了，满意回 1；不全是回 2，一件一件问您。哪件没解决，也可以回“还没好”加那件的号。',
    ),
  'ticket.call-backs-thanks': (p, s) =>
    lines(
      `${s.name(p.name)}您好，谢谢您。${p.numbers.map((number) => `#${number}`).join('、')} 都办结了。`,
      '看一共多少分，回“积分”。',
    ),
  'ticket.no-answer': (p, s) =>
    lines(
      head(p, s),
      `${s.name(p.name)}您好，问过您几次没等到回话，先按“未回应”归档。`,
      `没解决，随时回“还没好 #${p.number}”；好了，回“好了 #${p.number}”。`,
    ),
  'ticket.thanks': (p, s) =>
    lines(
      `${s.name(p.name)}您好，谢谢您。#${p.number} 办结了。`,
      p.points > 0 ? `给您加${p.points}分，谢谢您帮邻里留心。` : null,
      p.points > 0 ? '看一共多少分，回“积分”。' : '以后有事，随时再说。',
    ),
  'ticket.thanks-unsatisfied': (p, s) =>
    lines(
      `${s.name(p.name)}您好，谢谢您直说。#${p.number} 办结了，您不满意也记下了。`,
      p.points > 0 ? `给您加${p.points}分。` : null,
      '哪里没办好，回“人工”，社区的人会找您。',
    ),
  'ticket.closed-by-other': (p, s) =>
    lines(
      `${s.name(p.name)}您好，#${p.number} 有位邻居说解决了，先办结。`,
      p.points > 0 ? `给您加${p.points}分，谢谢您帮邻里留心。` : null,
      `您那边没解决，回“还没好 #${p.number}”；好了，回“好了 #${p.number}”。`,
    ),
  'ticket.remarked': (p, s) =>
    lines(
      head(p, s),
      `报的人说解决了${p.satisfied ? '' : '，但不满意'}：“${s.words(p.words)}”`,
      p.satisfied ? '记下了，您不用再办。' : `想再补办一下，可以回“留言 #${p.number}”说一声。`,
    ),
  'ticket.revisit': (p, s) =>
    lines(
      `${s.name(p.name)}您好，${s.moment(p.closedAt)}办结的“${
        p.summary.length === 0 ? `${s.category(p.category)}，${s.place(p.place)}` : s.words(p.summary)
      }”，现在还好吗？`,
      '还好回 1；又不好了回 2，马上请人再办。',
    ),
  'ticket.still-fine': (p, s) =>
    lines(`${s.name(p.name)}您好，谢谢您，记下了。`, `以后又不好了，随时回“还没好 #${p.number}”。`),
  'ticket.reopened-thanks': (p, s) =>
    lines(
      head(p, s),
      `谢谢您告诉我们，已请人重新办${p.due === null ? '。' : `，最晚${s.moment(p.due)}答复。`}`,
      howToAsk(p.number),
    ),
  'ticket.reopened-often': (p, s) =>
    lines(
      head(p, s),
      `报的人第${p.times}次说没解决。${p.owner === null ? '' : `现在由${s.name(p.owner)}重新办${p.due === null ? '' : `，最晚${s.moment(p.due)}`}。`}`,
      '一再没办好的事要往上报一级，所以请您看一看。',
      `您来办回“接 #${p.number}”，换人办回“转 #${p.number} 给 姓名”。`,
    ),
  'ticket.not-seen-yet': (p, s) =>
    lines(
      head(p, s),
      `不急，${s.moment(p.nextAt)}再问您。`,
      `去看过了，随时回“好了 #${p.number}”或“还没好 #${p.number}”。`,
    ),
} satisfies Partial<Catalogue>;
