import type { Community, Person } from '../../community/community';
import { hasRole } from '../../community/may';
import { directorsFor, gridLeadersFor, onDuty, streetOfficeFor } from '../../community/responsible';
import type { Moment, PersonId } from '../../ids';
import { idsOf } from '../dispatching/approvers';
import { dutyLeaders } from '../seeking/duty-leaders';
import { areaOf } from '../ticket-area';
import type { Ticket } from '../ticket';
import { leaderRoles } from '../working/handler-roles';

interface Around {
  readonly now: Moment;
  readonly community: Community;
}

/** The family's members who can be written to. */
export const familyOf = ({ search }: Ticket): readonly PersonId[] =>
  (search?.family ?? []).flatMap(({ person }) => person ?? []);

/** Whether this person leads those on duty, or whoever leads them. */
const leads = (ticket: Ticket, by: Person, { now, community }: Around): boolean => {
  const area = areaOf(ticket, community);
  return idsOf([
    ...onDuty(community, area, now).filter((person) => hasRole(person, leaderRoles)),
    ...gridLeadersFor(community, area, now),
    ...directorsFor(community, area, now),
    ...streetOfficeFor(community, now),
  ]).includes(by.id);
};

/** The family, or whoever leads those on duty: they say how wide it is called. */
export const mayApprove = (ticket: Ticket, by: Person, around: Around): boolean =>
  familyOf(ticket).includes(by.id) || leads(ticket, by, around);

/** Who is asked for it: the family, and the leader on duty. */
export const approversOfSearch = (ticket: Ticket, around: Around): readonly PersonId[] => {
  const found = [...familyOf(ticket), ...dutyLeaders(ticket, around)];
  return [...new Set(found.length > 0 ? found : idsOf(streetOfficeFor(around.community, around.now)))];
};

/** Who looks for the person: the owner, those who were called, the leader on duty. The family is told by the owner. */
export const teamOf = (ticket: Ticket, around: Around): readonly PersonId[] => [
  ...new Set([
    ...(ticket.claimedBy === null ? [] : [ticket.claimedBy]),
    ...(ticket.alarm?.alarmed ?? []),
    ...dutyLeaders(ticket, around),
  ]),
];
