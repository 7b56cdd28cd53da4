import fc from 'fast-check';
import { takeBack } from './take-back';
import { balanceOf, booksOf, emptyBooks, post, sumOf } from './books';
import { move, type Posting } from './posting';

const at = '2026-11-20T04:00:00.000Z';
const ten: Posting = {
  ...{ cause: 't1:report', at, reason: 'report', number: 101, honours: '2026-11' },
  entries: move('issued:report', 'person:zhao', 10),
};
const spent = (points: number): Posting => ({
  ...{ cause: 's1', at, reason: 'held' },
  entries: move('person:zhao', 'held:o1', points),
});

test('what proved false is taken back whole while it is there', () => {
  expect(takeBack(ten, () => 25, at)).toEqual({
    taken: 10,
    missing: 0,
    posting: {
      ...{ cause: 't1:report:reversal', at, reason: 'taken-back', number: 101, honours: '2026-11' },
      entries: [
        { account: 'issued:report', points: 10 },
        { account: 'person:zhao', points: -10 },
      ],
    },
  });
});

test('what was spent is noted against the person, who stays at zero', () => {
  const { posting, taken, missing } = takeBack(ten, () => 4, at);
  expect([taken, missing]).toEqual([4, 6]);
  const books = booksOf([ten, spent(6), posting]);
  expect(balanceOf(books, 'person:zhao')).toBe(0);
  expect(balanceOf(books, 'owed:zhao')).toBe(-6);
  expect(balanceOf(books, 'issued:report')).toBe(0);
});

test('whatever was spent before: nobody falls below zero, the sum stays zero, and it is taken back once', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 10 }),
      fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 20 }),
      (of, earned) => {
        const given = earned.map((points, index): Posting => ({
          ...{ cause: `t${index}:report`, at, reason: 'report' },
          entries: move('issued:report', 'person:zhao', points),
        }));
        let books = booksOf(given);
        const gone = Math.floor(balanceOf(books, 'person:zhao') / of);
        books = gone > 0 ? booksOf([...given, spent(gone)]) : books;
        for (const posting of given) {
          const back = takeBack(posting, (account) => balanceOf(books, account), at);
          const next = post(books, back.posting);
          expect(next.ok).toBe(true);
          books = next.ok ? next.value : emptyBooks;
          expect(balanceOf(books, 'person:zhao')).toBeGreaterThanOrEqual(0);
          expect(sumOf(books)).toBe(0);
          expect(post(books, back.posting)).toMatchObject({ ok: false, refusal: { kind: 'posted-before' } });
        }
        expect(balanceOf(books, 'issued:report')).toBe(0);
        expect(balanceOf(books, 'owed:zhao') === 0 ? 0 : -balanceOf(books, 'owed:zhao')).toBe(gone);
      },
    ),
  );
});

test('what waited for the budget is taken from where it is by now', () => {
  const queued: Posting = { ...ten, reason: 'queued', entries: move('promised:2026-11', 'queued:zhao', 10) };
  const has = (balances: Readonly<Record<string, number>>) => takeBack(queued, (id) => balances[id] ?? 0, at);
  expect(has({ 'queued:zhao': 10 }).posting.entries).toContainEqual({ account: 'queued:zhao', points: -10 });
  expect(has({ 'person:zhao': 30 }).posting.entries).toContainEqual({ account: 'person:zhao', points: -10 });
  expect(has({ 'person:zhao': 3 })).toMatchObject({ taken: 3, missing: 7 });
});
