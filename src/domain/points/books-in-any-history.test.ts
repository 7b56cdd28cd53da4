import fc from 'fast-check';
import { aCommunity, aPerson } from '../../../test/support/a-community';
import { decideOrder } from '../rewards/decide-order';
import type { Order } from '../rewards/order';
import { foldOrder, type OrderEvent } from '../rewards/order-event';
import { stockOf, supply } from '../rewards/order-postings';
import { codeGuardId, ordersGuardId, placeOrder } from '../rewards/place-order';
import { Reward, Shop } from '../rewards/reward';
import { tickOrder } from '../rewards/tick-order';
import { hasFloor, type AccountId } from './account';
import { award } from './award';
import { balanceOf, emptyBooks, post, sumOf, type Books } from './books';
import type { Posting } from './posting';
import { takeBack } from './take-back';

const rice = Reward.parse({ ...{ id: 'rice', zh: '米', en: 'rice', points: 20, stock: 3 }, shops: ['one', 'two'] });
const shops = ['one', 'two'].map((id) =>
  Shop.parse({ id, name: id, address: 'here', hours: 'all day', people: [`clerk-${id}`] }),
);
const community = aCommunity({ shops, rewards: [rice] });
const people = ['zhao', 'qian', 'sun'].map((id) => aPerson(id, ['resident@home']));
const begin = Date.parse('2026-11-20T02:00:00.000Z');

/** What the store keeps: the postings of a decision stand all together or not at all. */
class Life {
  books: Books = emptyBooks;
  readonly postings: Posting[] = [];
  readonly orders = new Map<string, Order>();
  readonly ends = new Map<string, number>();
  now = new Date(begin).toISOString();

  write(postings: readonly Posting[]): boolean {
    let books = this.books;
    for (const posting of postings) {
      const next = post(books, posting);
      if (!next.ok) return false;
      books = next.value;
    }
    this.books = books;
    this.postings.push(...postings);
    return true;
  }

  change(id: string, events: readonly OrderEvent[], postings: readonly Posting[]): void {
    if (events.length === 0 || !this.write(postings)) return;
    const order = foldOrder(this.orders.get(id) ?? null, events);
    if (!order) return;
    this.orders.set(id, order);
    if (order.phase !== 'held') this.ends.set(id, (this.ends.get(id) ?? 0) + 1);
  }
}

interface Step {
  readonly what: 'earn' | 'earn again' | 'order' | 'collect' | 'cancel' | 'wait' | 'take back' | 'supply';
  readonly who: number;
  readonly which: number;
}

const person = ({ who }: Step) => people[who] ?? people[0] ?? aPerson('zhao', []);

const earn = (life: Life, step: Step, matter: string): void => {
  const given = award({
    ...{ kind: 'report', person: person(step).id, matter, points: 20, at: life.now, community },
    guard: (id) => ({ id, version: 0, value: null }),
  });
  if (given) life.write([given.posting]);
};

const order = (life: Life, step: Step, id: string): void => {
  const [by, code] = [person(step), id.padStart(8, '0')];
  const made = placeOrder(
    { id, number: 101, reward: rice, person: by, by, code },
    {
      ...{ balance: balanceOf(life.books, `person:${by.id}`), left: balanceOf(life.books, stockOf('rice')) },
      ...{ earlier: [], now: life.now, community, told: [by.id] },
      ordersGuard: { id: ordersGuardId(by.id), version: 0, value: null },
      codeGuard: { id: codeGuardId(code), version: 0, value: null },
    },
  );
  if (made.ok) life.change(id, made.value.events, made.value.postings);
};

const ofOrder = (life: Life, step: Step): void => {
  const chosen = [...life.orders.values()][step.which % Math.max(1, life.orders.size)];
  if (!chosen) return;
  const by = step.what === 'collect' ? aPerson(`clerk-${step.who % 2 ? 'one' : 'two'}`, ['shop@home']) : person(step);
  const kind = step.what === 'collect' ? 'collect' : 'cancel';
  const made = decideOrder(chosen, { kind, by }, { now: life.now, community });
  if (made.ok) life.change(chosen.id, made.value.events, made.value.postings);
};

