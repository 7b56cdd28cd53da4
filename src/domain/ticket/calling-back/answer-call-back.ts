import { addHours } from 'date-fns';
import type { Person } from '../../community/community';
import { hasRole } from '../../community/may';
import { decided, refused, type Decision, type Result } from '../../decision';
import type { PersonId, WordsId } from '../../ids';
import { isOwnResult } from '../in-person/told';
import type { TicketRefusal } from '../refusal';
import { answerTo, askableMoment, reportersOf } from '../telling/tell';
import { headOf } from '../telling/ticket-card';
import type { Ticket } from '../ticket';
import type { TicketContext } from '../ticket-context';
import type { TicketEvent } from '../ticket-event';
import { leaderRoles } from '../working/handler-roles';
import { closeSolved, countSolved, thankAgain } from './close-solved';
import { reopenTicket } from './reopen-ticket';

export type CallBackAnswer = 'solved-satisfied' | 'solved-unsatisfied' | 'not-solved' | 'not-seen-yet';

type Answered = Result<Decision<TicketEvent>, TicketRefusal>;

export interface AnswerCallBack {
  readonly by: Person;
  readonly answer: CallBackAnswer;
  /** The cycle whose question was answered, when a question of ours was; null: it was said by itself. */
  readonly cycle?: number;
  /** What the reporter said beside the answer. */
  readonly words?: WordsId | null;
  /** One of several answers at once. */
  readonly quiet?: boolean;
}

/** Whose answer it is: a reporter's own, or one that was taken down on the telephone or by whoever told the result. */
const answererOf = (ticket: Ticket, by: Person): { readonly for: PersonId | null } | null => {
  if (reportersOf(ticket).includes(by.id)) return { for: null };
  const onPhone = ticket.callBack?.phoneTask && hasRole(by, leaderRoles);
  return onPhone || ticket.told?.by === by.id ? { for: reportersOf(ticket)[0] ?? null } : null;
};

/** Whether this person, asked by chat or on the telephone, said "solved" before, and was satisfied; null: not asked. */
const saidBefore = ({ answers, closedFor, satisfied }: Ticket, person: PersonId): boolean | null => {
  if (closedFor !== 'called-back') return null;
  // Before each answer was kept, the only one stood in the ticket.
  if (answers.length === 0) return satisfied;
  return answers.find((own) => own.person === person)?.satisfied ?? null;
};

/** While it is asked, and afterwards: "not solved" always, any outcome from whom nobody had heard. */
const takesAnswer = (ticket: Ticket, answer: CallBackAnswer, before: boolean | null): boolean => {
  if (ticket.phase === 'resolved') return ticket.callBack !== null;
  if (ticket.phase !== 'archived') return false;
  if (ticket.closedFor === 'no-answer') return answer !== 'not-seen-yet';
  if (ticket.closedFor !== 'called-back' || ticket.solved !== true) return false;
  return answer === 'not-solved' || (answer !== 'not-seen-yet' && before === null);
};

/** One press answers both: whether it is solved, and whether the person is satisfied. */
export const answerCallBack = (
  ticket: Ticket,
  { by, answer, cycle = ticket.cycle, words = null, quiet = false }: AnswerCallBack,
  context: TicketContext,
): Answered => {
  const answerer = answererOf(ticket, by);
  if (!answerer) return refused({ kind: 'not-found' });
  // Nobody answers for somebody else how one's own work came out.
  const forOther = ticket.told?.by === by.id || ticket.onBehalf !== null;
  if (forOther && isOwnResult(ticket, by.id)) return refused({ kind: 'own-work', verb: '告知' });
  if (cycle !== ticket.cycle) return refused({ kind: 'not-asked' });
  const before = saidBefore(ticket, answerer.for ?? by.id);
  const solved = { by, for: answerer.for, satisfied: answer === 'solved-satisfied', words, quiet };
  if (before !== null && answer === (before ? 'solved-satisfied' : 'solved-unsatisfied'))
    return thankAgain(ticket, solved, context);
  if (!takesAnswer(ticket, answer, before)) return refused({ kind: 'not-asked' });
  if (answer === 'not-solved') return reopenTicket(ticket, { by: by.id, for: answerer.for, words }, context);
  if (answer === 'not-seen-yet') return notSeenYet(ticket, by, context);
  return ticket.closedFor === 'called-back'
    ? countSolved(ticket, solved, context)
    : closeSolved(ticket, solved, context);
};

const notSeenYet = (ticket: Ticket, by: Person, context: TicketContext): Answered => {
  const { community, now } = context;
  const later = addHours(now, community.policy.notSeenYetHours).toISOString();
  const nextAt = askableMoment(later, ticket.reporters[0]?.role ?? 'resident', community);
  return decided({
    events: [{ kind: 'not-seen-yet', at: now, by: by.id, nextAt }],
    says: answerTo(by.id, 'not-seen-yet', now, {
      wording: 'ticket.not-seen-yet',
      params: { ...headOf(ticket), nextAt },
    }),
  });
};
