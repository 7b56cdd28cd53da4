import fc from 'fast-check';
import { aCommunity, anArea } from '../../../test/support/a-community';
import { Policy } from '../community/policy';
import { accountKind } from '../points/account';
import { balanceOf, booksOf, sumOf as sumOfBooks, type Books } from '../points/books';
import type { Posting } from '../points/posting';
import { giveMarks, type StoredMark } from './give-marks';
import type { Household } from './household';
import type { MarkChange } from './mark';
import { object, rule } from './objections';
import { foldRound, type Round, type RoundEvent } from './round';
import { roundDue } from './round-clock';
import { RoundPolicy } from './round-policy';
import { takeBackMarks } from './take-back-marks';
import { noFacts, tickRound, type RoundFacts } from './tick-round';

const policy = RoundPolicy.parse({
  ...{ day: 5, markDays: 4, remindDays: 1, fromBudget: true },
  items: [{ id: 'home', zh: '居家', en: 'home', most: 10 }],
  teams: [{ village: 'v', inspectors: ['wu'] }],
  plaque: { zh: '清洁户', en: 'clean household', from: 9 },
});
const base = aCommunity();
const community = aCommunity({
  ...{ rounds: policy, policy: Policy.parse({ pointsBudget: 'queue' }) },
  areas: [...base.areas, anArea('v', 'place', 'home')],
});
const begins = '2026-11-05T01:00:00.000Z';
const soon = '2026-11-06T01:00:00.000Z';

const aHousehold = (number: number): Household => ({
  ...{ id: `v.${number}`, village: 'v', number: String(number), address: null, head: 'x' },
  ...{ headPerson: `p${number}`, members: [], card: 'chat', honourName: null },
});

/** What a database keeps: a change of marks that were changed since is refused with all that came with it. */
class Kept {
  round: Round | null = foldRound(null, [
    { kind: 'planned', at: begins, id: 'round-2026-11', month: '2026-11', opensAt: begins },
  ]);
  version = 1;
  readonly marks = new Map<string, StoredMark>();
  readonly postings: Posting[] = [];

  write(marks: readonly MarkChange[], postings: readonly Posting[]): boolean {
    const stale = marks.some(
      ({ mark, expectedVersion }) => (this.marks.get(mark.household)?.version ?? 0) !== expectedVersion,
    );
    if (stale) return false;
    for (const { mark, expectedVersion } of marks)
      this.marks.set(mark.household, { mark, version: expectedVersion + 1 });
    this.postings.push(...postings);
    return true;
  }

  facts(batch: number): RoundFacts {
    const phase = this.round?.phase;
    const wanted =
      phase === 'telling'
        ? ['marked']
        : phase === 'posting' || phase === 'deciding'
          ? ['marked', 'published', 'decided']
          : [];
    const all = [...this.marks.values()];
    const found = all.filter(({ mark }) => wanted.includes(mark.phase)).slice(0, batch);
    return {
      ...noFacts,
      number: 130,
      batch: found.map((each) => ({ ...each, household: aHousehold(Number(each.mark.household.slice(2))), to: null })),
      objected: all
        .filter(({ mark }) => mark.phase === 'objected')
        .map(({ mark }) => ({ village: 'v', number: mark.household })),
    };
  }
}

const markAll = (kept: Kept, marks: readonly number[]): void => {
  marks.forEach((mark, index) => {
    if (!kept.round) return;
    const household = aHousehold(index + 1);
    const given = giveMarks({
      ...{ round: kept.round, household, before: null, by: 'wu', read: { marks: { home: mark }, left: '' } },
      ...{ photos: [], now: soon, community, policy },
    });
    if (given.ok) kept.write([given.value], []);
  });
};

const objectTo = (kept: Kept, number: number, now: string): void => {
  const before = kept.marks.get(`v.${number}`);
  if (!kept.round || !before) return;
  const made = object({ round: kept.round, household: aHousehold(number), before, by: `p${number}`, words: 'w', now });
  if (made.ok) kept.write([made.value], []);
};

const decideOn = (kept: Kept, number: number, mark: number | null, now: string): void => {
  const before = kept.marks.get(`v.${number}`);
  if (!kept.round || !before) return;
  const read = mark === null ? null : { marks: { home: mark }, left: '' };
  const made = rule({
    round: kept.round,
    household: aHousehold(number),
    before,
    by: 'chen',
    words: null,
    read,
    now,
    community,
    policy,
  });
  if (made.ok) kept.write([made.value.change], made.value.postings);
};

