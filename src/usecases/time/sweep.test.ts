import { aChat, aMessage } from '../../../test/support/a-delivery';
import { addMatter, aProcess } from '../../../test/support/a-process';
import { fakePlatform } from '../../../test/support/fake-platform';
import { openStore, type OpenedStore } from '../../../test/support/open-store';
import type { Stores } from '../../store/store';

let database: OpenedStore;
let store: Stores;
let communities = 0;
beforeAll(async () => {
  database = await openStore();
});
afterAll(() => database.close());
beforeEach(async () => {
  communities += 1;
  store = await database.another({ communityId: `c${communities}`, rememberMs: 0 });
});

/** Redis is not there at all: the sweep alone must do. */
const noRedis = 'redis://127.0.0.1:1';

const secondsAgo = (seconds: number): Date => new Date(store.clock.now().getTime() - seconds * 1000);

test('poisoned matters become incidents and stop nobody; mended, they are closed', async () => {
  const poisoned = Array.from({ length: 120 }, (_, count) => 1000 + count);
  for (const number of poisoned) await addMatter(store, number, secondsAgo(600));
  await addMatter(store, 101, secondsAgo(10));
  const process = aProcess(store, fakePlatform(), { redisUrl: noRedis }, poisoned);
  const swept = await process.jobs.sweepNow();
  expect(process.ticked).toEqual([101]);
  expect(swept).toEqual({ recomputed: 0, ticked: 121, drained: 0, fetched: 0, failed: 120 });
  const open = await store.incidents.list();
  expect(open).toHaveLength(120);
  expect(open[0]?.what).toContain('a state that no rule understands');
  await process.jobs.stop();
  const mended = aProcess(store, fakePlatform(), { redisUrl: noRedis });
  await mended.jobs.sweepNow();
  expect(mended.ticked).toHaveLength(120);
  expect(await store.incidents.list()).toEqual([]);
  await mended.jobs.stop();
}, 60_000);

test('what is late runs in the order in which it fell due, and only what is due', async () => {
  await addMatter(store, 103, secondsAgo(1));
  await addMatter(store, 101, secondsAgo(30));
  await addMatter(store, 104, secondsAgo(-60));
  await addMatter(store, 102, secondsAgo(20));
  const process = aProcess(store, fakePlatform(), { redisUrl: noRedis });
  await process.jobs.sweepNow();
  expect([...process.ticked].sort()).toEqual([101, 102, 103]);
  await process.jobs.sweepNow();
  expect(process.ticked).toHaveLength(3);
  await process.jobs.stop();
});

test('chats with rows are drained, those in trouble too, and none twice', async () => {
  const platform = fakePlatform();
  const chats = await Promise.all(Array.from({ length: 110 }, (_, count) => aChat(store, `chat-${count}`)));
  await store.outbox.add(chats.map((chat) => aMessage(chat, 1)));
  platform.next('fails', 'fails', 'fails');
  const process = aProcess(store, platform, { redisUrl: noRedis });
  expect(await process.jobs.sweepNow()).toEqual({ recomputed: 0, ticked: 0, drained: 110, fetched: 0, failed: 0 });
  expect(platform.delivered).toHaveLength(107);
  await process.jobs.stop();
}, 60_000);
