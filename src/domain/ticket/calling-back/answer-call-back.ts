import { addHours } from 'date-fns';
import type { Person } from '../../community/community';
import { hasRole } from '../../community/may';
import { decided, refused, type Decision, type Result, type Say } from '../../decision';
import type { PersonId } from '../../ids';
import { awardReporter } from './award-reporter';
import { foldTicket } from '../apply-ticket-event';
import { leaderRoles } from '../working/handler-roles';
import type { TicketRefusal } from '../refusal';
import { editCards, headOf, saidState } from '../telling/ticket-card';
import { answerTo, askableMoment, meTooOf, reportersOf, tell } from '../telling/tell';
import { afterQuietHours } from '../../notices/after-quiet-hours';
import type { Ticket } from '../ticket';
import type { TicketEvent } from '../ticket-event';
import type { TicketContext } from '../ticket-context';
import { reopenTicket } from './reopen-ticket';

export type CallBackAnswer = 'solved-satisfied' | 'solved-unsatisfied' | 'not-solved' | 'not-seen-yet';

type Answered = Result<Decision<TicketEvent>, TicketRefusal>;

export interface AnswerCallBack {
  readonly by: Person;
  readonly answer: CallBackAnswer;
  /** The cycle whose question was answered, when a question of ours was; null: it was said by itself. */
  readonly cycle?: number;
}

/** Whose answer it is: a reporter's own, or one that staff took down on the telephone. */
const answererOf = (ticket: Ticket, by: Person): { readonly for: PersonId | null } | null => {
  if (reportersOf(ticket).includes(by.id)) return { for: null };
  const onPhone = ticket.callBack?.phoneTask && hasRole(by, leaderRoles);
  return onPhone ? { for: reportersOf(ticket)[0] ?? null } : null;
};

/** Whoever just answered hears it at once, the others when they are awake. */
const thank = (
  ticket: Ticket,
  { by, satisfied, points, first }: { by: PersonId; satisfied: boolean; points: number; first: PersonId },
  context: TicketContext,
): readonly Say[] =>
  reportersOf(ticket).flatMap((person) =>
    tell(
      [person],
      `thanks.${ticket.cycle}`,
      {
        wording: satisfied ? 'ticket.thanks' : 'ticket.thanks-unsatisfied',
        params: { ...headOf(ticket), name: person, points: person === first ? points : 0 },
      },
      person === by
        ? { urgency: 'prompt' }
        : { urgency: 'ordinary', ...afterQuietHours(context.now, context.community) },
    ),
  );

const closedNotice = (closed: Ticket) =>
  ({ wording: 'ticket.closed-notice', params: { ...headOf(closed), state: saidState(closed) } }) as const;

const close = (
  ticket: Ticket,
  by: Person,
  forPerson: PersonId | null,
  satisfied: boolean,
  context: TicketContext,
): Answered => {
  const first = reportersOf(ticket)[0] ?? by.id;
  const given = awardReporter(ticket, first, context);
  const events: TicketEvent[] = [
    { kind: 'call-back-answered', at: context.now, by: by.id, for: forPerson, solved: true, satisfied },
    ...(given.points > 0 ? [{ kind: 'awarded', at: context.now, to: first, points: given.points } as const] : []),
    { kind: 'archived', at: context.now, reason: 'called-back' },
  ];
  const closed = foldTicket(ticket, events) ?? ticket;
  return decided({
    events,
    says: [
      ...thank(closed, { by: by.id, satisfied, points: given.points, first }, context),
      ...(forPerson ? answerTo(by.id, 'closed', context.now, closedNotice(closed)) : []),
      ...tell(
        meTooOf(closed),
        `closed.${closed.cycle}`,
        closedNotice(closed),
        afterQuietHours(context.now, context.community),
      ),
      ...editCards(closed, `closed.${closed.cycle}`),
    ],
    postings: given.postings,
    guards: given.guards,
  });
};

const isSameAnswer = ({ satisfied }: Ticket, answer: CallBackAnswer): boolean =>
  answer === (satisfied ? 'solved-satisfied' : 'solved-unsatisfied');

/** A second press of the same button: nothing changes, and nobody is left puzzled. */
const thankAgain = (ticket: Ticket, by: Person, { now }: TicketContext): Answered =>
  decided({
    says: answerTo(by.id, 'thanks-again', now, {
      wording: ticket.satisfied ? 'ticket.thanks' : 'ticket.thanks-unsatisfied',
      params: { ...headOf(ticket), name: by.id, points: 0 },
    }),
  });

/** While it is asked, and afterwards: "not solved" always, any outcome when nobody had answered. */
const takesAnswer = (ticket: Ticket, answer: CallBackAnswer): boolean => {
  if (ticket.phase === 'resolved') return ticket.callBack !== null;
  if (ticket.phase !== 'archived') return false;
  if (ticket.closedFor === 'no-answer') return answer !== 'not-seen-yet';
  return ticket.solved === true && answer === 'not-solved';
};

/** One press answers both: whether it is solved, and whether the person is satisfied. */
export const answerCallBack = (
  ticket: Ticket,
  { by, answer, cycle = ticket.cycle }: AnswerCallBack,
  context: TicketContext,
): Answered => {
  const answerer = answererOf(ticket, by);
  if (!answerer) return refused({ kind: 'not-found' });
  if (cycle !== ticket.cycle) return refused({ kind: 'not-asked' });
  if (ticket.closedFor === 'called-back' && isSameAnswer(ticket, answer)) return thankAgain(ticket, by, context);
  if (!takesAnswer(ticket, answer)) return refused({ kind: 'not-asked' });
  switch (answer) {
    case 'solved-satisfied':
      return close(ticket, by, answerer.for, true, context);
    case 'solved-unsatisfied':
      return close(ticket, by, answerer.for, false, context);
    case 'not-solved':
      return reopenTicket(ticket, { by: by.id, for: answerer.for }, context);
    case 'not-seen-yet':
      return notSeenYet(ticket, by, context);
  }
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
