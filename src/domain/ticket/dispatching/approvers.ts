import type { Community, Person } from '../../community/community';
import { hasRole } from '../../community/may';
import { directorsFor, onDuty, staffFor, streetOfficeFor } from '../../community/responsible';
import type { Moment, PersonId } from '../../ids';
import { communityFor, isForDirectors } from './desk-people';
import { areaOf } from '../ticket-area';
import type { Ticket } from '../ticket';

export const idsOf = (people: readonly Person[]): readonly PersonId[] => [...new Set(people.map(({ id }) => id))];

/** The first of these that has people; they are asked in order, so that nothing is ever given to nobody. */
export const firstWithPeople = (candidates: readonly (() => readonly Person[])[]): readonly Person[] => {
  for (const candidate of candidates) {
    const people = candidate();
    if (people.length > 0) return people;
  }
  return [];
};

/** The administrators who approve and who ring people up: staff on duty, else all staff, else whoever is above. */
export const approversOf = (ticket: Ticket, everybody: Community, at: Moment): readonly PersonId[] => {
  if (isForDirectors(ticket.category, everybody)) return directorsOf(ticket, everybody, at);
  const community = communityFor(ticket, everybody);
  const area = areaOf(ticket, community);
  return idsOf(
    firstWithPeople([
      () => onDuty(community, area, at).filter((person) => hasRole(person, ['staff', 'director'])),
      () => staffFor(community, area, at),
      () => directorsFor(community, area, at),
      () => staffFor(community, area),
      () => directorsFor(community, area),
      () => community.officers,
    ]),
  );
};

/** Those above the approvers, when the approvers did not do it. */
export const directorsOf = (ticket: Ticket, everybody: Community, at: Moment): readonly PersonId[] => {
  const community = communityFor(ticket, everybody);
  const area = areaOf(ticket, community);
  return idsOf(
    firstWithPeople([
      () => directorsFor(community, area, at),
      () => streetOfficeFor(community, at),
      () => directorsFor(community, area),
      () => community.officers,
    ]),
  );
};
