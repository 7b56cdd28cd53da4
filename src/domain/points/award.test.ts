import fc from 'fast-check';
import { aCommunity } from '../../../test/support/a-community';
import { Policy } from '../community/policy';
import type { Guard, GuardValue } from '../decision';
import { award, awardGuardId, pointsOfMinutes, type ToAward } from './award';
import { balanceOf, booksOf, sumOf } from './books';

const community = aCommunity();
const fresh = (id: string): Guard => ({ id, version: 0, value: null });
const noon = '2026-11-20T04:00:00.000Z';
const awardReport = (given: Omit<ToAward, 'kind' | 'points'>) =>
  award({ kind: 'report', points: given.community.policy.reportPoints, ...given });

test('a verified report earns its points, from what the community issues', () => {
  expect(awardReport({ person: 'zhao', matter: 't1', at: noon, community, guard: fresh })).toEqual({
    points: 10,
    guard: { id: 'points:report:zhao:2026-11-20', version: 0, value: { count: 10, at: noon } },
    posting: {
      cause: 't1:report',
      at: noon,
      reason: 'report',
      number: null,
      honours: '2026-11',
      entries: [
        { account: 'issued:report', points: -10 },
        { account: 'person:zhao', points: 10 },
      ],
    },
  });
});

test('the last points of the day are given in part, and then none', () => {
  const counted = (count: number) => (id: string) => ({ id, version: 7, value: { count } });
  const part = awardReport({ person: 'zhao', matter: 't1', at: noon, community, guard: counted(45) });
  expect(part?.points).toBe(5);
  expect(part?.guard).toEqual({ id: 'points:report:zhao:2026-11-20', version: 7, value: { count: 50, at: noon } });
  expect(awardReport({ person: 'zhao', matter: 't1', at: noon, community, guard: counted(50) })).toBeNull();
  expect(awardReport({ person: 'zhao', matter: 't1', at: noon, community, guard: counted(60) })).toBeNull();
});

test('a community that gives no points posts nothing', () => {
  const frugal = aCommunity({ policy: Policy.parse({ reportPoints: 0 }) });
  expect(awardReport({ person: 'zhao', matter: 't1', at: noon, community: frugal, guard: fresh })).toBeNull();
});

test('several people earn by one matter, and a person by each of its parts, once each', () => {
  const given = { kind: 'hours', points: 20, matter: 'a1', number: 105, at: noon, community, guard: fresh } as const;
  const causes = [
    award({ ...given, person: 'zhao' }),
    award({ ...given, person: 'qian' }),
    award({ ...given, person: 'zhao', part: '2026-11-27' }),
  ].map((each) => each?.posting.cause);
  expect(causes).toEqual(['a1:hours:zhao', 'a1:hours:qian', 'a1:hours:zhao:2026-11-27']);
});

test.each([
  [60, 10],
  [90, 15],
  [140, 20],
  [29, 0],
  [-60, 0],
  [170 * 60, 1700],
])('%i minutes served are worth %i points', (minutes, points) => {
  expect(pointsOfMinutes(minutes, community.policy)).toBe(points);
});

test("the day is the community's own, from midnight to midnight", () => {
  expect(awardGuardId('report', 'zhao', '2026-11-20T15:59:59.999Z', community)).toBe('points:report:zhao:2026-11-20');
  expect(awardGuardId('report', 'zhao', '2026-11-20T16:00:00.000Z', community)).toBe('points:report:zhao:2026-11-21');
});

test('whatever is reported, by whomever, whenever and how often reopened: books balance, no day exceeds its cap, no matter pays twice', () => {
  const report = fc.record({
    person: fc.constantFrom('zhao', 'qian', 'sun'),
    matter: fc.integer({ min: 1, max: 25 }).map((n) => `t${n}`),
    minutes: fc.integer({ min: 0, max: 3 * 1440 }),
  });
  const policy = fc.record({
    reportPoints: fc.integer({ min: 0, max: 30 }),
    reportPointsPerDay: fc.integer({ min: 0, max: 70 }),
  });
  fc.assert(
    fc.property(fc.array(report, { maxLength: 60 }), policy, (reports, figures) => {
      const here = aCommunity({ policy: Policy.parse(figures) });
      const guards = new Map<string, GuardValue>();
      const postings = reports.flatMap(({ person, matter, minutes }) => {
        const at = new Date(Date.parse(noon) + minutes * 60_000).toISOString();
        const guard = (id: string): Guard => ({ id, version: 0, value: guards.get(id) ?? null });
        const given = awardReport({ person, matter, at, community: here, guard });
        if (!given) return [];
        if (given.guard.value) guards.set(given.guard.id, given.guard.value);
        return [given.posting];
      });
      const books = booksOf(postings);
      const earned = ['zhao', 'qian', 'sun'].map((person) => balanceOf(books, `person:${person}`));
      expect(sumOf(books)).toBe(0);
      expect(earned.every((points) => points >= 0 && points <= 4 * figures.reportPointsPerDay)).toBe(true);
      expect([...guards.values()].every(({ count }) => (count ?? 0) <= figures.reportPointsPerDay)).toBe(true);
      expect(earned.reduce((sum, points) => sum + points, 0)).toBeLessThanOrEqual(25 * figures.reportPoints);
    }),
  );
});
