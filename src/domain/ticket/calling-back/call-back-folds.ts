import type { Folds } from '../folds';
import type { Ticket } from '../ticket';
import type { EventOf } from '../ticket-event';
import type { Moment } from '../../ids';

/** A new cycle: the same owner, fresh clocks. */
const reopen = (ticket: Ticket, at: Moment): Ticket => ({
  ...ticket,
  phase: ticket.claimedBy ? 'claimed' : 'dispatched',
  cycle: ticket.cycle + 1,
  reopenings: ticket.reopenings + 1,
  dispatchedAt: at,
  claimedAt: ticket.claimedBy ? at : null,
  resolvedAt: null,
  closedAt: null,
  closedFor: null,
  waiting: null,
  pauses: [],
  callBack: null,
  solved: null,
  satisfied: null,
  notices: [],
  resolution: null,
  way: null,
  resolvedBy: null,
  settledAt: null,
  moves: [],
  ruledFor: null,
  assignedBy: null,
  review: null,
  sentBack: 0,
  resolveFrom: null,
  supervision: null,
  photoCheck: null,
});

const answer = (ticket: Ticket, event: EventOf<'call-back-answered'>): Ticket => ({
  ...ticket,
  phase: event.solved ? 'called-back' : ticket.phase,
  solved: event.solved,
  satisfied: event.satisfied,
  callBack: ticket.callBack && { ...ticket.callBack, nextAt: null },
});

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
  awarded: (ticket) => ({ ...ticket, awarded: true }),
  archived: (ticket, event) => ({ ...ticket, phase: 'archived', closedAt: event.at, closedFor: event.reason }),
};
