import fc from 'fast-check';
import { openStore, type OpenedStore } from '../../../test/support/open-store';
import { aCommit } from '../../../test/support/a-commit';
import type { AccountId } from '../../domain/points/account';
import { balanceOf, booksOf, reversalOf } from '../../domain/points/books';
import { move, type Posting } from '../../domain/points/posting';
import type { Ledger, StatementCursor, StatementLine } from '../../usecases/ports';

let opened: OpenedStore;
let ledger: Ledger;
beforeAll(async () => {
  opened = await openStore();
  ledger = opened.store.ledger;
});
afterAll(() => opened.close());

const earned = (account: AccountId, points: number, day: string, honours: string | null = null): Posting => ({
  cause: `${account}/${day}/${points}`,
  at: `2026-11-${day}T02:00:00.000Z`,
  reason: 'hours',
  number: 105,
  honours,
  entries: move('issued:hours', account, points),
});

const everyPage = async (account: AccountId, size: number): Promise<readonly StatementLine[]> => {
  const lines: StatementLine[] = [];
  for (let before: StatementCursor | undefined; ;) {
    const page = await ledger.statement(account, size, before);
    lines.push(...page);
    before = page.at(-1);
    if (page.length < size) return lines;
  }
};

test('a statement shows the newest first, each line with the balance after it and the number of what caused it', async () => {
  const account = 'person:statement';
  await ledger.postAll([earned(account, 10, '01'), earned(account, 4, '02'), earned(account, 5, '03')]);
  const statement = await ledger.statement(account, 2);
  expect(statement.map(({ points, balance, number }) => [points, balance, number])).toEqual([
    [5, 19, 105],
    [4, 14, 105],
  ]);
  expect(await ledger.statement('person:nobody', 2)).toEqual([]);
});

test('what was posted before is left out of a batch, however often it is run', async () => {
  const postings = Array.from({ length: 1200 }, (_, index) => earned(`household:h${index}`, 8, '05'));
  await ledger.postAll(postings.slice(0, 700));
  await Promise.all([ledger.postAll(postings), ledger.postAll(postings)]);
  expect(await ledger.balance('household:h0')).toBe(8);
  expect(await ledger.balance('household:h1199')).toBe(8);
  expect(await ledger.balance('issued:hours')).toBeLessThanOrEqual(-9600);
  expect(await ledger.byCause(postings[3]?.cause ?? '')).toMatchObject({ number: 105, reason: 'hours' });
  expect(await ledger.byCause('never')).toBeNull();
});

test('a commit of many adds to what is there and begins the rest; one of them short of points stops them all', async () => {
  const { unitOfWork } = opened.store;
  const of = (index: number): AccountId => `household:many-${index}`;
  const all = (cause: string, points: (index: number) => number): readonly Posting[] =>
    Array.from({ length: 60 }, (_, index): Posting => ({
      ...{ cause: `${cause}:${index}`, at: '2026-11-20T02:00:00.000Z', reason: 'inspection', honours: '2026-11' },
      entries: move('issued:inspection', of(index), points(index)),
    }));
  await unitOfWork.commit(aCommit('many 1', { postings: all('first', (index) => index % 7).slice(0, 40) }));
  await unitOfWork.commit(aCommit('many 2', { postings: all('second', (index) => 3 + (index % 2)) }));
  const expected = (index: number): number => (index < 40 ? index % 7 : 0) + 3 + (index % 2);
  const balances = () => Promise.all(Array.from({ length: 60 }, (_, index) => ledger.balance(of(index))));
  expect(await balances()).toEqual(Array.from({ length: 60 }, (_, index) => expected(index)));
  const tooMuch = all('third', (index) => (index === 59 ? -5 : -1));
  expect(await unitOfWork.commit(aCommit('many 3', { postings: tooMuch }))).toEqual({ kind: 'conflict' });
  expect(await balances()).toEqual(Array.from({ length: 60 }, (_, index) => expected(index)));
  const known = [...all('second', () => 50), ...all('fourth', () => -1)];
  expect(await unitOfWork.commit(aCommit('many 4', { postings: known }))).toMatchObject({ kind: 'committed' });
  expect(await balances()).toEqual(Array.from({ length: 60 }, (_, index) => expected(index) - 1));
});

