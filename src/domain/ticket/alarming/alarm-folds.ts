import type { Folds } from '../folds';
import type { Ticket } from '../ticket';
import type { EventOf } from '../ticket-event';
import type { PersonId } from '../../ids';

/** Whoever was called is told how it ends. */
const callHands = (ticket: Ticket, to: readonly PersonId[]): Ticket => ({
  ...ticket,
  alarm: ticket.alarm && { ...ticket.alarm, alarmed: [...new Set([...ticket.alarm.alarmed, ...to])] },
});

const alarm = (ticket: Ticket, event: EventOf<'alarmed'>): Ticket => ({
  ...ticket,
  alarm: {
    rounds: event.round,
    lastAt: ticket.alarm && event.round <= ticket.alarm.rounds ? ticket.alarm.lastAt : event.at,
    alarmed: [...new Set([...(ticket.alarm?.alarmed ?? []), ...event.to])],
  },
});

export const alarmingFolds: Folds<'took-charge' | 'hands-asked' | 'alarmed' | 'stood-down'> = {
  'took-charge': (ticket, event) => ({ ...ticket, phase: 'claimed', claimedBy: event.by, claimedAt: event.at }),
  'hands-asked': (ticket, event) => callHands(ticket, event.to),
  alarmed: (ticket, event) => alarm(ticket, event),
  'stood-down': (ticket) => ticket,
};
