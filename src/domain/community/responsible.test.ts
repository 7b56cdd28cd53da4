import { aCommunity, aPerson } from '../../../test/support/a-community';
import type { DutyChange } from './community';
import {
  directorsFor,
  gridLeadersFor,
  gridWorkersFor,
  holdersOf,
  isAbsent,
  onDuty,
  staffFor,
  streetOfficeFor,
} from './responsible';

const ids = (people: readonly { id: string }[]): readonly string[] => people.map(({ id }) => id);
const community = aCommunity();
// 2026-11-20 is a Friday; 10:00 in Shanghai is 02:00 UTC.
const fridayMorning = '2026-11-20T02:00:00.000Z';
const leave = (person: string, from: string, to: string, kind: DutyChange['kind'] = 'absent'): DutyChange => ({
  person,
  area: 'grid-2',
  kind,
  from,
  to,
  substitute: null,
  at: from,
  by: person,
});

test('the worker of the building answers for it alone, the workers of the grid for the other buildings', () => {
  expect(ids(gridWorkersFor(community, 'b6'))).toEqual(['wang']);
  expect(ids(gridWorkersFor(community, 'b6u2'))).toEqual(['wang']);
  expect(ids(gridWorkersFor(community, 'b5'))).toEqual(['wang', 'li']);
  expect(ids(gridWorkersFor(community, 'b1'))).toEqual(['zhou']);
});

test('a place in no grid has no grid worker', () => {
  expect(gridWorkersFor(community, 'home')).toEqual([]);
  expect(gridWorkersFor(community, null)).toEqual([]);
});

test("with the building's worker on leave, the grid's others answer", () => {
  const away = aCommunity({ dutyChanges: [leave('wang', '2026-11-20T00:00:00.000Z', '2026-11-21T00:00:00.000Z')] });
  expect(ids(gridWorkersFor(away, 'b6', fridayMorning))).toEqual(['li']);
  expect(ids(gridWorkersFor(away, 'b6', '2026-11-21T00:00:00.000Z'))).toEqual(['wang']);
});

test('each rung of the ladder is found from a building', () => {
  expect(ids(gridLeadersFor(community, 'b6'))).toEqual(['he']);
  expect(ids(gridLeadersFor(community, 'b1'))).toEqual([]);
  expect(ids(staffFor(community, 'b6'))).toEqual(['chen']);
  expect(ids(directorsFor(community, 'b6'))).toEqual(['lin']);
  expect(ids(streetOfficeFor(community))).toEqual(['gao']);
  expect(ids(holdersOf(community, 'director', 'street'))).toEqual(['gao']);
});

test('without a street office nobody stands above the community', () => {
  const areas = community.areas.filter(({ kind }) => kind !== 'street');
  expect(streetOfficeFor(aCommunity({ areas }))).toEqual([]);
});

describe('on duty', () => {
  test("a building is covered by the turns of its grid and its community, not by another grid's", () => {
    expect(ids(onDuty(community, 'b6', fridayMorning))).toEqual(['chen']);
    expect(ids(onDuty(community, 'b1', fridayMorning))).toEqual(['chen', 'zhou']);
  });

  test('something unplaced is for everyone on duty in the community', () => {
    expect(ids(onDuty(community, null, fridayMorning))).toEqual(['chen', 'zhou']);
    expect(ids(onDuty(community, 'home', fridayMorning))).toEqual(['chen', 'zhou']);
  });

  test('a night turn goes over midnight and belongs to the day on which it begins', () => {
    expect(ids(onDuty(community, 'b6', '2026-11-20T12:00:00.000Z'))).toEqual(['wang']); // Friday 20:00
    expect(ids(onDuty(community, 'b6', '2026-11-20T23:59:00.000Z'))).toEqual(['wang']); // Saturday 07:59
    expect(ids(onDuty(community, 'b6', '2026-11-21T00:00:00.000Z'))).toEqual([]); // Saturday 08:00
    expect(ids(onDuty(community, 'b6', '2026-11-19T23:00:00.000Z'))).toEqual([]); // Friday 07:00
  });

  test('who said "值班 我" is on duty until then, who is on leave is not', () => {
    const changed = aCommunity({
      dutyChanges: [
        leave('li', '2026-11-20T01:00:00.000Z', '2026-11-20T04:00:00.000Z', 'on-duty'),
        leave('chen', '2026-11-20T00:00:00.000Z', '2026-11-22T00:00:00.000Z'),
      ],
    });
    expect(ids(onDuty(changed, 'b6', fridayMorning))).toEqual(['li']);
    expect(ids(onDuty(changed, 'b6', '2026-11-20T04:00:00.000Z'))).toEqual([]);
    expect(isAbsent(changed, 'chen', fridayMorning)).toBe(true);
    expect(isAbsent(changed, 'li', fridayMorning)).toBe(false);
  });

  test('a later word ends a leave', () => {
    const back = aCommunity({
      dutyChanges: [
        leave('chen', '2026-11-20T00:00:00.000Z', '2026-11-22T00:00:00.000Z'),
        leave('chen', '2026-11-20T01:30:00.000Z', '2026-11-20T12:00:00.000Z', 'on-duty'),
      ],
    });
    expect(isAbsent(back, 'chen', fridayMorning)).toBe(false);
    expect(isAbsent(back, 'chen', '2026-11-20T01:00:00.000Z')).toBe(true);
  });

  test('nobody is made up for a turn of someone who is no officer', () => {
    const turn = { person: 'ghost', area: 'home', weekdays: [5], from: '00:00', to: '00:00' };
    expect(
      onDuty(aCommunity({ duty: [turn], officers: [aPerson('chen', ['staff@home'])] }), 'b6', fridayMorning),
    ).toEqual([]);
  });
});
