import type { PersonId } from '../../ids';
import { foldTicket } from '../apply-ticket-event';
import { timeStep, type StepDone, type TimeRule } from '../clocks/time-step';
import { leavesAfter, standInThen } from '../standing-in/leaves';
import type { Ticket } from '../ticket';
import type { TicketContext } from '../ticket-context';
import type { TicketEvent } from '../ticket-event';
import { holdersOfPart, isRunning, takesParts } from './open-parts';
import { askHelper } from './part-says';

const standIn = (
  ticket: Ticket,
  { part, person, name }: { readonly part: string; readonly person: PersonId; readonly name: string },
  context: TicketContext,
): StepDone => {
  const { now, community } = context;
  const to = standInThen(ticket, person, community, now);
  // Back already, when the program was away meanwhile: the step is over.
  const done: TicketEvent = { kind: 'notified', at: now, step: name, to: to === null ? [] : [to] };
  if (to === null) return { events: [done], says: [] };
  const events: TicketEvent[] = [{ kind: 'part-stood-in', at: now, by: person, part, to }, done];
  const after = foldTicket(ticket, events) ?? ticket;
  const held = after.parts.find(({ id }) => id === part);
  return { events, says: held ? askHelper(held, after, to, context) : [] };
};

/** A leave that begins puts a part into the hands of whoever stands in, who hears what it is. */
export const partStandInSteps: TimeRule = (ticket, community) =>
  takesParts(ticket)
    ? ticket.parts.filter(isRunning).flatMap((part) =>
        holdersOfPart(part).flatMap((person) =>
          leavesAfter(ticket, person, part.claimedAt ?? part.since, community).map((at) => {
            const name = `part.${part.id}.stand-in.${person}.${at}`;
            return timeStep({
              kind: 'stand-in',
              name,
              at,
              series: name,
              perform: (held, context) => standIn(held, { part: part.id, person, name }, context),
            });
          }),
        ),
      )
    : [];
