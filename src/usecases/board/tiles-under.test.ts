import gcoord from 'gcoord';
import { tilesUnder } from './tiles-under';

const url = 'https://tiles.example/{z}/{x}/{y}.png';
const spots = [
  { lat: 31.23, lng: 121.47 },
  { lat: 31.2325, lng: 121.473 },
];

test('a few tiles cover all of it, each beginning where the one before ends', () => {
  const tiles = tilesUnder(spots, { url, system: 'WGS-84', credit: '' });
  expect(tiles.length).toBeLessThanOrEqual(16);
  for (const { lat, lng } of spots)
    expect(
      tiles.some(
        ({ northWest, southEast }) =>
          northWest.lat >= lat && southEast.lat <= lat && northWest.lng <= lng && southEast.lng >= lng,
      ),
    ).toBe(true);
  expect(tiles[0]?.href).toBe('https://tiles.example/18/219523/107111.png');
  expect(tiles[1]?.northWest.lng).toBeCloseTo(tiles[0]?.southEast.lng ?? 0, 9);
});

test('tiles drawn in GCJ-02 are asked for there, and lie where the ground is', () => {
  const [lng, lat] = gcoord.transform([121.47, 31.23], gcoord.WGS84, gcoord.GCJ02);
  const [shifted] = tilesUnder([{ lat: 31.23, lng: 121.47 }], { url, system: 'GCJ-02', credit: '' });
  const [plain] = tilesUnder([{ lat, lng }], { url, system: 'WGS-84', credit: '' });
  expect(shifted?.href).toBe(plain?.href);
  expect(shifted?.northWest.lng).toBeLessThan(121.47);
  expect(shifted?.southEast.lng).toBeGreaterThan(121.47);
});

test('far apart they are asked for from farther above; of nothing there are none', () => {
  const far = tilesUnder([spots[0] ?? { lat: 0, lng: 0 }, { lat: 31.4, lng: 121.7 }], {
    url,
    system: 'WGS-84',
    credit: '',
  });
  expect(far.length).toBeLessThanOrEqual(16);
  expect(tilesUnder([], { url, system: 'WGS-84', credit: '' })).toEqual([]);
});
