import { aCommunity, anArea } from '../../../test/support/a-community';
import {
  ancestorsOf,
  areaById,
  areaNamedIn,
  buildingByNumber,
  buildingOf,
  communityArea,
  gridOf,
  isWithin,
  lineageOf,
  streetArea,
} from './area-tree';

const community = aCommunity();

test('an area lies in its ancestors, nearest first', () => {
  expect(ancestorsOf(community, 'b6u2').map(({ id }) => id)).toEqual(['b6', 'grid-2', 'home', 'street']);
  expect(lineageOf(community, 'grid-1').map(({ id }) => id)).toEqual(['grid-1', 'home', 'street']);
  expect(ancestorsOf(community, 'nowhere')).toEqual([]);
  expect(ancestorsOf(community, null)).toEqual([]);
});

test('a tree that bites its tail ends all the same', () => {
  const areas = [anArea('a', 'grid', 'b'), anArea('b', 'grid', 'a')];
  expect(ancestorsOf({ areas }, 'a').map(({ id }) => id)).toEqual(['b']);
});

test('the grid and building of a unit, the community and the street are found', () => {
  expect(gridOf(community, 'b6u2')?.id).toBe('grid-2');
  expect(gridOf(community, 'home')).toBeNull();
  expect(buildingOf(community, 'b6u2')?.id).toBe('b6');
  expect(communityArea(community)?.id).toBe('home');
  expect(streetArea(community)?.id).toBe('street');
  expect(areaById(community, 'b5')?.name).toBe('5号楼');
  expect(areaById(community, null)).toBeNull();
});

test('an area is within itself and what is around it, and in nothing else', () => {
  expect(isWithin(community, 'b6', 'b6')).toBe(true);
  expect(isWithin(community, 'b6', 'home')).toBe(true);
  expect(isWithin(community, 'b6', 'grid-1')).toBe(false);
  expect(isWithin(community, 'home', 'b6')).toBe(false);
  expect(isWithin(community, null, 'home')).toBe(false);
});

test.each(['6', '６', '6号楼', '六号楼', '六栋', '6幢', '6#', '第6栋', ' 6号楼 ', '老年活动室楼'])(
  'building 6 is found as "%s"',
  (name) => {
    expect(buildingByNumber(community, name)?.id).toBe('b6');
  },
);

test('no building is found for a number of none, an empty name, or one that two share', () => {
  expect(buildingByNumber(community, '66')).toBeNull();
  expect(buildingByNumber(community, '')).toBeNull();
  expect(buildingByNumber(community, '号楼')).toBeNull();
  const two = {
    areas: [anArea('n6', 'building', null, { name: '6号楼' }), anArea('s6', 'building', null, { name: '六栋' })],
  };
  expect(buildingByNumber(two, '6')).toBeNull();
});

test('an area is found by its name in the middle of words, the longest name first', () => {
  expect(areaNamedIn(community, '老年活动室楼那边漏水')?.id).toBe('b6');
  expect(areaNamedIn(community, '６号楼2单元门坏了')?.id).toBe('b6u2');
  expect(areaNamedIn(community, '第二网格的事')).toBeNull();
  expect(areaNamedIn(community, '漏水了')).toBeNull();
});
