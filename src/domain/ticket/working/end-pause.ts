import type { Moment } from '../../ids';
import type { Ticket } from '../ticket';

/** The pause that runs is over, and kept with the finished ones. */
export const endPause = (ticket: Ticket, at: Moment): Ticket =>
  ticket.waiting
    ? {
        ...ticket,
        phase: 'claimed',
        waiting: null,
        pauses: [...ticket.pauses, { from: ticket.waiting.since, to: at }],
      }
    : ticket;
