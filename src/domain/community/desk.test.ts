import { aCommunity, aPerson } from '../../../test/support/a-community';
import { clock } from '../../../test/support/a-ticket';
import type { DutyChange } from './community';
import { deskAtHead, deskOfPerson, desksFor, peopleAtDesk } from './desk';

const community = aCommunity();

test('a desk is known by the name or other name that the words begin with, the longest first', () => {
  expect(deskAtHead('物业公司 查水管', community)).toEqual({ id: 'property', name: '物业公司' });
  expect(deskAtHead('第二网格去看看', community)).toEqual({ id: 'grid-2', name: '第二网格' });
  expect(deskAtHead('社区 打个电话', community)).toEqual({ id: 'home', name: '社区' });
  expect(deskAtHead('查水管 物业', community)).toBeNull();
  expect(deskAtHead('6号楼 查水管', community)).toBeNull();
});

test('of desks that are called alike, the one of the place is meant', () => {
  const branch = { kind: 'branch', name: '党支部', aliases: [], people: [] } as const;
  const two = aCommunity({
    desks: [
      { ...branch, id: 'branch-1', area: 'grid-1' },
      { ...branch, id: 'branch-2', area: 'grid-2' },
    ],
  });
  expect(deskAtHead('党支部', two, 'b1')?.id).toBe('branch-1');
  expect(deskAtHead('党支部', two, 'b6u2')?.id).toBe('branch-2');
});

test('desks of a kind are found by the place, the nearest first', () => {
  const ids = (...given: Parameters<typeof desksFor>) => desksFor(...given).map(({ id }) => id);
  expect(ids(community, 'branch', 'b6')).toEqual(['branch-2']);
  expect(ids(community, 'branch', 'b1')).toEqual([]);
  expect(ids(community, 'property', 'b1')).toEqual(['property']);
  expect(ids(community, 'property', null)).toEqual(['property']);
  const own = { id: 'near', kind: 'property', name: '六栋物业', aliases: [], area: 'b6', people: [] } as const;
  expect(ids({ ...community, desks: [...community.desks, own] }, 'property', 'b6')).toEqual(['near', 'property']);
});

test('a desk has its people, without those who are away', () => {
  const away = (person: string, substitute: string | null): DutyChange => ({
    ...{ person, area: 'home', kind: 'absent', from: clock('08:00'), to: clock('00:00', 3) },
    ...{ substitute, at: clock('08:00'), by: person },
  });
  expect(peopleAtDesk('property', community, clock('10:00'))).toEqual(['ding', 'luo']);
  expect(peopleAtDesk('grid-2', community, clock('10:00'))).toEqual(['wang', 'li']);
  expect(peopleAtDesk('home', community, clock('10:00'))).toEqual(['chen']);
  expect(peopleAtDesk('street', community, clock('10:00'))).toEqual(['gao']);
  const rota = aCommunity({ dutyChanges: [away('wang', null), away('chen', 'lin')] });
  expect(peopleAtDesk('grid-2', rota, clock('10:00'))).toEqual(['li']);
  expect(peopleAtDesk('home', rota, clock('10:00'))).toEqual(['lin']);
});

test('people are told of somebody by the desk: a firm’s, the grid’s, none for a neighbour', () => {
  expect(deskOfPerson(aPerson('ding'), community)).toBe('property');
  expect(deskOfPerson(aPerson('wang', ['grid-worker@b6']), community)).toBe('grid-2');
  expect(deskOfPerson(aPerson('chen', ['staff@home']), community)).toBe('home');
  expect(deskOfPerson(aPerson('qian', ['resident@home']), community)).toBeNull();
});
