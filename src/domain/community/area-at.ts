import { isInside, metresBetween, type Spot } from '../photos/distance';
import type { Area, Community } from './community';

/** Farther from a building or a gate than this, a spot is of no place that has a name here. */
const nearMetres = 150;

const hasName = ({ kind }: Area): boolean => kind === 'building' || kind === 'place';

/** The named place whose ground a spot lies on, else the nearest; null when none is near, or the pack tells no coordinates. */
export const areaAt = ({ areas }: Pick<Community, 'areas'>, spot: Spot): Area | null => {
  const on = areas.find((area) => hasName(area) && (area.outline ?? []).some((outline) => isInside(spot, outline)));
  if (on) return on;
  const near = areas
    .flatMap((area) => (area.at ? [{ area, metres: metresBetween(area.at, spot) }] : []))
    .filter(({ area, metres }) => hasName(area) && metres <= nearMetres)
    .sort((a, b) => a.metres - b.metres);
  return near[0]?.area ?? null;
};
