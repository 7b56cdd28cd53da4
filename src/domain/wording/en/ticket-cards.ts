import { labels } from '../labels';
import type { Catalogue, Speaker, WordingParams } from '../params';
import { capital, head, howToFinish, howToTake, lines, said } from './phrases';
import { namesOf } from './ticket-papers';
import { jointDesks, jointLines } from './ticket-joint';
import { takesMore } from '../takes-more';

type Card = WordingParams['ticket.card'];
type HandlerCard = WordingParams['ticket.handler'];

const progress = ({ nature, state, desk, due, into }: Card, speaker: Speaker): string => {
  const who = speaker.area(desk);
  const answer = due === null ? '.' : `, with an answer by ${speaker.moment(due)}.`;
  switch (state) {
    case 'reported':
    case 'dispatched':
      return nature === 'suggestion'
        ? `Received, thank you for the suggestion. ${who} will look into it${answer}`
        : `Received, thank you. ${who} will see to it${answer}`;
    case 'claimed':
      return `${who} has taken it and is working on it${answer}`;
    case 'waiting':
      return `${who} is waiting for what the work needs and will go on then${answer}`;
    case 'under-review':
      return `${who} says that it is done. It is being reviewed.`;
    case 'resolved':
      return `${who} says that it is done. We are asking whoever reported it.`;
    case 'called-back':
    case 'archived':
      return 'Done. Thank you, everyone.';
    case 'considered':
      return `${who} has taken it up; how to do it is being talked about.`;
    case 'planned':
      return due === null ? 'It is planned.' : `It is planned, by ${speaker.moment(due)} at the latest.`;
    case 'done':
      return 'It is there. Thanks to whoever suggested it.';
    case 'declined':
      return 'It was not taken up this time. Whoever suggested it knows why.';
    case 'withdrawn':
      return 'Whoever reported it has withdrawn it.';
    case 'refused':
      return 'This cannot be done. Whoever reported it knows why.';
    case 'not-ours':
      return 'This is not for the community. Whoever reported it knows.';
    case 'merged':
      return `It is the same as #${into ?? ''} and is handled there.\nIf you have it too, reply "我也是 #${into ?? ''}".`;
  }
};

const invitation = ({ nature, number, state, reporters }: Card): string | null => {
  if (!takesMore(state)) return null;
  return nature === 'suggestion'
    ? `${reporters > 1 ? `Agreed with: ${reporters - 1}. ` : ''}If you agree, reply "我也是 #${number}".`
    : `${reporters > 1 ? `${reporters} people have said so. ` : ''}If you have it too, reply "我也是 #${number}".`;
};

/** What can become of a suggestion, to whoever decides. */
const howToDecide = (number: number): string =>
  `To take it up, reply "采纳 #${number}"; with a date, "计划 #${number} 周五前"; if not, "不采纳 #${number} 因为 …".`;

/** Of an application, while they are missing: what it waits for. */
const papersLine = ({ papers, number }: HandlerCard): string | null =>
  papers === undefined
    ? null
    : `The reporter was told the whole list: ${namesOf(papers)}. The clock starts when all are there: "齐了 #${number}"; if not, "还缺 #${number} WHICH".`;

const dueLine = ({ claimDue, resolveDue }: HandlerCard, speaker: Speaker): string | null => {
  if (claimDue !== null && resolveDue !== null)
    return `Please take it by ${speaker.moment(claimDue)} and finish it by ${speaker.moment(resolveDue)}.`;
  if (claimDue !== null) return `Please take it by ${speaker.moment(claimDue)}.`;
  return resolveDue === null ? null : `Please finish it by ${speaker.moment(resolveDue)}.`;
};

const handlerRest = (card: HandlerCard, speaker: Speaker): readonly (string | null)[] => {
  const undecided = card.state === 'reported' || card.state === 'dispatched' || card.state === 'claimed';
  if (card.nature === 'suggestion' && undecided)
    return [
      card.claimDue === null ? null : `This is a suggestion. Please answer by ${speaker.moment(card.claimDue)}.`,
      howToDecide(card.number),
    ];
  const owner = capital(card.owner === null ? labels.en.somebody : speaker.name(card.owner));
  const due = card.resolveDue === null ? '' : ` Please finish it by ${speaker.moment(card.resolveDue)}.`;
  switch (card.state) {
    case 'reported':
    case 'dispatched':
      return [dueLine(card, speaker), papersLine(card), howToTake(card.number)];
    case 'claimed':
      return card.yours
        ? [`It is yours.${due}`, papersLine(card) ?? howToFinish(card.number)]
        : [`${owner} has taken it.`, 'There is nothing for you to do now. Thank you.'];
    case 'waiting':
      return card.yours
        ? ['It is yours; it is waiting.', `If it can go on earlier, reply "继续 #${card.number}".`]
        : [`${owner} has taken it; it is waiting.`, 'There is nothing for you to do now. Thank you.'];
    case 'under-review':
      return ['It is done, and being reviewed.', 'Then whoever reported it is asked. There is nothing to do now.'];
    case 'resolved':
      return ['It is done, and we are asking whoever reported it.', 'You will hear. There is nothing to do now.'];
    case 'called-back':
    case 'archived':
      return ['It is closed. Thank you.'];
    case 'considered':
      return ['It is taken up.', howToDecide(card.number)];
    case 'planned':
      return [`It is planned.${due}`, howToFinish(card.number)];
    case 'done':
      return ['It is there. Thank you.'];
    case 'declined':
      return ['It was not taken up. Whoever suggested it knows why.'];
    case 'withdrawn':
      return ['Whoever reported it has withdrawn it. There is nothing to do.'];
    case 'refused':
    case 'not-ours':
      return ['It was sent back. There is nothing to do.'];
    case 'merged':
      return [`It is handled with #${card.into ?? ''}.`, `If they are not the same, reply "拆开 #${card.number}".`];
  }
};

export const ticketCards = {
  'ticket.cards': (p, s) =>
    lines(
      'There is a lot going on, so all of it in one message:',
      ...p.items.map((item) => `${head(item, s)} | ${labels.en.states[item.state]}`),
      `Thank you, everyone. If it concerns you too, reply "我也是" and the number, such as "我也是 #${p.items[0]?.number ?? ''}".`,
    ),
  'ticket.card-hidden': (p) => lines(`#${p.number}: this message was taken back.`, 'No need to reply.'),
  'ticket.card': (card, speaker) =>
    lines(
      `${head(card, speaker)} | ${labels.en.states[card.state]}`,
      progress(card, speaker),
      jointDesks(card, speaker),
      invitation(card),
    ),
  'ticket.handler': (card, speaker) =>
    lines(
      head(card, speaker),
      card.green ? 'Green channel: please do this one first.' : null,
      said(speaker.role(card.role), card.words, speaker),
      ...jointLines(card, speaker),
      ...handlerRest(card, speaker),
    ),
} satisfies Partial<Catalogue>;
