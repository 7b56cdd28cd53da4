import type { Moment, PersonId } from '../ids';
import type { Ticket } from './ticket';
import type { TicketEvent } from './ticket-event';

const begin = (event: Extract<TicketEvent, { kind: 'reported' }>): Ticket => ({
  id: event.id,
  number: event.number,
  phase: event.doubt ? 'doubted' : 'reported',
  category: event.category,
  options: event.options,
  otherwise: event.doubt?.otherwise ?? null,
  class: event.class,
  place: event.place,
  placeAsked: event.placeAsked,
  reporters: [{ person: event.by, role: event.role, group: event.group, at: event.at, kind: 'reporter' }],
  words: event.words,
  photos: event.photos,
  about: event.about,
  desk: null,
  handlers: [],
  claimedBy: null,
  resolution: null,
  reportedAt: event.at,
  dispatchedAt: null,
  claimedAt: null,
  resolvedAt: null,
  closedAt: null,
  closedFor: null,
  waiting: null,
  pauses: [],
  callBack: null,
  solved: null,
  satisfied: null,
  cycle: 1,
  reopenings: 0,
  notices: [],
  alarm: null,
  cardGroup: event.cardGroup,
  awarded: false,
});

const endPause = (ticket: Ticket, at: Moment): Ticket =>
  ticket.waiting
    ? {
        ...ticket,
        phase: 'claimed',
        waiting: null,
        pauses: [...ticket.pauses, { from: ticket.waiting.since, to: at }],
      }
    : ticket;

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
});

const join = (ticket: Ticket, event: Extract<TicketEvent, { kind: 'joined' }>): Ticket => ({
  ...ticket,
  reporters: ticket.reporters.some((reporter) => reporter.person === event.by)
    ? ticket.reporters.map((reporter) =>
        reporter.person === event.by && event.as === 'reporter' ? { ...reporter, kind: 'reporter' } : reporter,
      )
    : [...ticket.reporters, { person: event.by, role: event.role, group: event.group, at: event.at, kind: event.as }],
  words: [...ticket.words, ...event.words],
  photos: [...ticket.photos, ...event.photos],
});

/** Another dispatch of the same ticket opens a new cycle, with fresh clocks. */
const dispatch = (ticket: Ticket, event: Extract<TicketEvent, { kind: 'dispatched' }>): Ticket => ({
  ...ticket,
  ...(ticket.dispatchedAt === null ? {} : { cycle: ticket.cycle + 1, notices: [] }),
  phase: 'dispatched',
  desk: event.desk,
  handlers: event.handlers,
  claimedBy: null,
  claimedAt: null,
  waiting: null,
  dispatchedAt: event.at,
});

/** The owner is new, the deadline stays. */
const handOver = (ticket: Ticket, event: Extract<TicketEvent, { kind: 'handed-over' }>): Ticket => ({
  ...endPause(ticket, event.at),
  phase: 'claimed',
  handlers: [...new Set([...ticket.handlers, event.to])],
  claimedBy: event.to,
  claimedAt: event.at,
});

/** Whoever was called is told how it ends. */
const callHands = (ticket: Ticket, to: readonly PersonId[]): Ticket => ({
  ...ticket,
  alarm: ticket.alarm && { ...ticket.alarm, alarmed: [...new Set([...ticket.alarm.alarmed, ...to])] },
});

const answer = (ticket: Ticket, event: Extract<TicketEvent, { kind: 'call-back-answered' }>): Ticket => ({
  ...ticket,
  phase: event.solved ? 'called-back' : ticket.phase,
  solved: event.solved,
  satisfied: event.satisfied,
  callBack: ticket.callBack && { ...ticket.callBack, nextAt: null },
});

const alarm = (ticket: Ticket, event: Extract<TicketEvent, { kind: 'alarmed' }>): Ticket => ({
  ...ticket,
  alarm: {
    rounds: event.round,
    lastAt: ticket.alarm && event.round <= ticket.alarm.rounds ? ticket.alarm.lastAt : event.at,
    alarmed: [...new Set([...(ticket.alarm?.alarmed ?? []), ...event.to])],
  },
});

