import { coarseArea } from '../../domain/open-data/public-ticket';
import type { Community, Person } from '../../domain/community/community';
import type { AreaId, Moment } from '../../domain/ids';
import type { BoardTickets } from '../ports-of-board';
import { withinOf } from './may-see';

/** What lies where, as far as this person answers for it. */
export interface PlaceCounts {
  readonly counts: ReadonlyMap<AreaId, number>;
  /** Of no place that is on the map. */
  readonly elsewhere: number;
}

/**
 * Tickets by building and place. Complaints about staff are counted for nobody: where one is under way is more than those
 * complained of may know.
 */
export const countByPlace = async (
  { board }: { readonly board: Pick<BoardTickets, 'byPlace'> },
  asked: { readonly open: true } | { readonly from: Moment; readonly to: Moment },
  { person, community }: { readonly person: Person; readonly community: Community },
): Promise<PlaceCounts> => {
  const within = withinOf(person, community);
  const categories = community.categories.filter(({ desk }) => desk !== 'directors').map(({ id }) => id);
  const found = await board.byPlace(asked, categories);
  const counts = new Map<AreaId, number>();
  let elsewhere = 0;
  for (const { area, count } of found) {
    if (within !== null && !within.areas.some((each) => each === area)) continue;
    const coarse = coarseArea(community, area);
    const isPlaced = coarse !== null && (coarse.at !== undefined || coarse.outline !== undefined);
    if (coarse !== null && isPlaced && (coarse.kind === 'building' || coarse.kind === 'place'))
      counts.set(coarse.id, (counts.get(coarse.id) ?? 0) + count);
    else elsewhere += count;
  }
  return { counts, elsewhere };
};
