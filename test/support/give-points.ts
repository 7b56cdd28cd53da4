import { createLog } from '../../src/log';
import { move } from '../../src/domain/points/posting';
import { createStore } from '../../src/store/store';

/** Points that somebody brought along from before, on the books of the demo neighbourhood. */
export const givePoints = async (uri: string, points: Readonly<Record<string, number>>): Promise<void> => {
  const store = await createStore({ uri, communityId: 'demo', log: createLog('silent') });
  await store.ledger.postAll(
    Object.entries(points).map(([person, given]) => ({
      cause: `given:${person}:${given}`,
      at: '2026-11-01T00:00:00.000Z',
      reason: 'deed',
      entries: move('issued:deed', `person:${person}`, given),
    })),
  );
  await store.close();
};