const resolve = (ticket: Ticket, event: Extract<TicketEvent, { kind: 'resolved' }>): Ticket => ({
  ...endPause(ticket, event.at),
  phase: 'resolved',
  claimedBy: ticket.claimedBy ?? event.by,
  claimedAt: ticket.claimedAt ?? event.at,
  resolvedAt: event.at,
  resolution: { words: event.words, photos: event.photos },
});

const askCallBack = (ticket: Ticket, event: Extract<TicketEvent, { kind: 'call-back-asked' }>): Ticket => ({
  ...ticket,
  callBack: {
    firstAskedAt: ticket.callBack?.firstAskedAt ?? event.at,
    asks: event.ask,
    nextAt: event.nextAt,
    phoneTask: false,
  },
});

const note = (ticket: Ticket, at: Moment, steps: readonly string[]): Ticket => ({
  ...ticket,
  notices: [...ticket.notices, ...steps.map((step) => ({ step, at }))],
});

const change = (ticket: Ticket, event: Exclude<TicketEvent, { kind: 'reported' }>): Ticket => {
  switch (event.kind) {
    case 'joined':
      return join(ticket, event);
    case 'supplemented':
      return { ...ticket, words: [...ticket.words, ...event.words], photos: [...ticket.photos, ...event.photos] };
    case 'officers-named':
      return { ...ticket, about: [...new Set([...ticket.about, ...event.about])] };
    case 'categorised':
      return { ...ticket, category: event.category, class: event.class, options: [], cardGroup: event.cardGroup };
    case 'danger-confirmed':
      return { ...ticket, phase: 'reported' };
    case 'danger-denied':
      return { ...ticket, phase: 'reported', category: event.category, class: event.class, cardGroup: event.cardGroup };
    case 'placed':
      return { ...ticket, place: event.place, placeAsked: false };
    case 'dispatched':
      return dispatch(ticket, event);
    case 'claimed':
      return {
        ...ticket,
        phase: 'claimed',
        handlers: [...new Set([...ticket.handlers, event.by])],
        claimedBy: event.by,
        claimedAt: event.at,
      };
    case 'took-charge':
      return { ...ticket, phase: 'claimed', claimedBy: event.by, claimedAt: event.at };
    case 'handed-over':
      return handOver(ticket, event);
    case 'waiting-began':
      return { ...ticket, phase: 'waiting', waiting: { since: event.at, until: event.until } };
    case 'waiting-ended':
      return endPause(ticket, event.at);
    case 'resolved':
      return resolve(ticket, event);
    case 'reopened':
      return reopen(ticket, event.at);
    case 'call-back-asked':
      return askCallBack(ticket, event);
    case 'call-back-answered':
      return answer(ticket, event);
    case 'phone-task-given':
      return { ...ticket, callBack: ticket.callBack && { ...ticket.callBack, nextAt: null, phoneTask: true } };
    case 'not-seen-yet':
      return {
        ...ticket,
        callBack: ticket.callBack && { ...ticket.callBack, nextAt: event.nextAt, phoneTask: false },
      };
    case 'alarmed':
      return alarm(ticket, event);
    case 'notified':
      return note(ticket, event.at, [event.step]);
    case 'skipped':
      return note(ticket, event.at, event.steps);
    case 'awarded':
      return { ...ticket, awarded: true };
    case 'withdrawn':
      return { ...ticket, phase: 'withdrawn' };
    case 'refused-with-reason':
      return { ...ticket, phase: 'refused' };
    case 'not-ours':
      return { ...ticket, phase: 'not-ours' };
    case 'archived':
      return { ...ticket, phase: 'archived', closedAt: event.at, closedFor: event.reason };
    case 'hands-asked':
      return callHands(ticket, event.to);
    case 'noted':
    case 'raised':
      return note(ticket, event.at, ['raised']);
    case 'stood-down':
      return ticket;
  }
};

/** The state of a ticket is the fold of its events. */
export const applyTicketEvent = (ticket: Ticket | null, event: TicketEvent): Ticket | null => {
  if (event.kind === 'reported') return begin(event);
  return ticket && change(ticket, event);
};

export const foldTicket = (ticket: Ticket | null, events: readonly TicketEvent[]): Ticket | null =>
  events.reduce<Ticket | null>(applyTicketEvent, ticket);
