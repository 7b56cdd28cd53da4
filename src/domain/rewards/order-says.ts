import type { Community } from '../community/community';
import type { Say, SpokenSay } from '../decision';
import type { Moment, PersonId } from '../ids';
import { afterQuietHours } from '../notices/after-quiet-hours';
import type { Spoken } from '../wording/params';
import type { OrderContext } from './order-context';
import type { Order } from './order';
import type { Shop } from './reward';
import { shopsOf } from './rewards-for';

type Extras = Omit<Partial<SpokenSay>, 'to' | 'wording' | 'params' | 'key'>;

const sayTo = (people: readonly PersonId[], spoken: Spoken, extras: Extras = {}): readonly Say[] =>
  [...new Set(people)].map((person) => ({
    ...{ to: { person }, key: spoken.wording, urgency: 'prompt' },
    ...extras,
    ...spoken,
  }));

const named = ({ number, zh, en, points }: Order) => ({ number, item: { zh, en }, points });

/** The code goes to whoever ordered, and to whose points they are. */
export const saysOfPlaced = (
  order: Order,
  {
    community,
    balance,
    told,
  }: {
    readonly community: Community;
    readonly balance: number;
    readonly told: readonly PersonId[];
  },
): readonly Say[] =>
  sayTo(told, {
    wording: 'reward.code',
    params: {
      ...named(order),
      ...{ person: order.person, by: order.by, code: order.code, until: order.until },
      address: order.address,
      balance: balance - order.points,
      shops: shopsOf(order, community),
    },
  });

export const saysOfCollected = (
  order: Order,
  { by, shop, now }: { readonly by: PersonId; readonly shop: Shop; readonly now: Moment },
): readonly Say[] => [
  ...sayTo([order.by], { wording: 'reward.collected', params: { ...named(order), shop: shop.name, at: now } }),
  ...sayTo([by], { wording: 'reward.handed-out', params: { ...named(order), shop: shop.name } }),
];

export const saysOfCancelled = (order: Order, by: PersonId): readonly Say[] =>
  sayTo([by, order.by], { wording: 'reward.cancelled', params: { ...named(order), why: 'cancelled' } });

export const saysOfLapsed = (order: Order, { now, community }: OrderContext): readonly Say[] =>
  sayTo(
    [order.by],
    { wording: 'reward.cancelled', params: { ...named(order), why: 'lapsed' } },
    { urgency: 'ordinary', ...afterQuietHours(now, community) },
  );

export const saysOfReminder = (order: Order, { now, community }: OrderContext): readonly Say[] =>
  sayTo(
    [order.by],
    {
      wording: 'reward.remind',
      params: {
        ...{ ...named(order), code: order.code, until: order.until },
        ...{ address: order.address, shops: shopsOf(order, community) },
      },
    },
    { urgency: 'ordinary', ...afterQuietHours(now, community) },
  );
