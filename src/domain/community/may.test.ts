import { aCommunity, aPerson } from '../../../test/support/a-community';
import { deskName, hasRole } from './may';

const community = aCommunity();
const wang = aPerson('wang', ['grid-worker@grid-2', 'resident@b1']);

test('a role is held for its area and all that lies in it', () => {
  expect(hasRole(wang, 'grid-worker')).toBe(true);
  expect(hasRole(wang, 'grid-worker', { community, area: 'b6u2' })).toBe(true);
  expect(hasRole(wang, 'grid-worker', { community, area: 'b1' })).toBe(false);
  expect(hasRole(wang, ['staff', 'grid-worker'], { community, area: 'grid-2' })).toBe(true);
  expect(hasRole(wang, ['staff', 'director'])).toBe(false);
});

test("a matter without a place is the whole community's", () => {
  expect(hasRole(wang, 'grid-worker', { community, area: null })).toBe(false);
  expect(hasRole(aPerson('chen', ['staff@home']), 'staff', { community, area: null })).toBe(true);
  expect(hasRole(aPerson('gao', ['director@street']), 'director', { community, area: null })).toBe(true);
});

test('the desk is named, never the person', () => {
  expect(deskName(community, 'b6')).toBe('第二网格');
  expect(deskName(community, 'home')).toBe('邻里社区');
  expect(deskName(community, 'street')).toBe('幸福街道');
  expect(deskName(community, null)).toBe('邻里社区');
  expect(deskName({ name: '邻里', areas: [], desks: [] }, null)).toBe('邻里');
});
