import { Redis } from 'ioredis';
import { setTimeout as sleep } from 'node:timers/promises';
import { aChat, aMessage } from '../../test/support/a-delivery';
import { addMatter, aProcess, type JobsProcess } from '../../test/support/a-process';
import { fakePlatform, type FakePlatform } from '../../test/support/fake-platform';
import { openStore, type OpenedStore } from '../../test/support/open-store';
import { startOwnServers, type OwnServers } from '../../test/support/servers';
import { aTicketRef } from '../../test/support/a-commit';
import type { Say } from '../domain/decision';
import type { JobsNeeds } from './jobs';

/** So long that no sweep but the first runs in a test. */
const never = 10 * 60_000;

let servers: OwnServers;
let opened: OpenedStore;
let platform: FakePlatform;
const running: JobsProcess[] = [];

beforeAll(async () => {
  servers = await startOwnServers();
}, 60_000);
afterAll(() => servers.stop());

let database = 0;
beforeEach(async () => {
  database += 1;
  opened = await openStore({ uri: servers.mongoUri.replace('/linli?', `/jobs${database}?`) });
  platform = fakePlatform();
});
afterEach(async () => {
  await Promise.all(running.splice(0).map(({ jobs }) => jobs.stop()));
  await opened.close();
});

const start = (given: Partial<JobsNeeds> = {}): JobsProcess => {
  const started = aProcess(opened.store, platform, {
    redisUrl: servers.redisUrl,
    sweepEveryMs: never,
    ...given,
  });
  running.push(started);
  started.jobs.start();
  return started;
};

const until = async (what: string, isSo: () => boolean | Promise<boolean>, withinMs = 10_000): Promise<number> => {
  const begun = Date.now();
  while (!(await isSo())) {
    if (Date.now() - begun > withinMs) throw new Error(`Not within ${withinMs} ms: ${what}`);
    await sleep(10);
  }
  return Date.now() - begun;
};

/** The first sweep of a started process is over, so that what follows is the queue's doing. */
const settledStart = async ({ jobs }: JobsProcess): Promise<void> => {
  await until('the queues are open', async () => (await jobs.queues.counts()) !== null);
  await sleep(200);
};

const inRedis = async (work: (redis: Redis) => Promise<unknown>): Promise<void> => {
  const redis = new Redis(servers.redisUrl);
  await work(redis);
  redis.disconnect();
};

const inSeconds = (seconds: number): Date => new Date(opened.store.clock.now().getTime() + seconds * 1000);

const say = async ({ jobs }: JobsProcess, chat: string, count: number, urgency: Say['urgency'] = 'prompt') => {
  const message = aMessage(chat, count);
  const rows = await opened.store.outbox.add([{ ...message, say: { ...message.say, urgency } }]);
  await jobs.wakeUps.drain(rows);
};

test('a row is delivered by its wake-up, long before a sweep', async () => {
  const process = start();
  await settledStart(process);
  const chat = await aChat(opened.store, 'one');
  await say(process, chat, 1);
  expect(await until('delivered', () => platform.delivered.length === 1)).toBeLessThan(2_000);
});

test('rows added while drains begin and end are all delivered, each once', async () => {
  const process = start();
  await settledStart(process);
  const chats = await Promise.all([1, 2, 3].map((number) => aChat(opened.store, `busy-${number}`)));
  const adder = async (chat: string) => {
    for (let count = 0; count < 60; count += 1) {
      await say(process, chat, count);
      await sleep(count % 7);
    }
  };
  await Promise.all(chats.map(adder));
  await until('all delivered', () => platform.delivered.length >= 180);
  expect(new Set(platform.delivered.map(({ chat, text }) => chat + text)).size).toBe(180);
  expect(await opened.store.outbox.counts()).toEqual({ undelivered: 0, doubles: 0, givenUp: 0 });
}, 30_000);

test('a row that is to be tried later does not swallow the wake-up of the next one', async () => {
  const process = start();
  await settledStart(process);
  const chat = await aChat(opened.store, 'not-swallowed');
  platform.next('fails');
  await say(process, chat, 1);
  await until('failed once', () => platform.asked() === 1);
  await say(process, chat, 2);
  expect(await until('the second', () => platform.delivered.length === 1)).toBeLessThan(800);
  await until('the first, after its pause', () => platform.delivered.length === 2);
});

test('a matter is ticked when it falls due', async () => {
  const process = start();
  await settledStart(process);
  await addMatter(opened.store, 101, inSeconds(0.5));
  await process.jobs.wakeUps.wake(aTicketRef({ id: 'ticket-101' }), 1, inSeconds(0.5).toISOString());
  await until('ticked', () => process.ticked.length === 1, 3_000);
  expect(process.ticked).toEqual([101]);
});

