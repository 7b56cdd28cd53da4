import { actingFor } from '../../community/absence';
import type { Community } from '../../community/community';
import type { Moment, PersonId } from '../../ids';
import { timeStep, type StepDone, type TimeRule, type TimeStep } from '../clocks/time-step';
import { communityFor } from '../dispatching/desk-people';
import { editCards } from '../telling/ticket-card';
import type { Ticket } from '../ticket';
import type { TicketContext } from '../ticket-context';

/** Who acts for this person then, for this ticket; null: nobody else. */
const standInThen = (ticket: Ticket, person: PersonId, community: Community, at: Moment): PersonId | null => {
  const officer = community.officers.find(({ id }) => id === person);
  const acting = officer ? actingFor(communityFor(ticket, community), officer, at) : null;
  return acting === null || acting.id === person ? null : acting.id;
};

/** When a leave of this person begins that was not begun yet when they got the ticket; one with somebody who stands in. */
const leavesAfter = (ticket: Ticket, person: PersonId, since: Moment, community: Community): readonly Moment[] => {
  const said = community.dutyChanges.filter(({ person: who, kind }) => who === person && kind === 'absent');
  const planned = community.substitutes.flatMap(({ person: who, during }) =>
    who === person && during ? [during] : [],
  );
  return [...new Set([...said, ...planned].map(({ from }) => from))]
    .filter((from) => from >= since && standInThen(ticket, person, community, from) !== null)
    .sort();
};

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
