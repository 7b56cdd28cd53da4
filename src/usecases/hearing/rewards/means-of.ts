import type { Person } from '../../../domain/community/community';
import { Order } from '../../../domain/rewards/order';
import { stockOf } from '../../../domain/rewards/order-postings';
import type { Means } from '../../../domain/rewards/place-order';
import type { Reward } from '../../../domain/rewards/reward';
import type { EnginePorts } from '../../ports-of-engine';

/** Orders of a person that are looked at for the limit of a month. */
const lookedAt = 200;

/** Pieces that are left; null: it is not counted. */
export const leftOf = (ports: EnginePorts, { id, stock }: Reward): Promise<number | null> =>
  stock === null ? Promise.resolve(null) : ports.ledger.balance(stockOf(id));

/** What an order of this would depend on. */
export const meansOf = async (ports: EnginePorts, person: Person, reward: Reward): Promise<Means> => {
  const [balance, left, earlier] = await Promise.all([
    ports.ledger.balance(`person:${person.id}`),
    leftOf(ports, reward),
    ports.matters.find({ kind: 'order', person: person.id, limit: lookedAt }),
  ]);
  return {
    ...{ balance, left },
    earlier: earlier.map(({ state }) => Order.parse(state)).filter((order) => order.person === person.id),
  };
};
