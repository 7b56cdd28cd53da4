import { parseAddress } from './parse-address';

test.each([
  ['6号楼2单元301', '6', '2', '301'],
  ['六栋', '6', null, null],
  ['十二幢', '12', null, null],
  ['6-2-301', '6', '2', '301'],
  ['8#2单元', '8', '2', null],
  ['三单元门口', null, '3', null],
  ['a座1203', 'A', null, '1203'],
  ['a3栋', 'A3', null, null],
  ['东门', null, null, null],
])('%s', (words, building, unit, room) => {
  expect(parseAddress(words)).toEqual({ building, unit, room });
});
