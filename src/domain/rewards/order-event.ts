import { z } from 'zod';
import type { Order } from './order';

const event = <Kind extends string, Shape extends z.core.$ZodLooseShape>(kind: Kind, shape: Shape) =>
  z.object({ kind: z.literal(kind), at: z.string(), ...shape }).readonly();

const id = z.string();

/** What can happen to an order. Ids only; name and points are the reward's as they were when it was ordered. */
export const OrderEvent = z.discriminatedUnion('kind', [
  event('ordered', {
    ...{ id, number: z.int(), person: id, by: id, reward: id, zh: id, en: id, points: z.int() },
    ...{ counted: z.boolean(), shops: z.array(id).readonly(), code: id, until: id },
    address: id.nullable().default(null),
  }),
  event('reminded', {}),
  event('collected', { by: id, shop: id }),
  event('cancelled', { by: id }),
  event('lapsed', {}),
]);
export type OrderEvent = z.infer<typeof OrderEvent>;

const change = (order: Order, event: Exclude<OrderEvent, { kind: 'ordered' }>): Order => {
  switch (event.kind) {
    case 'reminded':
      return { ...order, reminded: true };
    case 'collected':
      return { ...order, phase: 'collected', collected: { at: event.at, by: event.by, shop: event.shop } };
    case 'cancelled':
      return { ...order, phase: 'cancelled' };
    case 'lapsed':
      return { ...order, phase: 'lapsed' };
  }
};

const begin = ({ kind: _kind, ...given }: Extract<OrderEvent, { kind: 'ordered' }>): Order => ({
  ...given,
  ...{ phase: 'held', reminded: false, collected: null },
});

/** The state of an order is the fold of its events. */
export const foldOrder = (order: Order | null, events: readonly OrderEvent[]): Order | null =>
  events.reduce<Order | null>(
    (state, event) => (event.kind === 'ordered' ? begin(event) : state && change(state, event)),
    order,
  );
