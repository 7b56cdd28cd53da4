import { Order } from '../../domain/rewards/order';
import type { Matters, People } from '../ports';

export interface RedemptionPorts {
  readonly matters: Pick<Matters, 'find'>;
  readonly people: Pick<People, 'byIds'>;
}

/** As many as are listed; what is older stands in the ledger of whoever had it. */
const most = 200;

export interface Redemption {
  readonly order: Order;
  readonly name: string;
}

/** What was ordered, the newest first: what waits in a shop, or all of it. */
export const redemptions = async (
  { matters, people }: RedemptionPorts,
  which: 'held' | 'all',
): Promise<readonly Redemption[]> => {
  const found = await matters.find({ kind: 'order', ...(which === 'held' ? { open: true } : {}), limit: most });
  const orders = found.map(({ state }) => Order.parse(state));
  const known = await people.byIds([...new Set(orders.map(({ person }) => person))]);
  const names = new Map(known.map(({ id, name }) => [id, name]));
  return orders.map((order) => ({ order, name: names.get(order.person) ?? '' }));
};