test('what falls due in more than an hour is not put into Redis', async () => {
  const process = start({ roles: [] });
  await settledStart(process);
  await process.jobs.wakeUps.wake(aTicketRef(), 1, inSeconds(3_599).toISOString());
  await process.jobs.wakeUps.wake(aTicketRef(), 2, inSeconds(3_700).toISOString());
  expect((await process.jobs.queues.counts())?.wake.delayed).toBe(1);
  await inRedis((redis) => redis.flushall());
});

test('Redis wiped while running: everything due still happens within one sweep', async () => {
  const process = start({ sweepEveryMs: 1_500 });
  await settledStart(process);
  const chats = await Promise.all([1, 2, 3, 4].map((number) => aChat(opened.store, `wiped-${number}`)));
  for (const number of [201, 202, 203]) {
    await addMatter(opened.store, number, inSeconds(0.7));
    await process.jobs.wakeUps.wake(aTicketRef({ id: `ticket-${number}` }), 1, inSeconds(0.7).toISOString());
  }
  await opened.store.outbox.add(chats.map((chat) => aMessage(chat, 1)));
  await inRedis((redis) => redis.flushall());
  await until('ticked', () => process.ticked.length === 3, 3_000);
  await until('delivered', () => platform.delivered.length === 4, 3_000);
  // And the queue goes on working.
  const [chat] = chats;
  await say(process, chat ?? '', 2);
  expect(await until('by the queue again', () => platform.delivered.length === 5)).toBeLessThan(1_000);
}, 20_000);

test('Redis stopped: nobody waits for it, critical words go out at once, the rest with a sweep; it is used again after', async () => {
  const process = start({ sweepEveryMs: 3_000 });
  await settledStart(process);
  const chat = await aChat(opened.store, 'redis-stopped');
  const critical = await aChat(opened.store, 'redis-stopped-critical');
  await servers.redis.stop();
  try {
    const begun = Date.now();
    for (let count = 0; count < 10; count += 1) await say(process, chat, count);
    await say(process, critical, 1, 'critical');
    expect(Date.now() - begun).toBeLessThan(1_000);
    expect(await process.jobs.queues.counts()).toBeNull();
    expect(await until('critical', () => platform.delivered.some((one) => one.chat.endsWith('critical')))).toBeLessThan(
      1_000,
    );
    await until('all, without Redis', () => platform.delivered.length === 11, 8_000);
  } finally {
    await servers.redis.start();
  }
  await settledStart(process);
  await say(process, chat, 99);
  expect(await until('by the queue again', () => platform.delivered.length === 12)).toBeLessThan(2_000);
}, 30_000);

test('started while Redis is away, it uses Redis once it is there', async () => {
  await servers.redis.stop();
  const process = start();
  const chat = await aChat(opened.store, 'redis-late');
  await sleep(300);
  await say(process, chat, 1);
  await servers.redis.start();
  await settledStart(process);
  // What could not be added is swept as soon as Redis is back.
  await until('the first', () => platform.delivered.length === 1, 5_000);
  await say(process, chat, 2);
  expect(await until('the second', () => platform.delivered.length === 2)).toBeLessThan(2_000);
}, 30_000);

test('Redis that does not answer holds nobody up for longer than a second, and not each time', async () => {
  const process = start();
  await settledStart(process);
  const chat = await aChat(opened.store, 'redis-paused');
  servers.redis.pause();
  try {
    const begun = Date.now();
    for (let count = 0; count < 5; count += 1) await say(process, chat, count);
    expect(Date.now() - begun).toBeLessThan(2_000);
  } finally {
    servers.redis.resume();
  }
  await process.jobs.sweepNow();
  await until('all', async () => (await opened.store.outbox.counts()).undelivered === 0, 5_000);
  expect(platform.delivered.length).toBe(5);
}, 20_000);

test('one of two processes sweeps; when it ends the other does', async () => {
  const [first, second] = [start({ sweepEveryMs: 600, holder: 'a' }), start({ sweepEveryMs: 600, holder: 'b' })];
  await addMatter(opened.store, 301, inSeconds(0));
  await until('swept', () => first.ticked.length + second.ticked.length === 1);
  const [holder, other] = first.ticked.length === 1 ? [first, second] : [second, first];
  await holder.jobs.stop();
  await addMatter(opened.store, 302, inSeconds(0));
  await until('swept by the other', () => other.ticked.includes(302), 3_000);
  expect(holder.ticked).toEqual([301]);
}, 20_000);

test('it stops within a few seconds, with Redis or without', async () => {
  const [with_, without] = [start(), start()];
  await settledStart(with_);
  let begun = Date.now();
  await with_.jobs.stop();
  expect(Date.now() - begun).toBeLessThan(4_000);
  await servers.redis.stop();
  begun = Date.now();
  await without.jobs.stop();
  expect(Date.now() - begun).toBeLessThan(8_000);
  await servers.redis.start();
}, 30_000);
