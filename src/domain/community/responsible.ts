import type { AreaId, Moment } from '../ids';
import { lineageOf, streetArea } from './area-tree';
import type { Community, Person, Role } from './community';
import { actingFor } from './absence';

export { onDuty } from './on-duty';
export { isAbsent } from './absence';

const grantedAt = (community: Community, wanted: readonly Role[], area: AreaId, at?: Moment): readonly Person[] => {
  const holders = community.officers.filter((person) =>
    person.roles.some((grant) => wanted.includes(grant.role) && grant.area === area),
  );
  if (at === undefined) return holders;
  return [...new Set(holders.flatMap((person) => actingFor(community, person, at) ?? []))];
};

/**
 * Holders of a role for an area: those granted the area itself, else those of the nearest area around it with somebody in it.
 * With `at`, who is on leave then is replaced by who stands in, or passed over. An unknown area has none.
 */
export const holdersOf = (community: Community, role: Role, area: AreaId | null, at?: Moment): readonly Person[] => {
  for (const { id } of lineageOf(community, area)) {
    const found = grantedAt(community, [role], id, at);
    if (found.length > 0) return found;
  }
  return [];
};

/** A worker granted the building answers for it alone; without one, the grid's. */
export const gridWorkersFor = (community: Community, area: AreaId | null, at?: Moment): readonly Person[] =>
  holdersOf(community, 'grid-worker', area, at);

export const gridLeadersFor = (community: Community, area: AreaId | null, at?: Moment): readonly Person[] =>
  holdersOf(community, 'grid-leader', area, at);

export const staffFor = (community: Community, area: AreaId | null, at?: Moment): readonly Person[] =>
  holdersOf(community, 'staff', area, at);

export const directorsFor = (community: Community, area: AreaId | null, at?: Moment): readonly Person[] =>
  holdersOf(community, 'director', area, at);

/** The level above the community: directors and staff of the street office. */
export const streetOfficeFor = (community: Community, at?: Moment): readonly Person[] => {
  const street = streetArea(community);
  return street ? grantedAt(community, ['director', 'staff'], street.id, at) : [];
};
