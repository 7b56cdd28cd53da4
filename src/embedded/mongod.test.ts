import { mongo } from 'mongoose';
import { startServers, type Servers } from '../../test/support/servers';

let servers: Servers;
beforeAll(async () => {
  servers = await startServers();
}, 60_000);
afterAll(() => servers.stop());

test('a started mongod takes transactions and forgets a stuck one after 5 seconds', async () => {
  const client = new mongo.MongoClient(servers.mongoUri);
  try {
    await client.withSession((session) =>
      session.withTransaction(async () => {
        await client.db().collection('things').insertOne({ name: 'a' }, { session });
      }),
    );
    expect(await client.db().collection('things').countDocuments()).toBe(1);
    const limit = await client.db('admin').command({ getParameter: 1, transactionLifetimeLimitSeconds: 1 });
    expect(limit['transactionLifetimeLimitSeconds']).toBe(5);
  } finally {
    await client.close();
  }
});
