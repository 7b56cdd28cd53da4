import type { PapersKey, PapersParams, PapersRefusal } from '../papers-params';
import type { Catalogue, Speaker } from '../params';
import { head, howToAsk, lines } from './phrases';

const numbered = (papers: readonly string[]): string =>
  papers.map((paper, index) => `${index + 1}. ${paper}`).join('\n');

const howToBring = (bringTo: string | null): string =>
  `拍照发给我就行，只给办事的人看；拍不了的，带到${bringTo ?? '社区服务大厅'}。`;

/** What is missing, as whoever has to bring it reads it. */
const missingLine = ({ listed, words }: PapersParams['ticket.papers-missing-noted'], s: Speaker): string =>
  listed.length > 0 ? `还差清单上的：${listed.join('、')}。` : `还要补：“${s.words(words)}”。`;

/** Papers of an application: what residents and handlers hear. */
export const ticketPapers = {
  'ticket.papers': (p, s) =>
    lines(
      head(p, s),
      `收到，谢谢您。办这件事要${p.papers.length}样材料，一次说全：`,
      numbered(p.papers),
      howToBring(p.bringTo),
      `材料齐了才开始算时间，办好的日子会告诉您；${s.moment(p.until)}前没送来，这件事先关掉。`,
      `送材料，回“补充 #${p.number}”加照片；哪样没有、不清楚，回“人工”。`,
    ),
  'ticket.papers-remind': (p, s) =>
    lines(
      `${head(p, s)}，还在等您的材料。`,
      numbered(p.papers),
      p.words.length === 0 ? null : `后来说的：“${s.words(p.words)}”。`,
      howToBring(p.bringTo),
      `${s.moment(p.until)}前没送来，这件事先关掉，以后可以再报。`,
      `送材料，回“补充 #${p.number}”加照片；不办了，回“撤回 #${p.number}”。`,
    ),
  'ticket.papers-brought': (p, s) =>
    p.complete
      ? lines(head(p, s), '材料已经齐了，正在办。', howToAsk(p.number))
      : lines(
          head(p, s),
          '材料收到了，只给办事的人看。看过齐不齐，会告诉您。',
          `还有没送的，回“补充 #${p.number}”加照片。`,
        ),
  'ticket.papers-look': (p, s) =>
    lines(
      `${p.again ? '还没看：' : ''}${head(p, s)}`,
      `报的人送来了材料${p.photos > 0 ? `（${p.photos}张照片）` : ''}${p.words.length > 0 ? `：“${s.words(p.words)}”` : '。'}`,
      `清单：${p.papers.join('、')}。请在${s.moment(p.due)}前看一看。`,
      `齐了回“齐了 #${p.number}”；不齐回“还缺 #${p.number} 哪一样”。`,
    ),
  'ticket.papers-complete': (p, s) =>
    p.yours
      ? lines(
          head(p, s),
          `材料齐了，从现在开始算时间，请在${s.moment(p.due)}前办好。`,
          `办好回“办结 #${p.number}”加一句话。`,
        )
      : lines(head(p, s), `材料齐了，谢谢您。从现在开始办，最晚${s.moment(p.due)}答复。`, howToAsk(p.number)),
  'ticket.papers-missing': (p, s) =>
    lines(
      head(p, s),
      missingLine(p, s),
      p.listed.length > 0 ? null : '第一次没有说全，对不起。',
      howToBring(p.bringTo),
      `${s.moment(p.until)}前送来就行，回“补充 #${p.number}”加照片；不清楚的，回“人工”。`,
    ),
  'ticket.papers-missing-noted': (p, s) =>
    lines(
      head(p, s),
      p.listed.length > 0
        ? `已经告诉报的人，还差清单上的：${p.listed.join('、')}。`
        : `已经告诉报的人。清单以外补要材料，这件事是第${p.times}次，原因记下了。`,
      '送来了会告诉您，现在不用做什么。',
    ),
  'ticket.papers-lapsed': (p, s) =>
    p.yours
      ? lines(head(p, s), '材料一直没送来，按“材料不齐”关掉了，不用再办。')
      : lines(
          head(p, s),
          '材料一直没送来，这件事先关掉了，原因记作“材料不齐”。',
          '还想办，随时再说一声，我们重新开始。',
        ),
} satisfies Pick<Catalogue, PapersKey>;

export const papersRefusals = {
  'refused.no-papers': (p, s) =>
    lines(head(p, s), `这件事不要材料，没有“${p.verb}”，什么都没有改。`, `想看经过，回“查 #${p.number}”。`),
  'refused.papers': (p, s) =>
    lines(
      head(p, s),
      `材料还没齐（${p.papers.join('、')}），不能“办结”，什么都没有改。`,
      `齐了先回“齐了 #${p.number}”；办不了，回“退 #${p.number} 因为 …”。`,
    ),
} satisfies Pick<Catalogue, PapersRefusal>;
