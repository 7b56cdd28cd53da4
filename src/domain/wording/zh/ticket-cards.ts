import { labels } from '../labels';
import type { Catalogue, Speaker, WordingParams } from '../params';
import { head, howToFinish, howToTake, lines, said } from './phrases';
import { takesMore } from '../takes-more';

type Card = WordingParams['ticket.card'];
type HandlerCard = WordingParams['ticket.handler'];

const progress = ({ state, desk, due, into }: Card, speaker: Speaker): string => {
  const who = speaker.area(desk);
  const answer = due === null ? '。' : `，最晚${speaker.moment(due)}答复。`;
  switch (state) {
    case 'reported':
    case 'dispatched':
      return `收到，谢谢您。已请${who}处理${answer}`;
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

const invitation = ({ number, state, reporters }: Card): string | null =>
  takesMore(state) ? `${reporters > 1 ? `已有${reporters}人说了。` : ''}您也遇到了，就回“我也是 #${number}”。` : null;

const dueLine = ({ claimDue, resolveDue }: HandlerCard, speaker: Speaker): string | null => {
  if (claimDue !== null && resolveDue !== null)
    return `请在${speaker.moment(claimDue)}前接下，${speaker.moment(resolveDue)}前办好。`;
  if (claimDue !== null) return `请在${speaker.moment(claimDue)}前接下。`;
  return resolveDue === null ? null : `请在${speaker.moment(resolveDue)}前办好。`;
};

const handlerRest = (card: HandlerCard, speaker: Speaker): readonly (string | null)[] => {
  const owner = card.owner === null ? null : speaker.name(card.owner);
  const due = card.resolveDue === null ? '' : `请在${speaker.moment(card.resolveDue)}前办好。`;
  switch (card.state) {
    case 'reported':
    case 'dispatched':
      return [dueLine(card, speaker), howToTake(card.number)];
    case 'claimed':
      return card.yours
        ? [`您接下了。${due}`, howToFinish(card.number)]
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
  'ticket.card': (card, speaker) =>
    lines(`${head(card, speaker)}｜${labels.zh.states[card.state]}`, progress(card, speaker), invitation(card)),
  'ticket.handler': (card, speaker) =>
    lines(head(card, speaker), said(speaker.role(card.role), card.words, speaker), ...handlerRest(card, speaker)),
} satisfies Partial<Catalogue>;
