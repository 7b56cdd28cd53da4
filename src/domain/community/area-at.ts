import { metresBetween, type Spot } from '../photos/distance';
import type { Area, Community } from './community';

/** Farther from a building or a gate than this, a spot is of no place that has a name here. */
const nearMetres = 150;

/** The named place that a spot on the map belongs to; null when none is near, or the pack tells no coordinates. */
export const areaAt = ({ areas }: Pick<Community, 'areas'>, spot: Spot): Area | null => {
  const near = areas
    .flatMap((area) => (area.at ? [{ area, metres: metresBetween(area.at, spot) }] : []))
    .filter(({ area, metres }) => (area.kind === 'building' || area.kind === 'place') && metres <= nearMetres)
    .sort((a, b) => a.metres - b.metres);
  return near[0]?.area ?? null;
};
