import gcoord from 'gcoord';
import type { TileSource } from '../../domain/community/tile-source';
import type { Spot } from '../../domain/photos/distance';

/** One picture of the ground: where it is asked for, and its corners in WGS-84. */
export interface Tile {
  readonly href: string;
  readonly northWest: Spot;
  readonly southEast: Spot;
}

const deepest = 18;
/** More than these on a side would be a page too heavy for a telephone. */
const mostOnASide = 4;

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Where a spot lies in the square of the world at this depth, in tiles: Web Mercator. */
const tileOf = ({ lat, lng }: Spot, depth: number): { readonly x: number; readonly y: number } => {
  const across = 2 ** depth;
  const north = Math.log(Math.tan(Math.PI / 4 + radians(lat) / 2));
  return { x: ((lng + 180) / 360) * across, y: ((1 - north / Math.PI) / 2) * across };
};

const spotOf = (x: number, y: number, depth: number): Spot => {
  const across = 2 ** depth;
  const north = Math.PI * (1 - (2 * y) / across);
  return { lng: (x / across) * 360 - 180, lat: (Math.atan(Math.sinh(north)) * 180) / Math.PI };
};

type MapSystem = typeof gcoord.WGS84 | typeof gcoord.GCJ02;

const between =
  (from: MapSystem, to: MapSystem) =>
  ({ lng, lat }: Spot): Spot => {
    const [x, y] = gcoord.transform([lng, lat], from, to);
    return { lng: x, lat: y };
  };

const same = (spot: Spot): Spot => spot;

/** The tiles under these spots, as deep as a few of them cover all; a map drawn in GCJ-02 is put where it belongs. */
export const tilesUnder = (spots: readonly Spot[], { url, system }: TileSource): readonly Tile[] => {
  if (spots.length === 0) return [];
  const isShifted = system === 'GCJ-02';
  const [theirs, ours] = isShifted
    ? [between(gcoord.WGS84, gcoord.GCJ02), between(gcoord.GCJ02, gcoord.WGS84)]
    : [same, same];
  const placed = spots.map(theirs);
  const boxAt = (depth: number) => {
    const all = placed.map((spot) => tileOf(spot, depth));
    const [xs, ys] = [all.map(({ x }) => Math.floor(x)), all.map(({ y }) => Math.floor(y))];
    return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
  };
  let depth = deepest;
  let box = boxAt(depth);
  while (depth > 0 && Math.max(box.right - box.left, box.bottom - box.top) >= mostOnASide) {
    depth -= 1;
    box = boxAt(depth);
  }
  const tiles: Tile[] = [];
  for (let y = box.top; y <= box.bottom; y += 1)
    for (let x = box.left; x <= box.right; x += 1)
      tiles.push({
        href: url.replace('{z}', String(depth)).replace('{x}', String(x)).replace('{y}', String(y)),
        northWest: ours(spotOf(x, y, depth)),
        southEast: ours(spotOf(x + 1, y + 1, depth)),
      });
  return tiles;
};
