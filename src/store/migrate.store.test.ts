import { setTimeout as sleep } from 'node:timers/promises';
import { silentLog } from '../../test/support/open-store';
import { startServers, type Servers } from '../../test/support/servers';
import { connectStore } from './connect.store';
import { migrateStore } from './migrate.store';
import { openTables } from './models';

let servers: Servers;
beforeAll(async () => {
  servers = await startServers();
});
afterAll(() => servers.stop());

const aProcess = async () => {
  const connection = await connectStore(servers.mongoUri);
  return { connection, tables: openTables(connection) };
};

test('two processes that start at once migrate once; the second waits for the first', async () => {
  const processes = await Promise.all([aProcess(), aProcess(), aProcess()]);
  let runs = 0;
  let running = 0;
  const change = {
    id: 'a-change',
    run: async () => {
      runs += 1;
      running += 1;
      expect(running).toBe(1);
      await sleep(100);
      running -= 1;
    },
  };
  const done = await Promise.all(
    processes.map(({ connection, tables }) => migrateStore(connection, tables, silentLog, [change])),
  );
  expect(runs).toBe(1);
  expect(done.map((ids) => ids.length).sort()).toEqual([0, 0, 2]);
  await Promise.all(processes.map(({ connection }) => connection.close()));
});

test('every index of the list exists afterwards, and doing it again does nothing', async () => {
  const { connection, tables } = await aProcess();
  await migrateStore(connection, tables, silentLog);
  expect(await migrateStore(connection, tables, silentLog)).toEqual([]);
  for (const { raw, indexes } of Object.values(tables)) {
    const keys = (await raw.indexes()).map(({ key }) => key);
    expect(keys).toEqual([{ _id: 1 }, ...indexes.map(([wanted]) => wanted)]);
  }
  await connection.close();
});

test('to another list and back: each time its own indexes are there, and those of somebody else stay', async () => {
  const { connection, tables } = await aProcess();
  const foreign = { communityId: 1, lateSince: -1 } as const;
  const [first, ...rest] = tables.matters.indexes;
  const added = [{ communityId: 1, openedFor: -1 }] as const;
  const other = { ...tables, matters: { ...tables.matters, indexes: [...rest, added] } };
  const keys = async () => new Set((await tables.matters.raw.indexes()).map(({ key }) => JSON.stringify(key)));
  const wanted = ({ matters }: typeof tables) =>
    new Set([{ _id: 1 }, foreign, ...matters.indexes.map(([key]) => key)].map((key) => JSON.stringify(key)));
  await migrateStore(connection, tables, silentLog);
  await tables.matters.raw.createIndexes([{ key: foreign }]);
  for (const list of [other, tables, other, tables]) {
    expect(await migrateStore(connection, list, silentLog)).toHaveLength(1);
    expect(await keys()).toEqual(wanted(list));
  }
  expect(first).toBeDefined();
  await connection.close();
});

test('a migration that fails leaves the lease free and is tried again at the next start', async () => {
  const { connection, tables } = await aProcess();
  const failing = { id: 'fails-first', run: () => Promise.reject(new Error('disk full')) };
  await expect(migrateStore(connection, tables, silentLog, [failing])).rejects.toThrow('disk full');
  const mended = { id: 'fails-first', run: () => Promise.resolve() };
  expect(await migrateStore(connection, tables, silentLog, [mended])).toEqual(['fails-first']);
  await connection.close();
});
