import { communityArea, gridOf, streetArea } from '../../community/area-tree';
import type { Community, Person } from '../../community/community';
import { directorsFor, gridWorkersFor, onDuty, staffFor, streetOfficeFor } from '../../community/responsible';
import type { Say } from '../../decision';
import type { AreaId, Moment, PersonId } from '../../ids';
import { areaOf } from '../ticket-area';
import { directorsOf, firstWithPeople, idsOf } from './approvers';
import { hasRole } from '../../community/may';
import { communityFor, isForDirectors, isOfAPlace } from './desk-people';
import { afterQuietHours } from '../../notices/after-quiet-hours';
import type { Ticket } from '../ticket';
import type { TicketEvent } from '../ticket-event';
import type { TicketContext } from '../ticket-context';

/** The pack's rule: the grid workers of the place; water, lifts and power also go to who is on duty; never to nobody. */
export const handlersFor = (ticket: Ticket, everybody: Community, at: Moment): readonly PersonId[] => {
  if (isForDirectors(ticket.category, everybody)) return directorsOf(ticket, everybody, at);
  const community = communityFor(ticket, everybody);
  const area = areaOf(ticket, community);
  const duty = onDuty(community, area, at);
  const workers = ticket.place.area ? gridWorkersFor(community, area, at) : [];
  const chosen = ticket.class === '2h' ? [...workers, ...duty] : workers;
  const clerks = isOfAPlace(ticket.category, community) ? [] : duty.filter((person) => hasRole(person, 'staff'));
  const heard = ticket.nature === 'suggestion' ? [...duty, ...staffFor(community, area, at)] : [];
  const gone = ticket.moves.map((move) => move.by);
  const others = (people: readonly Person[]) => people.filter(({ id }) => !gone.includes(id));
  return idsOf(
    firstWithPeople([
      () => others(heard.filter((person) => hasRole(person, 'staff')).slice(0, 1)),
      () => others(chosen),
      () => others(clerks),
      () => (isOfAPlace(ticket.category, community) ? others(duty) : []),
      () => others(staffFor(community, area, at)),
      () => others(staffFor(community, area)),
      () => others(directorsFor(community, area)),
      () => community.officers,
    ]),
  );
};

/** A complaint about staff is told to be with the community, or with the street office when it goes past the directors. */
const deskFor = (ticket: Ticket, handlers: readonly PersonId[], community: Community): AreaId => {
  const own = communityArea(community)?.id ?? community.id;
  if (!isForDirectors(ticket.category, community)) return gridOf(community, ticket.place.area)?.id ?? own;
  const street = idsOf(streetOfficeFor(community));
  return handlers.every((person) => street.includes(person)) ? (streetArea(community)?.id ?? own) : own;
};

/** Whether the ticket can go to a desk now: its category is chosen, and its place is known or not worth waiting for. */
export const isReadyForDispatch = (ticket: Ticket, community: Community): boolean =>
  ticket.phase === 'reported' &&
  ticket.arranging === null &&
  ticket.category !== null &&
  (!ticket.placeAsked ||
    ticket.class === 'critical' ||
    ticket.class === '2h' ||
    !isOfAPlace(ticket.category, community));

type DispatchedEvent = Extract<TicketEvent, { kind: 'dispatched' }>;

export const dispatchEvent = (ticket: Ticket, { community, now }: TicketContext): DispatchedEvent => {
  const handlers = handlersFor(ticket, community, now);
  return { kind: 'dispatched', at: now, desk: deskFor(ticket, handlers, community), handlers };
};

/** The handlers' cards; `ticket` is dispatched, `known` have one already. What can wait is not said at night. */
export const handlerCards = (
  ticket: Ticket,
  { community, now }: TicketContext,
  known: readonly PersonId[] = [],
): readonly Say[] =>
  ticket.handlers
    .filter((person) => !known.includes(person))
    .map((person) => ({
      to: { person },
      key: `handler.${ticket.cycle}`,
      urgency: ticket.class === '2h' ? 'prompt' : 'ordinary',
      card: 'handler',
      mode: 'send',
      ...(ticket.class === '2h' ? {} : afterQuietHours(now, community)),
    }));
