import gcoord from 'gcoord';
import { z } from 'zod';
import type { AreaId } from '../../domain/ids';
import type { Outline, Spot } from '../../domain/photos/distance';
import type { PackFault } from './pack-error';
import type { PackFile } from './pack-schema';
import type { ReadBeside } from './read-beside';

/** Where areas are, in WGS-84, whatever the pack's maps were drawn on. */
export interface Placed {
  readonly at?: Spot;
  /** Rings, each a list of corners. */
  readonly outline?: readonly Outline[];
}

/** Longitude first, as GeoJSON has it; a height is not looked at. */
const Position = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]).rest(z.number());
const Ring = z.array(Position).min(4, 'a ring of at least four positions, the last one the first');
const Polygon = z.array(Ring).min(1);
const Feature = z.object({
  type: z.literal('Feature'),
  id: z.union([z.string(), z.number()]).optional(),
  properties: z.object({ area: z.string().optional(), id: z.string().optional() }).loose().nullable(),
  geometry: z.discriminatedUnion('type', [
    z.object({ type: z.literal('Point'), coordinates: Position }),
    z.object({ type: z.literal('Polygon'), coordinates: Polygon }),
    z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(Polygon).min(1) }),
  ]),
});
const GeoJson = z.object({ type: z.literal('FeatureCollection'), features: z.array(Feature) });
type Feature = z.infer<typeof Feature>;

type System = NonNullable<PackFile['map']>['system'];
const systems = { 'WGS-84': gcoord.WGS84, 'GCJ-02': gcoord.GCJ02, 'BD-09': gcoord.BD09 } as const;

const spotIn =
  (system: System) =>
  (position: readonly number[]): Spot => {
    const [lng = 0, lat = 0] = position;
    if (system === 'WGS-84') return { lng, lat };
    const [x, y] = gcoord.transform([lng, lat], systems[system], gcoord.WGS84);
    return { lng: x, lat: y };
  };

const geoFault = (what: string, expected: string): PackFault => ({ at: ['map', 'geojson'], what, expected });

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const featuresOf = (
  name: string,
  readBeside: ReadBeside,
): { readonly features: readonly Feature[]; readonly faults: readonly PackFault[] } => {
  const beside = readBeside(name);
  if (!beside)
    return { features: [], faults: [geoFault(`there is no file "${name}"`, 'a GeoJSON file beside this one')] };
  const read = GeoJson.safeParse(parsed(beside.text));
  if (read.success) return { features: read.data.features, faults: [] };
  const [issue] = read.error.issues;
  const where = issue ? ` (${issue.path.join('.')}: ${issue.message})` : '';
  return {
    features: [],
    faults: [geoFault(`"${name}" cannot be read${where}`, 'a FeatureCollection of points and polygons')],
  };
};

const placedOf = ({ geometry }: Feature, spot: (position: readonly number[]) => Spot): Placed => {
  switch (geometry.type) {
    case 'Point':
      return { at: spot(geometry.coordinates) };
    case 'Polygon':
      return { outline: [(geometry.coordinates[0] ?? []).map(spot)] };
    case 'MultiPolygon':
      return { outline: geometry.coordinates.map((polygon) => (polygon[0] ?? []).map(spot)) };
  }
};

/** What the pack and its GeoJSON say of where areas are; the areas' own words count more. */
export const placesOf = (
  file: Pick<PackFile, 'areas' | 'map'>,
  readBeside: ReadBeside,
): { readonly placed: ReadonlyMap<AreaId, Placed>; readonly faults: readonly PackFault[] } => {
  const spot = spotIn(file.map?.system ?? 'WGS-84');
  const geo = file.map?.geojson === undefined ? null : featuresOf(file.map.geojson, readBeside);
  const placed = new Map<AreaId, Placed>();
  const faults: PackFault[] = [...(geo?.faults ?? [])];
  for (const feature of geo?.features ?? []) {
    const area =
      feature.properties?.area ?? feature.properties?.id ?? (feature.id === undefined ? '' : String(feature.id));
    if (file.areas.some(({ id }) => id === area)) placed.set(area, { ...placed.get(area), ...placedOf(feature, spot) });
    else faults.push(geoFault(`a feature is of an unknown area "${area}"`, 'properties.area with the id of an area'));
  }
  for (const { id, at, outline } of file.areas)
    placed.set(id, {
      ...placed.get(id),
      ...(at && { at: spot([at.lng, at.lat]) }),
      ...(outline && { outline: [outline.map(spot)] }),
    });
  return { placed, faults };
};
