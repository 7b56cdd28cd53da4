import { supply } from '../../domain/rewards/order-postings';
import type { Clock, Communities, Ledger } from '../ports';

/** At each start: the pieces that the pack says a reward begins with, once ever. */
export const supplyFirstStock = async (ports: {
  readonly clock: Clock;
  readonly communities: Communities;
  readonly ledger: Pick<Ledger, 'postAll'>;
}): Promise<void> => {
  const { rewards } = await ports.communities.current();
  const now = ports.clock.now().toISOString();
  await ports.ledger.postAll(
    rewards.flatMap(({ id, stock }) => (stock ? [supply(id, stock, `reward:${id}:first-stock`, now)] : [])),
  );
};
