import { areaById } from '../community/area-tree';
import type { Community } from '../community/community';
import { hasRole } from '../community/may';
import type { PersonId } from '../ids';

/** Those who decide objections: the community's own staff, not the street's. */
export const staffOf = (community: Community): readonly PersonId[] =>
  community.officers
    .filter(({ roles }) =>
      roles.some(
        ({ role, area }) => (role === 'staff' || role === 'director') && areaById(community, area)?.kind !== 'street',
      ),
    )
    .map(({ id }) => id);

export const isStaff = (person: Parameters<typeof hasRole>[0]): boolean => hasRole(person, ['staff', 'director']);
