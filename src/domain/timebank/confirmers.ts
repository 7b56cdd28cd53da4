import type { Community, Person } from '../community/community';
import { areaById, communityArea, isWithin } from '../community/area-tree';
import type { Role } from '../community/roles';
import type { AreaId, PersonId } from '../ids';

/** Those who can say that somebody was served, besides the person: who looks after the building, then staff. */
const rungs: readonly (readonly Role[])[] = [['captain'], ['grid-worker', 'grid-leader'], ['staff', 'director']];

interface Served {
  readonly helper: PersonId;
  readonly served: PersonId;
  /** Where the served person lives. */
  readonly area: AreaId | null;
}

/** Whether somebody of this community, and not of the street above it, has one of these roles for an area. */
const looksAfter = ({ roles: granted }: Person, roles: readonly Role[], area: AreaId | null, community: Community) =>
  granted.some(
    (grant) =>
      roles.includes(grant.role) &&
      areaById(community, grant.area)?.kind !== 'street' &&
      isWithin(community, area ?? communityArea(community)?.id ?? null, grant.area),
  );

/** Who is asked on a rung: 0 is the served person; nobody confirms their own hours. */
const onRung = (rung: number, { helper, served, area }: Served, community: Community): readonly PersonId[] =>
  rung === 0
    ? [served]
    : community.officers
        .filter(({ id }) => id !== helper && id !== served)
        .filter((officer) => looksAfter(officer, rungs[rung - 1] ?? [], area, community))
        .map(({ id }) => id);

/** The first rung from `from` on with somebody to ask; null: nobody is left. */
export const confirmersFrom = (
  from: number,
  who: Served,
  community: Community,
): { readonly rung: number; readonly to: readonly PersonId[] } | null => {
  for (let rung = from; rung <= rungs.length; rung += 1) {
    const to = onRung(rung, who, community);
    if (to.length > 0) return { rung, to };
  }
  return null;
};
