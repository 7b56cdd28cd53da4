import type { Person } from '../../../domain/community/community';
import { Order } from '../../../domain/rewards/order';
import type { OwnOrder } from '../../../domain/wording/reward-params';
import type { EnginePorts } from '../../ports-of-engine';

/** As many as a message can list. */
const most = 5;

/** What is kept for somebody in a shop, the next to lapse first. */
export const openOrdersOf = async (ports: EnginePorts, person: Person): Promise<readonly OwnOrder[]> => {
  const found = await ports.matters.find({ kind: 'order', person: person.id, open: true, limit: 50 });
  return found
    .map(({ state }) => Order.parse(state))
    .filter((order) => order.phase === 'held' && [order.person, order.by].includes(person.id))
    .map(({ number, zh, en, until, address }) => ({ number, item: { zh, en }, until, address }))
    .sort((one, other) => one.until.localeCompare(other.until))
    .slice(0, most);
};
