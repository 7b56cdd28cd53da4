import fc from 'fast-check';
import { aCommunity } from '../../../test/support/a-community';
import { Policy } from '../community/policy';
import type { AccountId } from './account';
import { balanceOf, booksOf, sumOf } from './books';
import { lapsePage, lapsing, type Holding } from './lapse-points';
import { foldPointsYear, keptSince, pointsYearDue, type PointsYear } from './points-year';
import { move, type Posting } from './posting';

const yearly = (pointsYears: number | null) => aCommunity({ policy: Policy.parse({ pointsYears }) });
const community = yearly(0);
const begun: PointsYear = { id: 'points-years', year: 2026, step: 'warn', after: null, warnedAt: null };
const lapse: PointsYear = { ...begun, step: 'lapse', warnedAt: '2026-12-02T01:00:00.000Z' };
const newYear = '2026-12-31T16:00:00.000Z';
const holding = (person: string, balance: number, earned = 0): Holding => ({
  account: `person:${person}`,
  ...{ balance, earned },
});

test('what was earned first is spent first: of 30, of which 20 are of this year, 10 lapse', () => {
  expect([lapsing(holding('a', 30, 20)), lapsing(holding('a', 15, 20)), lapsing(holding('a', 30, -5))]).toEqual([
    10, 0, 30,
  ]);
});

test('a year’s points last for as many further years as the pack says, or for ever', () => {
  expect(keptSince(2026, yearly(0))).toBe(newYear);
  expect(keptSince(2026, yearly(1))).toBe('2025-12-31T16:00:00.000Z');
  expect(keptSince(2026, yearly(null))).toBeNull();
  expect(pointsYearDue(begun, yearly(null))).toBeNull();
});

test('people are warned a month before, and whoever was warned late keeps the month', () => {
  expect(pointsYearDue(begun, community)).toBe('2026-12-02T01:00:00.000Z');
  expect(pointsYearDue(lapse, community)).toBe(newYear);
  expect(pointsYearDue({ ...lapse, warnedAt: '2026-12-20T01:00:00.000Z' }, community)).toBe('2027-01-18T16:00:00.000Z');
});

test('a warning goes to who loses something and can be written to; saved time is no part of it', () => {
  const page = { holdings: [holding('a', 30, 20), holding('b', 5, 5), holding('c', 7)], reachable: ['a', 'b'] };
  const { events, says, postings } = lapsePage(begun, page, { now: '2026-12-02T01:00:00.000Z', community });
  expect(events).toMatchObject([{ kind: 'warned', after: 'person:c', people: 2, points: 17 }]);
  expect(says).toMatchObject([{ to: { person: 'a' }, params: { points: 10, balance: 30, until: newYear } }]);
  expect(postings).toEqual([]);
});

test('the last page turns to the next step, and the last step to the next year', () => {
  const empty = { holdings: [], reachable: [] };
  const turned = lapsePage(begun, empty, { now: newYear, community }).events;
  expect(foldPointsYear(begun, turned)).toEqual({ ...begun, step: 'lapse', warnedAt: newYear });
  expect(foldPointsYear(lapse, turned)).toEqual({ ...begun, year: 2027 });
});

test('whoever holds what: run through in pages of any size, again or not, the sum stays zero and only the old is gone', () => {
  const amounts = fc.record({ old: fc.nat(50), young: fc.nat(50), spent: fc.nat(100) });
  fc.assert(
    fc.property(fc.array(amounts, { maxLength: 12 }), fc.integer({ min: 1, max: 5 }), (people, size) => {
      const account = (index: number): AccountId => `person:p${String(index).padStart(2, '0')}`;
      const given = people.flatMap(({ old, young, spent }, index): readonly Posting[] => [
        { cause: `o${index}`, at: newYear, reason: 'hours', entries: move('issued:hours', account(index), old) },
        { cause: `y${index}`, at: newYear, reason: 'hours', entries: move('issued:hours', account(index), young) },
        {
          ...{ cause: `s${index}`, at: newYear, reason: 'held' },
          entries: move(account(index), 'held:o', Math.min(spent, old + young)),
        },
      ]);
      const before = booksOf(given);
      const holdings = people.map(({ young }, index): Holding => ({
        account: account(index),
        balance: balanceOf(before, account(index)),
        earned: young,
      }));
      const postings: Posting[] = [];
      for (let at = 0; at < holdings.length; at += size)
        postings.push(
          ...lapsePage(lapse, { holdings: holdings.slice(at, at + size), reachable: [] }, { now: newYear, community })
            .postings,
        );
      const after = booksOf([...given, ...postings, ...postings]);
      expect(sumOf(after)).toBe(0);
      people.forEach(({ old, young, spent }, index) => {
        const left = old + young - Math.min(spent, old + young);
        expect(balanceOf(after, account(index))).toBe(Math.min(young, left));
      });
    }),
  );
});
