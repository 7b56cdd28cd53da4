import type { AreaId } from '../ids';
import { readNumber } from '../understanding/read-number';
import type { Area, AreaKind, Community } from './community';

type Areas = Pick<Community, 'areas'>;

export const areaById = (community: Areas, area: AreaId | null): Area | null =>
  area === null ? null : (community.areas.find(({ id }) => id === area) ?? null);

/** The area itself and what it lies in, nearest first. */
export const lineageOf = (community: Areas, area: AreaId | null): readonly Area[] => {
  const line: Area[] = [];
  let next = areaById(community, area);
  while (next && !line.includes(next)) {
    line.push(next);
    next = areaById(community, next.parent);
  }
  return line;
};

/** What the area lies in, nearest first, without the area itself. */
export const ancestorsOf = (community: Areas, area: AreaId | null): readonly Area[] =>
  lineageOf(community, area).slice(1);

const nearest = (community: Areas, area: AreaId | null, kind: AreaKind): Area | null =>
  lineageOf(community, area).find((each) => each.kind === kind) ?? null;

/** The grid that the area is or lies in. */
export const gridOf = (community: Areas, area: AreaId | null): Area | null => nearest(community, area, 'grid');

/** The building that the area is or lies in. */
export const buildingOf = (community: Areas, area: AreaId | null): Area | null => nearest(community, area, 'building');

/** The community as an area; a pack has exactly one. */
export const communityArea = (community: Areas): Area | null =>
  community.areas.find(({ kind }) => kind === 'community') ?? null;

/** The street office's area, where the pack has one. */
export const streetArea = (community: Areas): Area | null =>
  community.areas.find(({ kind }) => kind === 'street') ?? null;

/** Whether the area is the other one or lies in it. */
export const isWithin = (community: Areas, area: AreaId | null, within: AreaId): boolean =>
  lineageOf(community, area).some(({ id }) => id === within);

/** "6", "6号楼", "６栋", "六幢", "6#" all come to "6"; a name without a number comes to itself. */
export const buildingKey = (name: string): string => {
  const plain = name.normalize('NFKC').trim().toLowerCase();
  const bare = plain.replace(/^第/, '').replace(/(?:号楼|栋楼|号院|楼栋|栋|幢|座|号|楼|#)$/, '');
  const number = readNumber(bare);
  return number === null ? (bare === '' ? plain : bare) : String(number);
};

/** The one building that people call so; null when there is none, or when two could be meant. */
export const buildingByNumber = (community: Areas, name: string): Area | null => {
  const wanted = buildingKey(name);
  const found = community.areas.filter(
    (area) => area.kind === 'building' && [area.name, ...area.aliases].some((each) => buildingKey(each) === wanted),
  );
  return found.length === 1 ? (found[0] ?? null) : null;
};

/** The area whose name or other name stands in the words; the longest name wins. Grids and wider areas are not meant. */
export const areaNamedIn = (community: Areas, words: string): Area | null => {
  const text = words.normalize('NFKC').toLowerCase();
  const named = community.areas
    .filter(({ kind }) => kind === 'building' || kind === 'place' || kind === 'unit')
    .flatMap((area) =>
      [area.name, ...area.aliases].map((name) => ({ area, name: name.normalize('NFKC').toLowerCase() })),
    )
    .filter(({ name }) => name.length > 1 && text.includes(name))
    .sort((a, b) => b.name.length - a.name.length);
  return named[0]?.area ?? null;
};
