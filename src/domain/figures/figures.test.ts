import fc from 'fast-check';
import { workingMinutesBetween } from '../calendar/working-time';
import { WorkCalendar } from '../calendar/work-calendar';
import { changeOf, fromTheFirst, monthOnMonth, rateOf } from './figures';
import { msPerDay, workingTable, type WorkingTable } from './working-table';

test('a rate is a share; of nothing it is none', () => {
  expect(rateOf({ count: 3, of: 4 })).toBe(0.75);
  expect(rateOf({ count: 0, of: 4 })).toBe(0);
  expect(rateOf({ count: 0, of: 0 })).toBeNull();
});

test('month on month: halved, doubled, and nothing to compare with', () => {
  expect(changeOf(84, 42)).toBe(-0.5);
  expect(
    monthOnMonth([
      { month: '2026-08', count: 0 },
      { month: '2026-09', count: 40 },
      { month: '2026-10', count: 80 },
      { month: '2026-11', count: 40 },
    ]),
  ).toEqual([
    { month: '2026-08', count: 0, change: null },
    { month: '2026-09', count: 40, change: null },
    { month: '2026-10', count: 80, change: 1 },
    { month: '2026-11', count: 40, change: -0.5 },
  ]);
});

test('months begin with the first that counts one; an empty month in between is zero', () => {
  const months = ['2026-07', '2026-08', '2026-09', '2026-10'];
  expect(
    fromTheFirst(
      months,
      new Map([
        ['2026-08', 3],
        ['2026-10', 1],
      ]),
    ),
  ).toEqual([
    { month: '2026-08', count: 3 },
    { month: '2026-09', count: 0 },
    { month: '2026-10', count: 1 },
  ]);
  expect(fromTheFirst(months, new Map())).toEqual([]);
});

const workedBefore = ({ origin, days }: WorkingTable, at: number): number => {
  const day = days[Math.floor((at - origin) / msPerDay)];
  if (!day) throw new Error('outside the table');
  return day.before + day.stretches.reduce((sum, { from, to }) => sum + Math.max(0, Math.min(at, to) - from), 0);
};

const from = Date.parse('2025-12-20T00:00:00Z');
const to = Date.parse('2027-01-10T00:00:00Z');
const moment = fc.integer({ min: from, max: to });

test.each([
  ['office hours', WorkCalendar.parse({})],
  ['over midnight of UTC', WorkCalendar.parse({ hours: [{ from: '06:00', to: '22:00' }], weekdays: [1, 3, 6] })],
  ['another zone', WorkCalendar.parse({ timeZone: 'America/New_York' })],
])('the table says the same as walking the calendar, across every holiday of a year: %s', (_, calendar) => {
  const table = workingTable(calendar, from, to);
  fc.assert(
    fc.property(moment, moment, (one, other) => {
      const [start, end] = [Math.min(one, other), Math.max(one, other)];
      const walked = workingMinutesBetween(calendar, new Date(start).toISOString(), new Date(end).toISOString());
      expect((workedBefore(table, end) - workedBefore(table, start)) / 60_000).toBeCloseTo(walked, 6);
    }),
    { numRuns: 60 },
  );
});
