import type { Community } from '../community/community';
import { hasRole } from '../community/may';
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

/** Who is asked on a rung: 0 is the served person; nobody confirms their own hours. */
const onRung = (rung: number, { helper, served, area }: Served, community: Community): readonly PersonId[] =>
  rung === 0
    ? [served]
    : community.officers
        .filter(({ id }) => id !== helper && id !== served)
        .filter((officer) => hasRole(officer, rungs[rung - 1] ?? [], { community, area }))
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
