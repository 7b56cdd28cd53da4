import type { Area } from '../../domain/community/community';
import { tilesUnder } from '../../usecases/board/tiles-under';
import { drawMap } from './draw-map';

const square = [
  { lat: 31.23, lng: 121.47 },
  { lat: 31.23, lng: 121.471 },
  { lat: 31.231, lng: 121.471 },
];
const building: Area = {
  ...{ id: 'building-1', kind: 'building', name: '1号楼', parent: null, aliases: [] },
  outline: [square],
};
const asked = { areas: [building], counts: new Map([['building-1', 3]]), title: '在办的事' };

test('the map asks nobody for a picture', () => {
  const map = drawMap(asked) ?? '';
  expect(map).toContain('<polygon class="many"');
  expect(map).not.toMatch(/<image|https?:/u);
});

test('with a server of tiles they lie under the buildings, as addresses and not as markup', () => {
  const source = { url: 'https://tiles.example/{z}/{x}/{y}.png?a=1&b="', system: 'WGS-84', credit: '' } as const;
  const map = drawMap({ ...asked, tiles: (spots) => tilesUnder(spots, source) }) ?? '';
  expect(map.indexOf('<image')).toBeGreaterThan(0);
  expect(map.indexOf('<image')).toBeLessThan(map.indexOf('<polygon'));
  expect(map).toContain('href="https://tiles.example/18/');
  expect(map).not.toContain('b=""');
});
