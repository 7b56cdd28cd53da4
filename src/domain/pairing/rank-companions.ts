import { areaById, buildingOf, gridOf } from '../community/area-tree';
import type { Community } from '../community/community';
import type { AreaId } from '../ids';
import { metresBetween } from '../photos/distance';
import type { Companion } from './companion';

/** Why somebody is proposed. */
export type Nearness =
  | { readonly kind: 'building' }
  | { readonly kind: 'metres'; readonly metres: number }
  | { readonly kind: 'grid' }
  | { readonly kind: 'community' };

export interface Proposal {
  readonly companion: Companion;
  readonly near: Nearness;
}

/** As many as somebody chooses from. */
const most = 3;

const rungs: readonly Nearness['kind'][] = ['building', 'metres', 'grid', 'community'];

/** Distances are roughly known, and said so. */
const roundedTo = 50;

const nearnessOf = (one: AreaId | null, other: AreaId | null, community: Pick<Community, 'areas'>): Nearness => {
  const [here, there] = [buildingOf(community, one)?.id, buildingOf(community, other)?.id];
  if (here !== undefined && here === there) return { kind: 'building' };
  const [from, to] = [areaById(community, one)?.at, areaById(community, other)?.at];
  if (from && to)
    return { kind: 'metres', metres: Math.max(1, Math.round(metresBetween(from, to) / roundedTo)) * roundedTo };
  const grid = gridOf(community, one)?.id;
  return grid !== undefined && grid === gridOf(community, other)?.id ? { kind: 'grid' } : { kind: 'community' };
};

const metresOf = (near: Nearness): number => (near.kind === 'metres' ? near.metres : 0);

/** The nearest of those who offered and have nobody yet; of two as near, who has waited longer. */
export const rankCompanions = (
  home: AreaId | null,
  companions: readonly Companion[],
  community: Pick<Community, 'areas'>,
): readonly Proposal[] =>
  companions
    .filter(({ willing, pair }) => willing && pair === null)
    .map((companion) => ({ companion, near: nearnessOf(home, companion.area, community) }))
    .sort(
      (one, other) =>
        rungs.indexOf(one.near.kind) - rungs.indexOf(other.near.kind) ||
        metresOf(one.near) - metresOf(other.near) ||
        (one.companion.since < other.companion.since ? -1 : 1),
    )
    .slice(0, most);
