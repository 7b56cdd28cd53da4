import { aCommunity, aPerson } from '../../../test/support/a-community';
import type { Person } from '../community/community';
import { decideOrder } from './decide-order';
import type { Order } from './order';
import { foldOrder } from './order-event';
import { ordersGuardId, codeGuardId, placeOrder, type Means } from './place-order';
import { Reward, Shop } from './reward';
import { orderDue, tickOrder } from './tick-order';

const rice = Reward.parse({
  id: 'rice',
  zh: '米',
  en: 'rice',
  points: 20,
  stock: 5,
  perMonth: 2,
  shops: ['one', 'two'],
});
const shops = ['one', 'two', 'three'].map((id) =>
  Shop.parse({ id, name: id, address: 'here', hours: 'all day', people: [`clerk-${id}`] }),
);
const community = aCommunity({ shops, rewards: [rice] });
const zhao = aPerson('zhao', ['rider@home']);
const clerk = (shop: string) => aPerson(`clerk-${shop}`, ['shop@home']);
const now = '2026-11-20T02:00:00.000Z';
const code = '12345670';

const means = (given: Partial<Means> = {}): Means => ({ balance: 45, left: 5, earlier: [], ...given });

const placing = (given: Partial<Means> = {}, reward = rice) =>
  placeOrder(
    { id: 'o1', number: 101, reward, person: zhao, by: zhao, code, address: 'w1' },
    {
      ...{ ...means(given), now, community, told: ['zhao'] },
      ordersGuard: { id: ordersGuardId('zhao'), version: 3, value: { count: 3 } },
      codeGuard: { id: codeGuardId(code), version: 0, value: null },
    },
  );

const placed = (reward = rice): Order => {
  const result = placing({}, reward);
  const order = result.ok ? foldOrder(null, result.value.events) : null;
  if (!order) throw new Error('refused');
  return order;
};

const later = (days: number): string => new Date(Date.parse(now) + days * 86_400_000).toISOString();
const at = (moment: string) => ({ now: moment, community });

describe('placing', () => {
  test('points and piece are held in one decision, and both facts it relied on are written', () => {
    const result = placing();
    expect(result).toMatchObject({ ok: true });
    if (!result.ok) return;
    expect(result.value.postings.map(({ entries }) => entries)).toEqual([
      [
        { account: 'person:zhao', points: -20 },
        { account: 'held:o1', points: 20 },
      ],
      [
        { account: 'stock:rice', points: -1 },
        { account: 'reserved:o1', points: 1 },
      ],
    ]);
    expect(result.value.guards).toEqual([
      { id: 'orders:zhao', version: 3, value: { count: 4, at: now } },
      { id: 'code:12345670', version: 0, value: { matter: 'o1', number: 101 } },
    ]);
  });

  test.each([
    ['too few points', { balance: 19 }, { kind: 'too-few', points: 20, balance: 19 }],
    ['none left', { left: 0 }, { kind: 'none-left' }],
    ['the month is used up', { earlier: [placed(), placed()] }, { kind: 'month-limit', perMonth: 2 }],
  ])('%s', (_, given, refusal) => {
    expect(placing(given)).toEqual({ ok: false, refusal });
  });

  test('what lapsed, was cancelled, or was had in another month, does not count', () => {
    const one = placed();
    const earlier: readonly Order[] = [
      { ...one, phase: 'lapsed' },
      { ...one, phase: 'cancelled' },
      { ...one, at: '2026-10-31T15:59:00.000Z' },
      { ...one, reward: 'oil' },
      { ...one, phase: 'collected' },
    ];
    expect(placing({ earlier })).toMatchObject({ ok: true });
    // 2026-11-01, 0:00 in Shanghai.
    expect(placing({ earlier: [...earlier, { ...one, at: '2026-10-31T16:00:00.000Z' }] })).toMatchObject({ ok: false });
  });

  test('what costs nothing and is not counted moves nothing', () => {
    const result = placing({ left: null, balance: 0 }, { ...rice, points: 0, stock: null });
    expect(result).toMatchObject({ ok: true, value: { postings: [] } });
  });
});

describe('collecting', () => {
  const collect = (order: Order, shop: string) => decideOrder(order, { kind: 'collect', by: clerk(shop) }, at(now));

  test('either of its shops hands it out, once; the points are that shop’s', () => {
    const first = collect(placed(), 'two');
    expect(first).toMatchObject({
      ok: true,
      value: { postings: [{ entries: [{}, { account: 'redeemed:two' }] }, {}] },
    });
    const after = foldOrder(placed(), first.ok ? first.value.events : []);
    expect(after && collect(after, 'one')).toEqual({
      ok: false,
      refusal: { kind: 'over', phase: 'collected', at: now },
    });
  });

  test('another shop does not', () => {
    expect(collect(placed(), 'three')).toMatchObject({ ok: false, refusal: { kind: 'other-shop' } });
  });
});

test('only whose it is, who ordered it, or staff cancel it, and only while it is held', () => {
  const cancel = (order: Order, by: Person) => decideOrder(order, { kind: 'cancel', by }, at(now));
  expect(cancel(placed(), aPerson('wang', ['grid-worker@grid-2']))).toEqual({
    ok: false,
    refusal: { kind: 'not-yours' },
  });
  expect(cancel(placed(), aPerson('chen', ['staff@home']))).toMatchObject({ ok: true });
  const result = cancel(placed(), zhao);
  const after = foldOrder(placed(), result.ok ? result.value.events : []);
  expect(after?.phase).toBe('cancelled');
  expect(after && cancel(after, zhao)).toEqual({
    ok: false,
    refusal: { kind: 'over', phase: 'cancelled', at: null },
  });
});

describe('time', () => {
  test('reminded of once, a day before its end; then it lapses and all goes back', () => {
    const order = placed();
    // The end of the seventh day, 23:59 in Shanghai.
    expect(order.until).toBe('2026-11-27T15:59:00.000Z');
    expect(orderDue(order)).toBe('2026-11-26T15:59:00.000Z');
    expect(tickOrder(order, at(later(1))).events).toEqual([]);
    const reminded = tickOrder(order, at('2026-11-26T16:00:00.000Z'));
    expect(reminded.events.map(({ kind }) => kind)).toEqual(['reminded']);
    // Said at night: held until the morning.
    expect(reminded.says[0]).toMatchObject({ wording: 'reward.remind', holdUntil: '2026-11-26T23:00:00.000Z' });
    const after = foldOrder(order, reminded.events);
    expect(after && tickOrder(after, at('2026-11-26T16:00:00.000Z')).events).toEqual([]);
    expect(after && orderDue(after)).toBe(order.until);
    const lapsed = tickOrder(order, at(later(30)));
    expect(lapsed.events.map(({ kind }) => kind)).toEqual(['lapsed']);
    expect(lapsed.postings.flatMap(({ entries }) => entries).filter(({ points }) => points > 0)).toEqual([
      { account: 'person:zhao', points: 20 },
      { account: 'stock:rice', points: 1 },
    ]);
  });

  test('what holds for a day is not reminded of; what is over never ticks', () => {
    const short = placed({ ...rice, validDays: 1 });
    expect(orderDue(short)).toBe(short.until);
    const collected: Order = { ...placed(), phase: 'collected' };
    expect(orderDue(collected)).toBeNull();
    expect(tickOrder(collected, at(later(30))).events).toEqual([]);
  });
});
