import fc from 'fast-check';
import { aCommunity, aPerson } from '../../../test/support/a-community';
import type { Guard } from '../decision';
import { balanceOf, booksOf, sumOf } from '../points/books';
import type { Posting } from '../points/posting';
import { FundEntry } from './fund-entry';
import { foldFund, type FundEvent } from './fund-event';
import { fundMonth } from './fund-month';
import { fundAccount, judgeEntry, receiptGuardId, type FundCommand } from './judge-entry';
import { noteEntry, noteReversal } from './note-entry';
import { readFen } from './read-fen';
import { tickEntry } from './tick-entry';

test.each([
  ['5000', 500_000],
  ['5,000.5', 500_050],
  ['5万', 5_000_000],
  ['1.25万', 1_250_000],
  ['0.01', 1],
  ['0', null],
  ['-5', null],
  ['12.345', null],
  ['12.340', 1234],
  ['1.2.3', null],
  ['', null],
])('“%s” yuan are %s fen', (text, fen) => {
  expect(readFen(text)).toBe(fen);
});

const staff = ['lin', 'chen', 'xu'].map((id) => aPerson(id, ['staff@home']));
const community = aCommunity({ officers: staff });
const begin = Date.parse('2026-10-20T02:00:00.000Z');

/** What the database keeps. */
class Kept {
  readonly entries = new Map<string, FundEntry>();
  readonly versions = new Map<string, number>();
  readonly guards = new Map<string, Guard>();
  readonly postings: Posting[] = [];
  now = new Date(begin).toISOString();

  change(id: string, events: readonly FundEvent[]): void {
    const after = foldFund(this.entries.get(id) ?? null, events);
    if (!after) return;
    this.entries.set(id, after);
    this.versions.set(id, (this.versions.get(id) ?? 0) + 1);
  }
}

interface Step {
  readonly what: 'income' | 'expense' | 'reverse' | FundCommand['kind'] | 'wait';
  readonly who: number;
  readonly which: number;
  readonly fen: number;
}

const chosen = ({ entries }: Kept, { which }: Step): FundEntry | undefined =>
  [...entries.values()][which % Math.max(1, entries.size)];

const note = (kept: Kept, { what, who, which, fen }: Step, index: number): void => {
  const by = staff[who] ?? aPerson('lin');
  const id = `fund-${index}`;
  const payee = which % 3 === 0 ? { words: 'p', people: [staff[(who + which) % 3]?.id ?? 'lin'] } : null;
  const way = what === 'income' ? 'income' : 'expense';
  const photos = way === 'expense' ? [`photo-${which % 4}`, ...(which % 2 ? [`photo-${(which + 1) % 4}`] : [])] : [];
  const made = noteEntry({ id, number: index, way, by, fen, words: 'w', payee, photos }, { now: kept.now, community });
  if (made.ok) kept.change(id, made.value.events);
};

const reverse = (kept: Kept, step: Step, index: number): void => {
  const entry = chosen(kept, step);
  const by = staff[step.who];
  if (!entry || !by) return;
  const id = `fund-${index}`;
  const made = noteReversal(entry, { id, number: index, words: 'why', by }, { now: kept.now, community });
  if (made.ok) kept.change(id, made.value.events);
};

const judge = (kept: Kept, step: Step, kind: FundCommand['kind']): void => {
  const entry = chosen(kept, step);
  const by = staff[step.who];
  if (!entry || !by) return;
  const receipts = entry.photos.map((photo) => {
    const id = receiptGuardId(photo);
    return kept.guards.get(id) ?? { id, version: 0, value: null };
  });
  const of = entry.corrects && kept.entries.get(entry.corrects.id);
  const corrected = of ? { entry: of, version: kept.versions.get(of.id) ?? 0 } : null;
  const command: FundCommand = kind === 'drop-photo' ? { kind, by, nth: step.which % 3 } : { kind, by };
  const made = judgeEntry(entry, command, { now: kept.now, community, receipts, corrected });
  if (!made.ok) return;
  kept.change(entry.id, made.value.events);
  for (const { matter, state } of made.value.also) kept.entries.set(matter.id, FundEntry.parse(state));
  for (const { id, version, value } of made.value.guards) kept.guards.set(id, { id, version: version + 1, value });
  kept.postings.push(...made.value.postings);
};

const wait = (kept: Kept, { which }: Step): void => {
  kept.now = new Date(Date.parse(kept.now) + which * 6 * 3_600_000).toISOString();
  for (const entry of kept.entries.values())
    kept.change(entry.id, tickEntry(entry, { now: kept.now, community }).events);
};

const aStep: fc.Arbitrary<Step> = fc.record({
  what: fc.constantFrom(
    'income',
    'expense',
    'reverse',
    'approve',
    'approve',
    'approve',
    'decline',
    'withdraw',
    'drop-photo',
    'wait',
  ),
  who: fc.nat(2),
  which: fc.nat(11),
  fen: fc.integer({ min: 1, max: 1_000_000 }),
});