test('commits that race for the same causes post each of them once', async () => {
  const { unitOfWork } = opened.store;
  const postings = Array.from({ length: 30 }, (_, index): Posting => ({
    ...{ cause: `race:${index}`, at: '2026-11-20T02:00:00.000Z', reason: 'inspection', honours: '2026-11' },
    entries: move('issued:inspection', `household:race-${index}`, 5),
  }));
  const again = async (name: string): Promise<void> => {
    for (;;) if ((await unitOfWork.commit(aCommit(name, { postings }))).kind !== 'conflict') return;
  };
  await Promise.all(['race a', 'race b', 'race c', 'race d'].map(again));
  const balances = await Promise.all(postings.map((_, index) => ledger.balance(`household:race-${index}`)));
  expect(balances).toEqual(postings.map(() => 5));
});

test('the honours of a month count what was earned in it, less what was taken back', async () => {
  const [li, zhao, wang] = ['person:h-li', 'person:h-zhao', 'person:h-wang'] as const;
  const false1 = earned(wang, 90, '07', '2026-11');
  await ledger.postAll([
    earned(li, 30, '05', '2026-11'),
    earned(li, 15, '06', '2026-11'),
    earned(zhao, 45, '05', '2026-11'),
    earned('household:h-8', 200, '05', '2026-11'),
    earned(zhao, 500, '08', '2026-12'),
    false1,
    reversalOf(false1, '2026-11-20T02:00:00.000Z', 'taken-back'),
  ]);
  expect(await ledger.honours('2026-11', 'person', 10)).toEqual([
    { account: li, points: 45 },
    { account: zhao, points: 45 },
  ]);
  expect(await ledger.honours('2026-11', 'household', 10)).toContainEqual({ account: 'household:h-8', points: 200 });
  expect(await ledger.honours('2026-12', 'person', 1)).toEqual([{ account: zhao, points: 500 }]);
});

test('whatever is posted: stored balances are what the postings make, and every page of a statement adds up', async () => {
  const account = fc.constantFrom<AccountId>('person:p1', 'person:p2', 'saved:p1', 'issued:hours', 'pool:all');
  const any = fc.record({
    cause: fc.integer({ min: 0, max: 25 }),
    from: account,
    to: account,
    points: fc.integer({ min: 0, max: 60 }),
    day: fc.integer({ min: 10, max: 14 }),
  });
  let run = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(any, { maxLength: 30 }), fc.integer({ min: 1, max: 7 }), async (moves, size) => {
      run += 1;
      const mine = (id: AccountId): AccountId => `${id}-${run}`;
      const postings = moves.map(({ cause, from, to, points, day }): Posting => ({
        cause: `run ${run} ${cause}`,
        at: `2026-11-${day}T02:00:00.000Z`,
        reason: 'reversal',
        entries: move(mine(from), mine(to), points),
      }));
      for (const [index, each] of postings.entries())
        await opened.store.unitOfWork.commit(aCommit(`run ${run} ${index}`, { postings: [each] }));
      const books = booksOf(postings);
      for (const id of ['person:p1', 'person:p2', 'saved:p1', 'issued:hours', 'pool:all'] as const) {
        const lines = await everyPage(mine(id), size);
        expect(await ledger.balance(mine(id))).toBe(balanceOf(books, mine(id)));
        expect(lines.reduce((sum, { points }) => sum + points, 0)).toBe(balanceOf(books, mine(id)));
        lines.forEach(({ points, balance }, index) => {
          expect(balance - points).toBe(lines[index + 1]?.balance ?? 0);
        });
      }
    }),
    { numRuns: 15 },
  );
  expect((await ledger.books()).sum).toBe(0);
});
