import type { Community, Person } from '../../community/community';
import { hasRole } from '../../community/may';
import { streetArea } from '../../community/area-tree';
import type { Ticket } from '../ticket';
import { SettledLevel } from './settled-level';

const levelOfPerson = (person: Person, community: Community): SettledLevel => {
  const street = streetArea(community)?.id ?? null;
  const upper = person.roles.filter(({ role }) => role === 'staff' || role === 'director');
  if (upper.some(({ area }) => area === street)) return 'street';
  // Staff who are a grid's worker as well are that grid's, where it is theirs to settle.
  return upper.length > 0 && !hasRole(person, ['grid-worker', 'grid-leader']) ? 'community' : 'grid';
};

/** A department of the city is beyond the grid; the property firm and the neighbours' own committees are not. */
const levelsOfDesk = ({ desk }: Ticket, { desks }: Community): readonly SettledLevel[] =>
  desks.some(({ id, kind }) => id === desk && kind === 'department') ? ['community'] : [];

/** The highest of those who settled it: who said that it is done, who owned it until then, and who did a part of it. */
export const levelThatSettled = (ticket: Ticket, by: Person, community: Community): SettledLevel => {
  const helpers = ticket.parts.flatMap(({ state, doer }) => (state === 'done' ? [doer] : []));
  const others = community.officers.filter(({ id }) => id === ticket.claimedBy || helpers.includes(id));
  const levels = [
    ...[by, ...others].map((person) => levelOfPerson(person, community)),
    ...levelsOfDesk(ticket, community),
  ];
  return SettledLevel.options.findLast((level) => levels.includes(level)) ?? 'grid';
};
