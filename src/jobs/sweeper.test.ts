import { openStore, silentLog, type OpenedStore } from '../../test/support/open-store';
import { LeaseDocument } from '../store/house-documents';
import { createSweeper, type Sweeper } from './sweeper';

let opened: OpenedStore;
beforeAll(async () => {
  opened = await openStore();
});
afterAll(() => opened.close());

test('whoever is killed keeps the others from sweeping for ten seconds at most, not for a whole span between sweeps', async () => {
  const sweeping = await new Promise<Sweeper>((resolve) => {
    const sweeper = createSweeper({
      leases: opened.store.leases,
      holder: 'to be killed',
      sweep: () => {
        resolve(sweeper);
        return Promise.resolve({ recomputed: 0, ticked: 0, drained: 0, fetched: 0, failed: 0 });
      },
      note: () => Promise.resolve(),
      log: silentLog,
    });
    sweeper.start();
  });
  const { connection } = opened.store;
  const leases = connection.getClient().db(connection.name).collection('leases');
  const lease = LeaseDocument.parse(await leases.findOne({ holder: 'to be killed' }));
  expect(lease.until.getTime() - Date.now()).toBeLessThanOrEqual(10_000);
  expect(lease.until.getTime() - Date.now()).toBeGreaterThan(0);
  await sweeping.stop();
});
