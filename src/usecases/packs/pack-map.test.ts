import { readFileSync } from 'node:fs';
import gcoord from 'gcoord';
import { areaAt } from '../../domain/community/area-at';
import { readPack } from './pack';

const template = readFileSync('packs/template.yaml', 'utf8').replace('extends: categories.yaml\n', '');
const catalogue = readFileSync('packs/categories.yaml', 'utf8');

const read = (map: string, geojson: unknown) =>
  readPack(`extends: categories.yaml\n${template}\n${map}`, 'my.yaml', (name) => {
    if (name === 'categories.yaml') return { text: catalogue, fileName: name };
    return name === 'my.geojson'
      ? { text: typeof geojson === 'string' ? geojson : JSON.stringify(geojson), fileName: name }
      : null;
  });

const square = (lng: number, lat: number) => [
  [
    [lng, lat],
    [lng + 0.001, lat],
    [lng + 0.001, lat + 0.001],
    [lng, lat + 0.001],
    [lng, lat],
  ],
];
const feature = (area: string, coordinates: unknown, type = 'Polygon') => ({
  ...{ type: 'Feature', properties: { area }, geometry: { type, coordinates } },
});
const collection = (...features: readonly unknown[]) => ({ type: 'FeatureCollection', features });

const outlineOf = (result: ReturnType<typeof read>, id: string) =>
  result.ok ? result.value.community.areas.find((area) => area.id === id)?.outline : undefined;

test('polygons of the community’s own GeoJSON are its areas’ ground', () => {
  const result = read('map: { geojson: my.geojson }', collection(feature('building-1', square(121.47, 31.23))));
  expect(outlineOf(result, 'building-1')?.[0]?.[1]).toEqual({ lng: 121.471, lat: 31.23 });
  if (!result.ok) throw new Error('not read');
  expect(areaAt(result.value.community, { lat: 31.2305, lng: 121.4705 })?.id).toBe('building-1');
  expect(areaAt(result.value.community, { lat: 31.2405, lng: 121.4705 })).toBeNull();
});

test('a map drawn in GCJ-02 is brought to WGS-84, to the metre', () => {
  const [lng, lat] = gcoord.transform([121.47, 31.23], gcoord.WGS84, gcoord.GCJ02);
  const text = collection(feature('building-1', square(lng, lat)));
  const corner = outlineOf(read('map: { system: GCJ-02, geojson: my.geojson }', text), 'building-1')?.[0]?.[0];
  expect(corner?.lng).toBeCloseTo(121.47, 5);
  expect(corner?.lat).toBeCloseTo(31.23, 5);
  // Unsaid, the same numbers lie some hundred metres away.
  expect(
    Math.abs((outlineOf(read('map: { geojson: my.geojson }', text), 'building-1')?.[0]?.[0]?.lng ?? 0) - 121.47),
  ).toBeGreaterThan(0.003);
});

test.each([
  ['a feature of no area', collection(feature('building-99', square(121.47, 31.23))), /unknown area "building-99"/],
  ['a line', collection(feature('building-1', [[121.47, 31.23]], 'LineString')), /cannot be read/],
  ['coordinates the wrong way round', collection(feature('building-1', square(31.23, 121.47))), /cannot be read/],
  ['no JSON', '{"type":', /cannot be read/],
  ['something else', { type: 'Topology' }, /cannot be read/],
])('%s is said, with the line of the pack', (_name, geojson, said) => {
  const result = read('map: { geojson: my.geojson }', geojson);
  if (result.ok) throw new Error('it was taken');
  expect(result.refusal).toMatchObject([
    { file: 'my.yaml', line: expect.any(Number) as number, what: expect.stringMatching(said) as string },
  ]);
  expect(result.refusal[0]?.line).toBeGreaterThan(1);
});

test('a file that is not there is named', () => {
  const result = read('map: { geojson: other.geojson }', '');
  expect(result).toMatchObject({ ok: false, refusal: [{ what: 'there is no file "other.geojson"' }] });
});

test('pictures under the map come from nobody, unless the pack names their server', () => {
  const tilesOf = (map: string) => {
    const result = read(map, collection());
    return result.ok ? result.value.community.tiles : result.refusal.map(({ what }) => what);
  };
  expect(tilesOf('map: { system: GCJ-02 }')).toBeUndefined();
  const url = 'https://tiles.example.org/{z}/{x}/{y}.png';
  expect(tilesOf(`map: { tiles: { url: "${url}" } }`)).toEqual({ url, system: 'WGS-84', credit: '' });
  expect(tilesOf(`map: { tiles: { url: "${url.replace('https', 'http')}" } }`)).toHaveLength(1);
  expect(tilesOf('map: { tiles: { url: "https://tiles.example.org/a.png" } }')).toHaveLength(1);
});
