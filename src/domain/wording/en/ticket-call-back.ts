import type { Catalogue, Speaker, WordingParams } from '../params';
import { head, howToAsk, lines } from './phrases';

const summary = (p: WordingParams['ticket.call-back'], speaker: Speaker): string =>
  p.summary.length === 0 ? `${speaker.category(p.category)}, ${speaker.place(p.place)}` : speaker.words(p.summary);

/** Text 5 and what follows from the answer. */
export const ticketCallBack = {
  'ticket.call-back': (p, s) =>
    lines(
      `Hello ${s.name(p.name)}, ${p.again ? 'we ask again: ' : ''}you said "${summary(p, s)}", and ${s.area(p.desk)} says that it is done${
        p.photos ? '; the photo is above' : ''
      }.`,
      'Solved, satisfied: reply 1; solved, but not satisfied: reply 2; not solved: reply 3; not seen yet: reply 4.',
    ),
  'ticket.call-backs': (p, s) =>
    lines(
      `Hello ${s.name(p.name)}, these ${p.items.length} matters that you reported are said to be done:`,
      ...p.items.map((item) => `${head(item, s)}${item.summary.length === 0 ? '' : `: "${s.words(item.summary)}"`}`),
      'All solved, satisfied: reply 1; not all of them: reply 2 and we ask one by one. Or reply "还没好" and the number of one that is not solved.',
    ),
  'ticket.call-backs-thanks': (p, s) =>
    lines(
      `Thank you, ${s.name(p.name)}. Closed: ${p.numbers.map((number) => `#${number}`).join(', ')}.`,
      'To see your points, reply "积分".',
    ),
  'ticket.no-answer': (p, s) =>
    lines(
      head(p, s),
      `Hello ${s.name(p.name)}, we asked several times without an answer and have closed it as unanswered for now.`,
      `Not solved? Reply "还没好 #${p.number}" at any time; if it is, reply "好了 #${p.number}".`,
    ),
  'ticket.thanks': (p, s) =>
    lines(
      `Hello ${s.name(p.name)}, thank you. #${p.number} is closed.`,
      p.points > 0 ? `You get ${p.points} points for looking out for the neighbourhood.` : null,
      p.points > 0 ? 'To see all your points, reply "积分".' : 'If something comes up, just say so.',
    ),
  'ticket.thanks-unsatisfied': (p, s) =>
    lines(
      `Hello ${s.name(p.name)}, thank you for saying so. #${p.number} is closed, and it is noted that you are not satisfied.`,
      p.points > 0 ? `You get ${p.points} points.` : null,
      'To say what was not right, reply "人工" and somebody of the community will find you.',
    ),
  'ticket.closed-by-other': (p, s) =>
    lines(
      `Hello ${s.name(p.name)}, a neighbour says that #${p.number} is solved, so it is closed for now.`,
      p.points > 0 ? `${p.points} points for you: thank you for looking out.` : null,
      `Not solved where you are? Reply "还没好 #${p.number}"; all well: "好了 #${p.number}".`,
    ),
  'ticket.remarked': (p, s) =>
    lines(
      head(p, s),
      `Whoever reported it says that it is solved${p.satisfied ? '' : ', but is not satisfied'}: "${s.words(p.words)}"`,
      p.satisfied
        ? 'It is noted; there is nothing left to do.'
        : `If you do some more about it, say so with "留言 #${p.number}".`,
    ),
  'ticket.revisit': (p, s) =>
    lines(
      `Hello ${s.name(p.name)}, "${
        p.summary.length === 0 ? `${s.category(p.category)}, ${s.place(p.place)}` : s.words(p.summary)
      }" was closed ${s.moment(p.closedAt)}. Is it still fine?`,
      'Still fine: reply 1; back again: reply 2, and somebody comes again.',
    ),
  'ticket.still-fine': (p, s) =>
    lines(`Thank you, ${s.name(p.name)}, it is noted.`, `Should it come back, reply "还没好 #${p.number}".`),
  'ticket.reopened-thanks': (p, s) =>
    lines(
      head(p, s),
      `Thank you for telling us. It is being done again${p.due === null ? '.' : `, with an answer by ${s.moment(p.due)}.`}`,
      howToAsk(p.number),
    ),
  'ticket.reopened-often': (p, s) =>
    lines(
      head(p, s),
      `The reporter says for the ${p.times}th time that it is not solved.${p.owner === null ? '' : ` ${s.name(p.owner)} does it again${p.due === null ? '' : `, by ${s.moment(p.due)}`}.`}`,
      'What is not put right time and again goes up a level; that is why you hear of it.',
      `To take it, reply "接 #${p.number}"; to give it to somebody else, "转 #${p.number} 给" and the name.`,
    ),
  'ticket.not-seen-yet': (p, s) =>
    lines(
      head(p, s),
      `No hurry. We will ask again ${s.moment(p.nextAt)}.`,
      `Once you have seen it, reply "好了 #${p.number}" or "还没好 #${p.number}".`,
    ),
} satisfies Partial<Catalogue>;
