import fc from 'fast-check';
import type { AccountId } from './account';
import type { Posting } from './posting';
import { balanceOf, booksOf, emptyBooks, post, reversalOf, sumOf } from './books';

const at = '2026-11-20T04:00:00.000Z';
const posting = (cause: string, ...entries: readonly (readonly [AccountId, number])[]): Posting => ({
  cause,
  at,
  reason: 'report',
  entries: entries.map(([account, points]) => ({ account, points })),
});
const ten = posting('t1:report', ['issued:report', -10], ['person:zhao', 10]);

test('a posting moves points from one account to another', () => {
  const books = booksOf([ten]);
  expect(balanceOf(books, 'person:zhao')).toBe(10);
  expect(balanceOf(books, 'issued:report')).toBe(-10);
  expect(balanceOf(books, 'person:nobody')).toBe(0);
  expect(sumOf(books)).toBe(0);
});

test.each([
  ['a sum that is not zero', posting('x', ['issued:report', -10], ['person:zhao', 9]), { kind: 'unbalanced', sum: -1 }],
  ['parts of a point', posting('x', ['issued:report', -0.5], ['person:zhao', 0.5]), { kind: 'not-whole' }],
  [
    'a person below zero',
    posting('x', ['issued:report', 1], ['person:zhao', -1]),
    { kind: 'below-zero', account: 'person:zhao' },
  ],
])('%s is refused', (_, wrong, refusal) => {
  expect(post(emptyBooks, wrong)).toEqual({ ok: false, refusal });
});

test('one cause is posted once', () => {
  const books = booksOf([ten]);
  expect(post(books, ten)).toEqual({ ok: false, refusal: { kind: 'posted-before', cause: 't1:report' } });
  expect(balanceOf(booksOf([ten, ten, ten]), 'person:zhao')).toBe(10);
});

test('a reversal takes a posting back, once, and not what was already spent', () => {
  const back = reversalOf(ten, at);
  expect(back).toEqual({
    cause: 't1:report:reversal',
    at,
    reason: 'reversal',
    entries: [
      { account: 'issued:report', points: 10 },
      { account: 'person:zhao', points: -10 },
    ],
  });
  expect(balanceOf(booksOf([ten, back, back]), 'person:zhao')).toBe(0);
  const spent = posting('s1', ['person:zhao', -4], ['issued:report', 4]);
  expect(balanceOf(booksOf([ten, spent, back]), 'person:zhao')).toBe(6);
});

test('whatever is posted: the sum stays zero, nobody falls below zero, each cause counts once', () => {
  const account = fc.constantFrom<AccountId>('issued:report', 'person:zhao', 'person:qian');
  const any = fc
    .record({
      cause: fc.integer({ min: 0, max: 20 }),
      from: account,
      to: account,
      points: fc.integer({ min: -50, max: 50 }),
      slip: fc.integer({ min: 0, max: 9 }),
    })
    .map(({ cause, from, to, points, slip }) =>
      posting(`c${cause}`, [from, -points], [to, points + (slip === 0 ? 1 : 0)]),
    );
  fc.assert(
    fc.property(fc.array(any, { maxLength: 60 }), (postings) => {
      const books = booksOf(postings);
      expect(sumOf(books)).toBe(0);
      expect(balanceOf(books, 'person:zhao')).toBeGreaterThanOrEqual(0);
      expect(balanceOf(books, 'person:qian')).toBeGreaterThanOrEqual(0);
      expect(books.causes.size).toBeLessThanOrEqual(21);
      expect(booksOf([...postings, ...postings]).causes.size).toBeGreaterThanOrEqual(books.causes.size);
    }),
  );
});
