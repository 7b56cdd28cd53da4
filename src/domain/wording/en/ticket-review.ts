import type { Catalogue, WordingParams } from '../params';
import { head, howToAsk, howToFinish, lines, quoted } from './phrases';

/** Why a result is looked at, as its reviewers hear it. */
const reasons: Readonly<Record<WordingParams['ticket.review']['why'], string>> = {
  category: 'Results of this kind are always reviewed',
  class: 'Long matters are always reviewed',
  reopened: 'This was opened again before',
  raised: 'This was passed up before',
  drawn: 'This one was drawn',
  'sent-back': 'It was sent back before',
};

/** Supervision and review: what reviewers, handlers and supervisors hear. */
export const ticketReview = {
  'ticket.resolved-review': (p, s) =>
    lines(
      head(p, s),
      `Noted as done. Well done. The result is reviewed by ${s.moment(p.due)}.`,
      'Then whoever reported it is asked; you will hear.',
    ),
  'ticket.review': (p, s) =>
    lines(
      `${p.again ? 'Not reviewed yet: ' : 'Please review: '}${head(p, s)}`,
      `${p.owner === null ? 'The handler' : s.name(p.owner)} says it is done: ${quoted(p.words, s)}. ${reasons[p.why]}; please look at it by ${s.moment(p.due)}.`,
      `If it is good, reply "通过 #${p.number}"; if not, "驳回 #${p.number} 因为 …".`,
    ),
  'ticket.passed': (p, s) =>
    lines(head(p, s), 'Passed, thank you.', 'Whoever reported it is being asked; there is nothing more to do.'),
  'ticket.judged': (p, s) =>
    lines(
      head(p, s),
      `${s.name(p.by)} has reviewed it: ${p.result === 'passed' ? 'passed' : 'sent back'}.`,
      'There is nothing for you to do. Thank you.',
    ),
  'ticket.sent-back': (p, s) =>
    p.up
      ? lines(
          head(p, s),
          `${s.name(p.by)} sent it back again: ${quoted(p.words, s)}. The level above arranges it now.`,
          'Please wait until they ask you.',
        )
      : lines(
          head(p, s),
          `${s.name(p.by)} sent the result back: ${quoted(p.words, s)}.${p.due === null ? '' : ` Please do it again by ${s.moment(p.due)}.`}`,
          howToFinish(p.number),
        ),
  'ticket.sent-back-done': (p, s) =>
    lines(
      head(p, s),
      `Sent back; ${p.to.map((person) => s.name(person)).join(', ')} is told, and the clock starts anew.`,
      howToAsk(p.number),
    ),
  'ticket.weak-again': (p, s) =>
    lines(
      head(p, s),
      `The result${p.owner === null ? '' : ` of ${s.name(p.owner)}`} was sent back ${p.times} times; this time ${s.name(p.by)} says: ${quoted(p.words, s)}. That is why you are asked to arrange it.`,
      `To do it yourself, reply "接 #${p.number}"; or "转 #${p.number} 给 NAME 因为 …".`,
    ),
  'ticket.supervised': (p, s) =>
    lines(
      `Supervision: ${head(p, s)}`,
      `${s.name(p.by)} asks: ${quoted(p.words, s)}. Please answer by ${s.moment(p.due)}; otherwise the level above is told.`,
      `To answer, reply "留言 #${p.number} …"; when it is done, "办结 #${p.number}".`,
    ),
  'ticket.supervised-done': (p, s) =>
    lines(
      head(p, s),
      `${p.to.map((person) => s.name(person)).join(', ')} is asked to answer by ${s.moment(p.due)}.`,
      'You will hear the answer; without one it goes up.',
    ),
  'ticket.supervision-answered': (p, s) =>
    lines(head(p, s), `You asked about this; ${s.name(p.by)} answers: ${quoted(p.words, s)}`, howToAsk(p.number)),
  'ticket.supervision-late': (p, s) =>
    lines(
      `No answer to supervision: ${head(p, s)}`,
      `${s.name(p.by)} asked ${p.owner === null ? 'its handlers' : s.name(p.owner)} to answer by ${s.moment(p.due)}; there is no answer yet.`,
      `Please arrange it: reply "接 #${p.number}", or "转 #${p.number} 给 NAME 因为 …".`,
    ),
} satisfies Partial<Catalogue>;
