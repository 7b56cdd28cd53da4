import type { PersonId } from '../../ids';
import { timeStep, type StepDone, type TimeRule, type TimeStep } from '../clocks/time-step';
import { editCards } from '../telling/ticket-card';
import type { Ticket } from '../ticket';
import type { TicketContext } from '../ticket-context';
import { leavesAfter, standInThen } from './leaves';

const standIn = (ticket: Ticket, person: PersonId, name: string, { now, community }: TicketContext): StepDone => {
  const by = standInThen(ticket, person, community, now);
  // Back already, when the program was away meanwhile: the step is over.
  const done = { kind: 'notified', at: now, step: name, to: by === null ? [] : [by] } as const;
  if (by === null) return { events: [done], says: [] };
  return { events: [{ kind: 'stood-in', at: now, person, by }, done], says: editCards(ticket, name) };
};

/**
 * A leave that begins puts what the person had in hand into the hands of whoever stands in. That one gets a single
 * message with the list, so nothing is said here. An alarm stays with who took charge, until that one says otherwise.
 */
export const standInSteps: TimeRule = (ticket, community) => {
  if (ticket.class === 'critical') return [];
  const { phase, claimedBy, handlers } = ticket;
  const isWorkedOn = phase === 'dispatched' || phase === 'claimed' || phase === 'waiting';
  const since = claimedBy === null ? ticket.dispatchedAt : ticket.claimedAt;
  if (!isWorkedOn || since === null) return [];
  const holders = claimedBy === null ? handlers : [claimedBy];
  return holders.flatMap((person): readonly TimeStep[] =>
    leavesAfter(ticket, person, since, community).map((at) => {
      const name = `stand-in.${person}.${at}`;
      return timeStep({
        kind: 'stand-in',
        name,
        at,
        series: name,
        perform: (held, context) => standIn(held, person, name, context),
      });
    }),
  );
};
