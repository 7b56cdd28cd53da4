import type { Folds } from '../folds';
import { freshCycle } from '../fresh-cycle';
import type { Ticket } from '../ticket';
import type { EventOf } from '../ticket-event';
import type { Moment } from '../../ids';
import { isHeardByNobody } from './is-rung-up';

/** A new cycle: the same owner, fresh clocks. */
const reopen = (ticket: Ticket, at: Moment): Ticket => ({
  ...ticket,
  ...freshCycle,
  phase: ticket.claimedBy ? 'claimed' : 'dispatched',
  cycle: ticket.cycle + 1,
  reopenings: ticket.reopenings + 1,
  dispatchedAt: at,
  claimedAt: ticket.claimedBy ? at : null,
});

/** Solved as soon as one says so; satisfied only when all who answered are. */
const answer = (ticket: Ticket, event: EventOf<'call-back-answered'>): Ticket => {
  const { solved, satisfied } = event;
  const own = { person: event.for ?? event.by, satisfied: satisfied === true };
  const answers = solved ? [...ticket.answers.filter(({ person }) => person !== own.person), own] : ticket.answers;
  return {
    ...ticket,
    phase: solved && ticket.phase === 'resolved' ? 'called-back' : ticket.phase,
    solved,
    satisfied: solved ? answers.every((each) => each.satisfied) : satisfied,
    answers,
    callBack: ticket.callBack && { ...ticket.callBack, nextAt: null },
  };
};

/** When nobody is left whom the question reaches, staff ring up at once. */
const missReporter = (ticket: Ticket, { person, at }: EventOf<'call-back-unheard'>): Ticket => {
  const missed = { ...ticket, unheard: [...ticket.unheard, person] };
  return isHeardByNobody(missed) && ticket.callBack && !ticket.callBack.phoneTask
    ? { ...missed, callBack: { ...ticket.callBack, nextAt: at } }
    : missed;
};

const askCallBack = (ticket: Ticket, event: EventOf<'call-back-asked'>): Ticket => ({
  ...ticket,
  callBack: {
    firstAskedAt: ticket.callBack?.firstAskedAt ?? event.at,
    asks: event.ask,
    nextAt: event.nextAt,
    phoneTask: false,
  },
});

export const callBackFolds: Folds<
  | 'call-back-asked'
  | 'phone-task-given'
  | 'call-back-answered'
  | 'not-seen-yet'
  | 'reopened'
  | 'reopened-often'
  | 'call-back-unheard'
  | 'revisit-asked'
  | 'still-fine'
  | 'awarded'
  | 'archived'
> = {
  'call-back-asked': (ticket, event) => askCallBack(ticket, event),
  'phone-task-given': (ticket) => ({
    ...ticket,
    callBack: ticket.callBack && { ...ticket.callBack, nextAt: null, phoneTask: true },
  }),
  'call-back-answered': (ticket, event) => answer(ticket, event),
  'not-seen-yet': (ticket, event) => ({
    ...ticket,
    callBack: ticket.callBack && { ...ticket.callBack, nextAt: event.nextAt, phoneTask: false },
  }),
  reopened: (ticket, event) => reopen(ticket, event.at),
  // As if it had been raised: whoever was asked may take it.
  'reopened-often': (ticket, { at }) => ({ ...ticket, notices: [...ticket.notices, { step: 'raised', at }] }),
  'call-back-unheard': (ticket, event) => missReporter(ticket, event),
  'revisit-asked': (ticket, { at }) => ({ ...ticket, revisit: { askedAt: at, fine: null } }),
  'still-fine': (ticket) => ({ ...ticket, revisit: ticket.revisit && { ...ticket.revisit, fine: true } }),
  awarded: (ticket) => ({ ...ticket, awarded: true }),
  archived: (ticket, event) => ({ ...ticket, phase: 'archived', closedAt: event.at, closedFor: event.reason }),
};