test('in any history: the account is the fold of its lines, each of two hands, each reversed once, and the months join', () => {
  const seen = { stood: 0, reversed: 0, doubted: 0 };
  fc.assert(
    fc.property(fc.array(aStep, { minLength: 10, maxLength: 60 }), (steps) => {
      const kept = new Kept();
      steps.forEach((step, index) => {
        if (step.what === 'income' || step.what === 'expense') note(kept, step, index);
        else if (step.what === 'reverse') reverse(kept, step, index);
        else if (step.what === 'wait') wait(kept, step);
        else judge(kept, step, step.what);
      });
      const books = booksOf(kept.postings);
      const causes = kept.postings.map(({ cause }) => cause);
      expect(new Set(causes).size).toBe(causes.length);
      expect(sumOf(books)).toBe(0);
      const all = [...kept.entries.values()];
      const months = ['2026-10', '2026-11', '2026-12', '2027-01'].map((month) => fundMonth(all, month, community));
      expect(months.at(-1)?.closing).toBe(balanceOf(books, fundAccount));
      months.forEach((month, index) => {
        expect(month.opening + month.income - month.expense).toBe(month.closing);
        expect(month.opening).toBe(months[index - 1]?.closing ?? 0);
      });
      for (const { by, second, payee, reversedBy, id, way, photos } of all) {
        expect(way === 'expense' ? photos.length > 0 : photos.length === 0).toBe(true);
        if (second) expect([by, ...(payee?.people ?? [])]).not.toContain(second.by);
        const standing = all.filter(({ corrects, phase }) => corrects?.id === id && phase === 'booked');
        expect(standing.map(({ number }) => number)).toEqual(reversedBy === null ? [] : [reversedBy]);
      }
      seen.stood += kept.postings.length;
      seen.reversed += all.filter(({ phase }) => phase === 'reversed').length;
      seen.doubted += all.filter(({ same }) => same !== null).length;
    }),
    { numRuns: 200 },
  );
  expect(Object.entries(seen).filter(([, times]) => times === 0)).toEqual([]);
});

const at = new Date(begin).toISOString();
const three: FundEvent = {
  ...{ kind: 'fund-noted', at, id: 'fund-7', number: 7, way: 'expense', fen: 100, words: 'w', payee: null },
  ...{ corrects: null, photos: ['p1', 'p2', 'p3'], by: 'lin', to: ['chen', 'xu'] },
};
const drop = (entry: FundEntry, by: string, nth: number | null) =>
  judgeEntry(
    entry,
    { kind: 'drop-photo', by: aPerson(by, ['staff@home']), nth },
    { now: at, community, receipts: [], corrected: null },
  );
const after = (events: readonly FundEvent[]): FundEntry => FundEntry.parse(foldFund(null, [three, ...events]));

test('a photo that is no receipt is taken back by whoever noted the line; those who were asked look at the others', () => {
  const made = drop(after([]), 'lin', 2);
  if (!made.ok) throw new Error(made.refusal.kind);
  expect(made.value.events).toEqual([{ kind: 'receipt-dropped', at, by: 'lin', photo: 'p2' }]);
  expect(after(made.value.events).photos).toEqual(['p1', 'p3']);
  const told = made.value.says.map((say) => [
    say.to,
    say.card === undefined && say.wording,
    say.card === undefined && say.photos,
  ]);
  expect(told).toEqual([
    [{ person: 'chen' }, 'fund.ask', ['p1', 'p3']],
    [{ person: 'xu' }, 'fund.ask', ['p1', 'p3']],
    [{ person: 'lin' }, 'fund.less', undefined],
  ]);
});

test('which photo must be said, the last one stays, and nobody takes back from another’s line or from one that is over', () => {
  const one = after(['p1', 'p2'].map((photo) => ({ kind: 'receipt-dropped', at, by: 'lin', photo })));
  const over = after([{ kind: 'withdrawn', at, by: 'lin' }]);
  const why = (entry: FundEntry, by: string, nth: number | null) => {
    const made = drop(entry, by, nth);
    return made.ok ? 'done' : made.refusal;
  };
  expect([why(after([]), 'lin', null), why(after([]), 'lin', 4), why(after([]), 'lin', 0)]).toEqual(
    [1, 2, 3].map(() => ({ kind: 'which-photo', photos: 3 })),
  );
  expect(why(one, 'lin', 1)).toEqual({ kind: 'last-photo', photos: 1 });
  expect(why(after([]), 'chen', 1)).toEqual({ kind: 'not-yours' });
  expect(why(over, 'lin', 1)).toEqual({ kind: 'over', phase: 'withdrawn' });
});
