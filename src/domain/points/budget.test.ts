import fc from 'fast-check';
import { aCommunity } from '../../../test/support/a-community';
import { Policy } from '../community/policy';
import type { Guard, GuardValue } from '../decision';
import { award } from './award';
import { payQueued, withinBudget } from './budget';
import { balanceOf, booksOf, sumOf } from './books';
import { move, type Posting } from './posting';

const now = '2026-11-20T04:00:00.000Z';
const budgeted = (pointsBudget: 'none' | 'queue' | 'refuse') => aCommunity({ policy: Policy.parse({ pointsBudget }) });

const give = (pointsBudget: 'none' | 'queue' | 'refuse', left: number, value: GuardValue = {}) => {
  const community = budgeted(pointsBudget);
  const guard = (id: string): Guard =>
    id === 'budget:2026-11' ? { id, version: 3, value: { ...value, count: left } } : { id, version: 0, value: null };
  const given = { person: 'zhao', now, community, guard };
  return withinBudget(award({ kind: 'report', points: 10, matter: 't1', at: now, ...given }), given);
};

test('without a budget there is no limit, and nothing more to read', () => {
  expect(give('none', 0)).toMatchObject({
    points: 10,
    says: [],
    postings: [{ entries: move('issued:report', 'person:zhao', 10) }],
  });
});

test('points come out of the month’s budget; near its end awards wait for one another', () => {
  const entries = move('budget:2026-11', 'person:zhao', 10);
  expect(give('queue', 10_000)).toMatchObject({ points: 10, postings: [{ entries }], guards: [{}], says: [] });
  expect(give('queue', 10).guards[1]).toEqual({ id: 'budget:2026-11', version: 3, value: { count: 0 } });
});

test('beyond the budget points wait: whoever earned them hears it, the directors once', () => {
  const first = give('queue', 9);
  expect(first).toMatchObject({
    ...{ points: 0, postings: [{ reason: 'queued', honours: null }] },
    says: [{ to: { person: 'zhao' }, params: { points: 10, queued: true } }, { wording: 'points.budget-used-up' }],
  });
  expect(first.postings[0]?.entries).toEqual(move('promised:2026-11', 'queued:zhao', 10));
  expect(give('queue', 9, { at: now }).says).toHaveLength(1);
});

test('where the pack refuses, nothing is posted and the day’s cap is not used', () => {
  expect(give('refuse', 9)).toMatchObject({ points: 0, postings: [], guards: [{ id: 'budget:2026-11' }] });
  expect(give('refuse', 9).says[0]).toMatchObject({ params: { points: 10, queued: false } });
});

test('whoever waits and however much is granted: paid whole or not at all, never beyond it, and the sum stays zero', () => {
  const people = fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 15 });
  fc.assert(
    fc.property(people, fc.nat(300), (waiting, granted) => {
      const queue = waiting.map((points, index) => ({ person: `p${index}`, points }));
      const before: readonly Posting[] = [
        { cause: 'grant', at: now, reason: 'granted', entries: move('granted:lin', 'budget:2026-11', granted) },
        ...queue.map(({ person, points }): Posting => ({
          ...{ cause: `q:${person}`, at: now, reason: 'queued' },
          entries: move('promised:2026-11', `queued:${person}`, points),
        })),
      ];
      const paid = payQueued(queue, granted, { now, community: budgeted('queue'), cause: 'c' });
      const books = booksOf([...before, ...paid.map(({ posting }) => posting)]);
      expect(sumOf(books)).toBe(0);
      expect(balanceOf(books, 'budget:2026-11')).toBeGreaterThanOrEqual(0);
      for (const { person, points } of queue) {
        const own = balanceOf(books, `person:${person}`);
        expect([0, points]).toContain(own);
        expect(own + balanceOf(books, `queued:${person}`)).toBe(points);
      }
    }),
  );
});
