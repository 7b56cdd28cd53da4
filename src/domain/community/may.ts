import type { AreaId } from '../ids';
import { areaById, communityArea, gridOf, isWithin } from './area-tree';
import type { Community, Person, Role } from './community';

/**
 * Whether a person holds one of these roles, anywhere, or, with `where`, for that area: a grant covers what lies in
 * its area, so a grid worker acts in all of the grid's buildings. An unplaced matter is the whole community's.
 */
export const hasRole = (
  person: Person,
  wanted: Role | readonly Role[],
  where?: { readonly community: Pick<Community, 'areas'>; readonly area: AreaId | null },
): boolean =>
  person.roles.some(
    (grant) =>
      [wanted].flat().includes(grant.role) &&
      (where === undefined ||
        isWithin(where.community, where.area ?? communityArea(where.community)?.id ?? null, grant.area)),
  );

/** The desk that people are told of instead of a person's name: a firm's own, the grid's, else the area's own. */
export const deskName = (community: Pick<Community, 'areas' | 'name' | 'desks'>, area: AreaId | null): string =>
  community.desks.find(({ id }) => id === area)?.name ??
  (gridOf(community, area) ?? areaById(community, area) ?? communityArea(community))?.name ??
  community.name;
