import { Reward, Shop } from '../../src/domain/rewards/reward';
import type { Head } from '../../src/domain/wording/params';
import type { RewardParams } from '../../src/domain/wording/reward-params';

const shop = Shop.parse({
  id: 'shop',
  name: 'Linli',
  address: 'Linli',
  hours: '8:00–18:00',
  people: ['li'],
});
const reward = Reward.parse({ id: 'rice', zh: '米', en: 'rice', points: 20, stock: 50, shops: ['shop'] });

/** Every message about what points buy, in each of its forms. */
export const rewardSamples = (
  { number }: Head,
  at: string,
): { readonly [K in keyof RewardParams]: readonly RewardParams[K][] } => {
  const item = { zh: '米', en: 'rice' };
  const named = { number, item, points: 20 };
  const free = { ...named, points: 0 };
  const code = { code: '12345670', until: at, shops: [shop] };
  const own = { item, person: 'zhao', own: true };
  return {
    'reward.list': [
      {
        balance: 60,
        rewards: [
          { ...reward, left: 3 },
          { ...reward, left: 0 },
          { ...reward, points: 0, left: null },
        ],
      },
      { balance: 0, rewards: [] },
    ],
    'reward.which': [{ typed: '东西', rewards: [reward] }],
    'reward.confirm': [
      { ...own, reward: 'rice', points: 20, balance: 60 },
      { ...own, own: false, reward: 'rice', points: 20, balance: 20 },
    ],
    'reward.not-placed': [
      { ...own, why: { kind: 'too-few', points: 20, balance: 8 } },
      { ...own, own: false, why: { kind: 'none-left' } },
      { ...own, why: { kind: 'month-limit', perMonth: 2 } },
    ],
    'reward.code': [
      { ...named, ...code, person: 'zhao', by: 'zhao', balance: 40, address: 'place' },
      { ...named, ...code, person: 'zhao', by: 'wang', balance: 0, shops: [shop, shop, shop, shop] },
    ],
    'reward.remind': [{ ...named, ...code, address: 'place' }],
    'reward.cancelled': [
      { ...named, why: 'cancelled' },
      { ...free, why: 'lapsed' },
    ],
    'reward.collected': [{ ...named, shop: 'Linli', at }],
    'reward.handed-out': [
      { ...named, shop: 'Linli' },
      { ...free, shop: 'Linli' },
    ],
    'reward.refused': [
      { ...named, why: { kind: 'over', phase: 'collected', at } },
      { ...named, why: { kind: 'over', phase: 'collected', at: null } },
      { ...named, why: { kind: 'over', phase: 'lapsed', at: null } },
      { ...named, why: { kind: 'over', phase: 'cancelled', at: null } },
      { ...named, why: { kind: 'other-shop', shops: [shop] } },
      { ...named, why: { kind: 'not-yours' } },
    ],
    'reward.code-wrong': [
      { code: '1234', why: 'mistyped' },
      { code: '12345670', why: 'unknown' },
      { code: '', why: 'mistyped' },
    ],
    'reward.state': [
      { ...named, phase: 'held', code: code.code, until: at, collected: null, own: true },
      { ...named, phase: 'held', code: code.code, until: at, collected: null, own: true, address: 'place' },
      { ...named, phase: 'held', code: code.code, until: at, collected: null, own: false },
      {
        ...named,
        phase: 'collected',
        code: code.code,
        until: at,
        collected: { at, by: 'li', shop: 'shop' },
        own: true,
      },
      { ...named, phase: 'lapsed', code: code.code, until: at, collected: null, own: true },
      { ...free, phase: 'cancelled', code: code.code, until: at, collected: null, own: true },
    ],
    'reward.shop-page': [{ address: 'place', until: at }],
    'reward.restocked': [{ item, pieces: 100, left: 103 }],
    'reward.not-restocked': [
      { typed: '', rewards: [reward] },
      { typed: '很多', rewards: [] },
    ],
    'reward.settlement': [
      { month: '2026-11', shops: [{ shop: 'Linli', lines: [{ item, pieces: 3, points: 60 }] }] },
      { month: '2026-10', shops: [] },
    ],
    'reward.not-yours': [
      { what: 'collect' },
      { what: 'restock' },
      { what: 'settle' },
      { what: 'shop' },
      { what: 'proxy' },
    ],
    'reward.no-such-person': [
      { name: '王奶奶', found: 0 },
      { name: '王奶奶', found: 2 },
    ],
  };
};
