import { actingFor } from '../../community/absence';
import type { Community, Desk, Person } from '../../community/community';
import { desksFor } from '../../community/desk';
import type { AreaId, Moment, PersonId } from '../../ids';
import type { Ticket } from '../ticket';

/** The Party branches that answer for it: that of its place, and the one it was given to; unplaced, any of them. */
const branchesFor = (ticket: Ticket, community: Pick<Community, 'desks' | 'areas'>): readonly Desk[] => {
  const branches = community.desks.filter(({ kind }) => kind === 'branch');
  const given = branches.filter(({ id }) => id === ticket.atDesk?.desk);
  const here = ticket.place.area === null ? branches : desksFor(community, 'branch', ticket.place.area);
  return [...given, ...here];
};

/** Whether this person is of a branch that answers for it. */
export const isOfBranch = (ticket: Ticket, person: PersonId, community: Pick<Community, 'desks' | 'areas'>): boolean =>
  branchesFor(ticket, community).some(({ people }) => people.includes(person));

const standsIn = (person: PersonId, desk: Desk, community: Community, now: Moment): boolean =>
  community.officers.some(
    (officer) => desk.people.includes(officer.id) && actingFor(community, officer, now)?.id === person,
  );

/** The branch for which this person may convene: their own, or one where they stand in. Null: none. */
export const branchOf = (ticket: Ticket, by: Person, community: Community, now: Moment): AreaId | null => {
  const branches = branchesFor(ticket, community);
  const own = branches.find(({ people }) => people.includes(by.id));
  return (own ?? branches.find((desk) => standsIn(by.id, desk, community, now)))?.id ?? null;
};
