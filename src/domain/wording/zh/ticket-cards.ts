import { labels } from '../labels';
import type { Catalogue, Speaker, WordingParams } from '../params';
import { head, howToFinish, howToTake, lines, said } from './phrases';
import { jointDesks, jointLines } from './ticket-joint';
import { takesMore } from '../takes-more';

type Card = WordingParams['ticket.card'];
type HandlerCard = WordingParams['ticket.handler'];

const progress = ({ nature, state, desk, due, into }: Card, speaker: Speaker): string => {
  const who = speaker.area(desk);
  const answer = due === null ? '。' : `，最晚${speaker.moment(due)}答复。`;
  switch (state) {
    case 'reported':
    case 'dispatched':
      return nature === 'suggestion'
        ? `收到建议，谢谢您。已请${who}研究${answer}`
        : `收到，谢谢您。已请${who}处理${answer}`;
    case 'claimed':
      return `${who}已接单，正在处理${answer}`;
    case 'waiting':
      return `${who}在等必要的条件，等好了接着办${answer}`;
    case 'under-review':
      return `${who}讲已经办好了，正在审单。`;
    case 'resolved':
      return `${who}讲已经办好了，正在问报的人。`;
    case 'called-back':
    case 'archived':
      return '办好了，谢谢大家。';
    case 'considered':
      return `${who}采纳了，正在商量怎么办。`;
    case 'planned':
      return due === null ? '已经排上了。' : `已经排上了，最晚${speaker.moment(due)}做好。`;
    case 'done':
      return '做好了，谢谢提建议的人。';
    case 'declined':
      return '这次没有采纳，原因已经告诉提的人。';
    case 'withdrawn':
      return '报的人撤回了，不再办。';
    case 'refused':
      return '这件事办不了，原因已经告诉报的人。';
    case 'not-ours':
      return '这件事不归社区管，已经告诉报的人。';
    case 'merged':
      return `和 #${into ?? ''} 是同一件事，一起办。\n您也遇到了，就回“我也是 #${into ?? ''}”。`;
  }
};

const invitation = ({ nature, number, state, reporters }: Card): string | null => {
  if (!takesMore(state)) return null;
  return nature === 'suggestion'
    ? `${reporters > 1 ? `已有${reporters - 1}人附议。` : ''}您也赞成，就回“我也是 #${number}”。`
    : `${reporters > 1 ? `已有${reporters}人说了。` : ''}您也遇到了，就回“我也是 #${number}”。`;
};

/** What can become of a suggestion, to whoever decides. */
const howToDecide = (number: number): string =>
  `采纳回“采纳 #${number}”；定了时间，回“计划 #${number} 周五前”；不采纳，回“不采纳 #${number} 因为 …”。`;

/** Of an application, while they are missing: what it waits for. */
const papersLine = ({ papers, number }: HandlerCard): string | null =>
  papers === undefined
    ? null
    : `要的材料已经一次告诉报的人：${papers.join('、')}。齐了才算时间：齐了回“齐了 #${number}”，不齐回“还缺 #${number} 哪一样”。`;

const dueLine = ({ claimDue, resolveDue }: HandlerCard, speaker: Speaker): string | null => {
  if (claimDue !== null && resolveDue !== null)
    return `请在${speaker.moment(claimDue)}前接下，${speaker.moment(resolveDue)}前办好。`;
  if (claimDue !== null) return `请在${speaker.moment(claimDue)}前接下。`;
  return resolveDue === null ? null : `请在${speaker.moment(resolveDue)}前办好。`;
};

const handlerRest = (card: HandlerCard, speaker: Speaker): readonly (string | null)[] => {
  const undecided = card.state === 'reported' || card.state === 'dispatched' || card.state === 'claimed';
  if (card.nature === 'suggestion' && undecided)
    return [
      card.claimDue === null ? null : `这是一条建议，请在${speaker.moment(card.claimDue)}前答复。`,
      howToDecide(card.number),
    ];
  const owner = card.owner === null ? null : speaker.name(card.owner);
  const due = card.resolveDue === null ? '' : `请在${speaker.moment(card.resolveDue)}前办好。`;
  switch (card.state) {
    case 'reported':
    case 'dispatched':
      return [dueLine(card, speaker), papersLine(card), howToTake(card.number)];
    case 'claimed':
      return card.yours
        ? [`您接下了。${due}`, papersLine(card) ?? howToFinish(card.number)]
        : [`${owner ?? '有人'}接下了。`, '现在您不用管，谢谢。'];
    case 'waiting':
      return card.yours
        ? ['您接下了，现在先等着。', `提前好了，回“继续 #${card.number}”。`]
        : [`${owner ?? '有人'}接下了，现在先等着。`, '现在您不用管，谢谢。'];
    case 'under-review':
      return ['已经办好，正在审单。', '审过了会去问报的人，现在不用做什么。'];
    case 'resolved':
      return ['已经办好，正在问报的人。', '有结果会告诉您，现在不用做什么。'];
    case 'called-back':
    case 'archived':
      return ['办结了，谢谢您。'];
    case 'considered':
      return ['采纳了。', howToDecide(card.number)];
    case 'planned':
      return [`排上了。${due}`, howToFinish(card.number)];
    case 'done':
      return ['做好了，谢谢您。'];
    case 'declined':
      return ['没有采纳，原因已经告诉提的人。'];
    case 'withdrawn':
      return ['报的人撤回了，不用再办。'];
    case 'refused':
    case 'not-ours':
      return [`已经退回，不用再办。`];
    case 'merged':
      return [`并到 #${card.into ?? ''} 了，一起办。`, `不是一件事，回“拆开 #${card.number}”。`];
  }
};

export const ticketCards = {
  'ticket.cards': (p, s) =>
    lines(
      '这会儿事情多，合在一起说：',
      ...p.items.map((item) => `${head(item, s)}｜${labels.zh.states[item.state]}`),
      `都记下了，谢谢大家。您也遇到了，就回“我也是”加号码，比如“我也是 #${p.items[0]?.number ?? ''}”。`,
    ),
  'ticket.card-hidden': (p) => lines(`#${p.number} 这条消息收回了。`, '不用回复。'),
  'ticket.card': (card, speaker) =>
    lines(
      `${head(card, speaker)}｜${labels.zh.states[card.state]}`,
      progress(card, speaker),
      jointDesks(card, speaker),
      invitation(card),
    ),
  'ticket.handler': (card, speaker) =>
    lines(
      head(card, speaker),
      card.green ? '【绿色通道】请先办这一件。' : null,
      said(speaker.role(card.role), card.words, speaker),
      ...jointLines(card, speaker),
      ...handlerRest(card, speaker),
    ),
} satisfies Partial<Catalogue>;
