import { labels } from '../labels';
import type { Catalogue, Speaker, WordingParams } from '../params';
import { head, howToAsk, howToFinish, howToTake, lines, said } from './phrases';

type Breach = WordingParams['ticket.breach'];

const askedLine = ({ asked }: Breach, speaker: Speaker): string =>
  asked.length === 0
    ? 'Nobody has taken it yet.'
    : `${asked.map((person) => speaker.name(person)).join(', ')} had a reminder.`;

const nextLine = ({ nextDue, nextLevel }: Breach, speaker: Speaker): string =>
  nextDue === null || nextLevel === null
    ? 'There is nobody above you: it rests with you.'
    : `If nothing is arranged by ${speaker.moment(nextDue)}, ${labels.en.levels[nextLevel]} will be told.`;

const whatToDo = ({ stage, number, category }: Breach): string =>
  stage === 'review'
    ? `Please look at it: reply "通过 #${number}", or "驳回 #${number} 因为 …".`
    : stage === 'dispatch' && category !== null
      ? `Please reply "派 #${number} 给 NAME".`
      : stage === 'dispatch'
        ? `Please choose a category for it, or reply "退 #${number}".`
        : `Please reply "接 #${number}", or "转 #${number} 给 NAME".`;

const times = (count: number): string => (count === 1 ? 'for the first time' : `${count} times by now`);