const takeBack = (kept: Kept, number: number, by: string): string => {
  const household = aHousehold(number);
  const cause = `round:round-2026-11:household:${household.id}`;
  const books = booksOf(kept.postings);
  const made = takeBackMarks({
    ...{ household, by, words: 'w', now: soon, community, before: kept.marks.get(household.id) ?? null },
    posting: kept.postings.find((posting) => posting.cause === cause) ?? null,
    balance: (account) => balanceOf(books, account),
  });
  if (made.ok) kept.write([made.value.change], made.value.postings);
  return made.ok ? 'taken' : made.refusal;
};

const budgetOf = ({ balances }: Books): number =>
  [...balances].reduce((sum, [account, points]) => (accountKind(account) === 'budget' ? sum + points : sum), 0);

interface Step {
  readonly batch: number;
  /** What becomes of the tick: it is committed, lost before, or committed with another that read the same. */
  readonly fate: 'done' | 'lost' | 'twice';
  readonly then: {
    readonly what: 'object' | 'rule' | 'nothing';
    readonly number: number;
    readonly mark: number | null;
  };
}

const tickOnce = (kept: Kept, { batch, fate, then }: Step): void => {
  const round = kept.round;
  const now = round && roundDue(round);
  if (!round || !now) return;
  const version = kept.version;
  const decided = tickRound(round, { now, community, facts: kept.facts(batch) });
  // Somebody speaks between the reading and the commit.
  if (then.what === 'object') objectTo(kept, then.number, now);
  if (then.what === 'rule') decideOn(kept, then.number, then.mark, now);
  for (const _ of fate === 'lost' ? [] : fate === 'twice' ? [1, 2] : [1]) {
    if (kept.version !== version || !kept.write(decided.marks ?? [], decided.postings)) continue;
    kept.round = foldRound(round, decided.events satisfies readonly RoundEvent[]);
    kept.version += 1;
  }
};

const aStep: fc.Arbitrary<Step> = fc.record({
  batch: fc.integer({ min: 1, max: 5 }),
  fate: fc.constantFrom('done', 'lost', 'twice'),
  then: fc.record({
    what: fc.constantFrom('object', 'rule', 'nothing'),
    number: fc.integer({ min: 1, max: 12 }),
    mark: fc.option(fc.integer({ min: 0, max: 10 })),
  }),
});

test('whatever is lost, repeated or said in between, each household is posted once what it was marked at last', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 10 }), { maxLength: 12 }),
      fc.array(aStep, { maxLength: 40 }),
      (marks, steps) => {
        const kept = new Kept();
        const plain: Step = { batch: 3, fate: 'done', then: { what: 'nothing', number: 1, mark: null } };
        tickOnce(kept, plain);
        markAll(kept, marks);
        steps.forEach((step) => tickOnce(kept, step));
        // In the end staff decide what waits, and nothing is lost any more.
        for (let turn = 0; turn < 60; turn += 1) {
          marks.forEach((_, index) => decideOn(kept, index + 1, null, (kept.round && roundDue(kept.round)) ?? soon));
          tickOnce(kept, plain);
        }
        expect(kept.round?.phase).toBe('done');
        const causes = kept.postings.map(({ cause }) => cause);
        expect(new Set(causes).size).toBe(causes.length);
        const books = booksOf(kept.postings);
        expect(sumOfBooks(books)).toBe(0);
        expect(kept.marks.size).toBe(marks.length);
        const given = [...kept.marks.values()].reduce((sum, { mark }) => sum + mark.points, 0);
        expect(budgetOf(books) + given).toBe(0);
        expect(balanceOf(books, 'issued:inspection') + 0).toBe(0);
        for (const { mark } of kept.marks.values()) {
          expect(mark.phase).toBe('posted');
          expect(balanceOf(books, `household:${mark.household}`)).toBe(mark.points);
        }
        expect(kept.round?.posted.count ?? 0).toBeLessThanOrEqual(marks.length);
        for (const { mark } of [...kept.marks.values()]) {
          const number = Number(mark.household.slice(2));
          expect(takeBack(kept, number, `p${number}`)).toBe('own');
          expect(takeBack(kept, number, 'chen')).toBe(mark.points === 0 ? 'none' : 'taken');
          expect(takeBack(kept, number, 'chen')).toBe(mark.points === 0 ? 'none' : 'before');
        }
        const after = booksOf(kept.postings);
        expect([...after.balances.values()].every((points) => Math.abs(points) === 0)).toBe(true);
      },
    ),
    { numRuns: 150 },
  );
});