const wait = (life: Life, { which }: Step): void => {
  life.now = new Date(Date.parse(life.now) + which * 24 * 3_600_000).toISOString();
  for (const [id, each] of life.orders) {
    const ticked = tickOrder(each, { now: life.now, community });
    life.change(id, ticked.events, ticked.postings);
  }
};

const back = (life: Life, { which }: Step): void => {
  const given = life.postings.filter(({ reason }) => reason === 'report');
  const chosen = given[which % Math.max(1, given.length)];
  if (!chosen) return;
  const { posting, taken, missing } = takeBack(chosen, (account) => balanceOf(life.books, account), life.now);
  expect(taken + missing).toBe(20);
  life.write([posting]);
};

const ways: { readonly [K in Step['what']]: (life: Life, step: Step, index: number) => void } = {
  earn: (life, step, index) => {
    earn(life, step, `t${index}`);
  },
  'earn again': (life, step) => {
    earn(life, step, `t${step.which}`);
  },
  order: (life, step, index) => {
    order(life, step, String(index));
  },
  collect: ofOrder,
  cancel: ofOrder,
  wait,
  'take back': back,
  supply: (life, { which }, index) => {
    life.write([supply('rice', which + 1, `delivery ${index % 3}`, life.now)]);
  },
};

const aStep: fc.Arbitrary<Step> = fc.record({
  what: fc.constantFrom(
    'earn',
    'earn',
    'earn again',
    'order',
    'order',
    'collect',
    'cancel',
    'wait',
    'take back',
    'supply',
  ),
  who: fc.nat(2),
  which: fc.nat(12),
});

const foldOf = (postings: readonly Posting[], account: AccountId): number =>
  postings
    .flatMap(({ entries }) => entries)
    .reduce((sum, entry) => (entry.account === account ? sum + entry.points : sum), 0);

test('in any history: the sum is zero and no floor broken at every moment, each cause stands once, each order ends once', () => {
  const seen = { codes: 0, collected: 0, lapsed: 0, taken: 0 };
  fc.assert(
    fc.property(fc.array(aStep, { minLength: 20, maxLength: 70 }), (steps) => {
      const life = new Life();
      life.write([supply('rice', 2, 'opening', life.now)]);
      steps.forEach((step, index) => {
        ways[step.what](life, step, index);
        expect(sumOf(life.books)).toBe(0);
        for (const [account, points] of life.books.balances) {
          if (hasFloor(account)) expect(points).toBeGreaterThanOrEqual(0);
          expect(points).toBe(foldOf(life.postings, account));
        }
      });
      const causes = life.postings.map(({ cause }) => cause);
      expect(new Set(causes).size).toBe(causes.length);
      expect([...life.ends.values()].every((times) => times === 1)).toBe(true);
      const orders = [...life.orders.values()];
      const count = (phase: Order['phase']): number => orders.filter((each) => each.phase === phase).length;
      for (const each of orders) {
        const held = each.phase === 'held';
        expect(balanceOf(life.books, `held:${each.id}`)).toBe(held ? 20 : 0);
        expect(balanceOf(life.books, `reserved:${each.id}`)).toBe(held ? 1 : 0);
      }
      const handedOut = balanceOf(life.books, 'redeemed:one') + balanceOf(life.books, 'redeemed:two');
      expect(handedOut).toBe(20 * count('collected'));
      const supplied = -balanceOf(life.books, 'supplied:rice');
      expect(balanceOf(life.books, stockOf('rice')) + count('held') + count('collected')).toBe(supplied);
      seen.codes += orders.length;
      seen.collected += count('collected');
      seen.lapsed += count('lapsed');
      seen.taken += life.postings.filter(({ reason }) => reason === 'taken-back').length;
    }),
    { numRuns: 200 },
  );
  // Histories in which nothing happens would prove nothing.
  expect(Object.entries(seen).filter(([, times]) => times === 0)).toEqual([]);
});