/** What those who do the work hear: texts 2 to 4 and what follows from their answers. */
export const ticketWork = {
  'ticket.claimed': (p, s) =>
    lines(
      head(p, s),
      `This rests with you now, thank you.${p.resolveDue === null ? '' : ` Please finish it by ${s.moment(p.resolveDue)}.`}`,
      howToFinish(p.number),
    ),
  'ticket.already-claimed': (p, s) =>
    lines(
      head(p, s),
      `${s.name(p.owner)} was first, at ${s.time(p.at)}.`,
      'There is nothing for you to do. Thank you.',
    ),
  'ticket.ask-category': (p, s) =>
    lines(
      head(p, s),
      said('the reporter', p.words, s),
      `Which kind of matter is it? Please choose by ${s.moment(p.due)}, so that somebody can be sent.`,
      `${p.options.map((option, index) => `${s.category(option)}: reply ${index + 1}`).join('; ')}.`,
    ),
  'ticket.categorised': (p, s) =>
    lines(head(p, s), 'The category is chosen, thank you.', 'Somebody is being asked; there is nothing more to do.'),
  'ticket.arrange': (p, s) =>
    lines(
      `${p.again ? 'Not sent on yet: ' : ''}${head(p, s)}`,
      `${
        p.why === 'approval'
          ? said('the reporter', p.words, s)
          : `${p.by === null ? 'Its handler' : s.name(p.by)} gave it back: "${s.words(p.words)}"${p.why === 'ruling' ? ' It went to and fro too often, so you rule.' : ''}`
      } Please say who handles it by ${s.moment(p.due)}.`,
      `${p.offered.map((person, index) => `${s.name(person)}: reply ${index + 1}; `).join('')}somebody else: "${p.why === 'ruling' ? '裁定' : '派'} #${p.number} 给 NAME".`,
    ),
  'ticket.assigned': (p, s) =>
    lines(head(p, s), `Sent to ${p.to.map((person) => s.name(person)).join(', ')}, thank you.`, howToAsk(p.number)),
  'ticket.given-to-desk': (p, s) =>
    lines(
      head(p, s),
      `It is with ${s.area(p.desk)} now (${p.to.map((person) => s.name(person)).join(', ')})${p.due === null ? ', and taken.' : `, to be taken by ${s.moment(p.due)}.`}`,
      `If they send it back, you will be asked. To see how it is going, reply "查 #${p.number}".`,
    ),
  'ticket.objected': (p, s) =>
    lines(
      head(p, s),
      `Given back; ${p.to.map((person) => s.name(person)).join(', ')} will ${p.ruling ? 'rule whose it is' : 'send somebody else'}.`,
      'There is nothing for you to do now; you will hear if it comes to you again.',
    ),
  'ticket.ruled': (p, s) =>
    lines(
      head(p, s),
      `${p.by === null ? 'Nobody ruled in time; by the rule of the pack' : `${s.name(p.by)} ruled:`} it is yours, and is not handed on any more.`,
      howToFinish(p.number),
    ),
  'ticket.remind': (p, s) =>
    lines(
      `${head(p, s)}: ${s.span(p.minutesLeft)} left (${s.moment(p.due)}).`,
      `${p.stage === 'claim' ? 'This waits for you or a colleague to take it' : 'This rests with you now'}. If it is not ${p.stage === 'claim' ? 'taken' : 'done'} by then, ${
        p.next === null ? 'you will be reminded again' : `${labels.en.levels[p.next]} will be asked to help`
      }.`,
      p.stage === 'claim' ? howToTake(p.number) : howToFinish(p.number),
    ),
  'ticket.breach': (p, s) =>
    lines(
      `${head(p, s)}: late by ${s.span(p.minutesLate)}.`,
      `${askedLine(p, s)} You are ${s.role(p.role)}, so please arrange it. ${nextLine(p, s)}`,
      whatToDo(p),
    ),
  'ticket.raised': (p, s) =>
    lines(
      head(p, s),
      `${s.name(p.by)} cannot settle it and asks the level above${p.words.length === 0 ? '.' : `: "${s.words(p.words)}"`}`,
      `If you can do it, reply "接 #${p.number}", or "转 #${p.number} 给 NAME".`,
    ),
  'ticket.raised-to': (p, s) =>
    lines(
      head(p, s),
      `Passed on to ${p.to.map((person) => s.name(person)).join(', ')}; you will hear when somebody takes it over.`,
      howToAsk(p.number),
    ),
  'ticket.added': (p, s) =>
    lines(head(p, s), `Since then: ${said(s.role(p.role), p.words, s)}`, `To see every step, reply "查 #${p.number}".`),
  'ticket.question': (p, s) =>
    lines(
      head(p, s),
      `Whoever handles it asks you: "${s.words(p.words)}"`,
      'Please just answer here; a photo or a location will do, too.',
    ),
  'ticket.question-sent': (p, s) =>
    lines(head(p, s), 'Asked; you will hear what they answer.', `To see every step, reply "查 #${p.number}".`),
  'ticket.noted': (p, s) =>
    lines(head(p, s), 'Your note is kept with this matter.', `To see every step, reply "查 #${p.number}".`),
  'ticket.waiting': (p, s) =>
    lines(
      head(p, s),
      `This is waiting and goes on ${s.moment(p.until)}.`,
      `To see why, and every step, reply "查 #${p.number}".`,
    ),
  'ticket.deadline-moved': (p, s) =>
    lines(
      head(p, s),
      `Working hours or deadlines changed: due by ${s.moment(p.to)} instead of ${s.moment(p.from)}. The reporter was told the earlier moment; earlier is better.`,
      howToFinish(p.number),
    ),
  'ticket.handed-over': (p, s) =>
    lines(head(p, s), `Handed over to ${s.name(p.to)}; the deadline stays.`, howToAsk(p.number)),
  'ticket.resolved': (p, s) =>
    lines(head(p, s), 'Noted as done. Well done.', 'We are asking whoever reported it; you will hear.'),
  'ticket.reopened': (p, s) =>
    lines(
      head(p, s),
      p.words.length > 0 ? `Whoever reported it says: "${s.words(p.words)}"` : null,
      `Whoever reported it says it is not solved. It is opened again, ${times(p.times)}.${
        p.due === null ? '' : ` Please finish it by ${s.moment(p.due)}.`
      }`,
      howToFinish(p.number),
    ),
  'ticket.phone-task': (p, s) =>
    lines(
      head(p, s),
      p.toldBy === undefined
        ? `${p.unheard ? `Our messages do not reach ${s.name(p.name)}` : `We asked ${s.name(p.name)} ${p.asks} times without an answer`}.`
        : `It was done by ${s.name(p.toldBy)}, who also told ${p.who === undefined ? 'the reporter' : `"${s.words(p.who)}"`} the result.`,
      p.who === undefined
        ? 'Please telephone, and note what you hear.'
        : `Please ask "${s.words(p.who)}", at their door where there is no phone, and note what you hear.`,
      'Solved, satisfied: reply 1; solved, but not satisfied: reply 2; not solved: reply 3; not seen yet: reply 4.',
    ),
} satisfies Partial<Catalogue>;
