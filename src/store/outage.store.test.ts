import { aChange, aCommit, aDraft, aTicketRef } from '../../test/support/a-commit';
import { silentLog } from '../../test/support/open-store';
import { startOwnServers, type OwnServers } from '../../test/support/servers';
import { createStore, type Stores } from './store';

let servers: OwnServers;
let store: Stores;
beforeAll(async () => {
  servers = await startOwnServers();
  store = await createStore({ uri: servers.mongoUri, communityId: 'demo', log: silentLog });
}, 60_000);
afterAll(async () => {
  await store.close();
  await servers.stop();
}, 60_000);

const report = (index: number) =>
  aCommit(`report ${index}`, {
    changes: [aChange({ ref: aTicketRef({ id: `t${index}`, number: 1000 + index }) })],
    outbox: [aDraft(`row ${index}`)],
    postings: [
      {
        ...{ cause: `award ${index}`, at: '2026-11-20T02:00:00.000Z', reason: 'report' },
        entries: [
          { account: `person:${index % 6}`, points: 1 },
          { account: 'issued:report', points: -1 },
        ],
      },
    ],
  });

/** As a platform that redelivers: said again until it is acknowledged. */
const redeliver = async (index: number): Promise<void> => {
  for (;;) {
    try {
      if ((await store.unitOfWork.commit(report(index))).kind !== 'conflict') return;
    } catch {
      // An outage: said again.
    }
  }
};

test('MongoDB killed in mid-transaction: each commit is there whole, once', async () => {
  const said = Array.from({ length: 60 }, (_, index) => redeliver(index));
  await new Promise((resolve) => setTimeout(resolve, 60));
  await servers.mongo.kill();
  await servers.mongo.start();
  await Promise.all(said);
  await store.ping();
  expect(await store.matters.find({ limit: 100 })).toHaveLength(60);
  expect(await store.outbox.undelivered(100)).toHaveLength(60);
  expect(await store.ledger.balance('person:0')).toBe(10);
  expect(await store.ledger.books()).toEqual({
    sum: 0,
    accounts: [
      { id: 'issued:report', balance: -60 },
      ...Array.from({ length: 6 }, (_, index) => ({ id: `person:${index}`, balance: 10 })),
    ],
    entries: 60,
  });
}, 60_000);
