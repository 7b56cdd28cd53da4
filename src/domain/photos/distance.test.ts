import { metresBetween } from './distance';

test('a ten-thousandth of a degree of latitude is eleven metres, of longitude in Shanghai nine and a half', () => {
  const gate = { lat: 31.4, lng: 121.45 };
  expect(metresBetween(gate, gate)).toBe(0);
  expect(metresBetween(gate, { ...gate, lat: 31.4001 })).toBeCloseTo(11.12, 1);
  expect(metresBetween(gate, { ...gate, lng: 121.4501 })).toBeCloseTo(9.49, 1);
  expect(metresBetween({ lat: 31.4, lng: 179.9999 }, { lat: 31.4, lng: -179.9999 })).toBeCloseTo(18.98, 1);
});
