/**
 * `npm run bench`. Starts MongoDB, Redis, the program as an operator starts it (web and bots; what is queued stays
 * queued), the floor and the load generator, each a process of its own, and compares them in alternating rounds.
 * Out: a table, bench/results.json, the table in README.md. BENCH_ONLY=chatter|reports|memory prints one part alone.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { Redis } from 'ioredis';
import { mongo } from 'mongoose';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../src/embedded/free-port';
import { startOwnServers, type OwnServers } from '../test/support/own-servers';
import { writeBenchPack } from './bench-pack';
import { startBotApi, type BotApi } from './bot-api';
import { countWrites, type Writes } from './count-writes';
import type { Loaded } from './load-figures';
import { startLoader, type Loader } from './loader';
import { startMeasured, type MeasuredProcess } from './measured-process';
import { buildings, reportTexts, type MessageKind } from './messages';
import { commitName, machineName, publish, type Memory } from './results';
import { compare, type Compared } from './rounds';

const connections = 40;
const secretToken = 'a-secret_of-the-bench-0123456789';
const token = '4242:a-token-of-the-bench-0123456789';
const rounds = 7;
const chatterCount = 10_000;
const reportCount = buildings * reportTexts.length;
const memoryCount = 100_000;
const calibrationCount = 60;

interface Bench {
  readonly servers: OwnServers;
  readonly api: BotApi;
  readonly loader: Loader;
  readonly ours: MeasuredProcess;
  readonly floor: MeasuredProcess;
  readonly db: mongo.Db;
  readonly redis: Redis;
  readonly ports: { readonly ours: number; readonly floor: number };
}

const startOurs = (servers: OwnServers, api: BotApi, port: number, dir: string): MeasuredProcess => {
  const pack = join(dir, 'pack.yaml');
  writeBenchPack(pack);
  return startMeasured('ours', join(__dirname, '..', 'dist', 'main.js'), {
    env: {
      NODE_ENV: 'production',
      MONGODB_URI: servers.mongoUri,
      REDIS_URL: servers.redisUrl,
      ROLES: 'web,bots',
      SECRET: randomBytes(32).toString('hex'),
      FIELD_KEY: randomBytes(32).toString('hex'),
      LOG_LEVEL: 'warn',
      PACK: pack,
      PORT: String(port),
      PUBLIC_URL: `http://127.0.0.1:${port}`,
      TELEGRAM_BOT_TOKEN: token,
      TELEGRAM_API_ROOT: api.apiRoot,
      TELEGRAM_WEBHOOK_SECRET: secretToken,
    },
  });
};

const startFloor = (servers: OwnServers, port: number): MeasuredProcess =>
  startMeasured('floor', join(__dirname, 'floor.ts'), {
    env: {
      NODE_ENV: 'production',
      MONGODB_URI: servers.mongoUri.replace('/linli', '/floor'),
      REDIS_URL: servers.redisUrl,
      PORT: String(port),
      TELEGRAM_BOT_TOKEN: token,
      TELEGRAM_WEBHOOK_SECRET: secretToken,
    },
    node: ['--import', 'tsx'],
  });

const whenListening = async (port: number): Promise<void> => {
  const deadline = Date.now() + 60_000;
  while (
    !(await fetch(`http://127.0.0.1:${port}/`).then(
      () => true,
      () => false,
    ))
  ) {
    if (Date.now() > deadline) throw new Error(`nothing listens on ${port}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
};

let nextId = 1;

const post = (
  bench: Bench,
  to: 'ours' | 'noop' | 'commit',
  kind: MessageKind['kind'],
  count: number,
): Promise<Loaded> => {
  const first = nextId;
  nextId += count;
  const [port, path] = to === 'ours' ? [bench.ports.ours, '/telegram/webhook'] : [bench.ports.floor, `/${to}`];
  return bench.loader.post({ port, path, secretToken, connections, messages: { kind, count, first } });
};

/** Another day: nothing like it was reported lately, gatherings have lapsed, what was queued is done. */
const anotherDay = async ({ db, redis }: Bench): Promise<void> => {
  await db.collection('guards').deleteMany({});
  await db.collection('matters').updateMany({ kind: 'gathering' }, { $set: { open: false, dueAt: null } });
  await redis.flushdb();
};

const tickets = ({ db }: Bench): Promise<number> => db.collection('matters').countDocuments({ kind: 'ticket' });

const compareChatter = async (bench: Bench): Promise<Compared> => {
  const { ours, floor } = bench;
  const before = await tickets(bench);
  const compared = await compare({
    ours: { name: 'ours', usage: () => ours.usage(), round: () => post(bench, 'ours', 'chatter', chatterCount) },
    floor: { name: 'floor', usage: () => floor.usage(), round: () => post(bench, 'noop', 'chatter', chatterCount) },
    rounds,
    count: chatterCount,
  });
  const taken = (await tickets(bench)) - before;
  if (taken > chatterCount / 100) throw new Error(`${taken} tickets came of chatter`);
  return compared;
};

/** The round's reports must all have become tickets of their own, or both sides did not do the same. */
const reportRound = async (bench: Bench, count: number): Promise<Loaded> => {
  await anotherDay(bench);
  const before = await tickets(bench);
  const loaded = await post(bench, 'ours', 'reports', count);
  const made = (await tickets(bench)) - before;
  if (made !== count) throw new Error(`${made} tickets came of ${count} reports`);
  return loaded;
};

const compareReports = async (
  bench: Bench,
): Promise<Compared & { writes: readonly Writes[]; reads: Readonly<Record<string, number>> }> => {
  const { db, ours, floor, ports } = bench;
  await reportRound(bench, reportCount);
  await anotherDay(bench);
  const counted = await countWrites(db, calibrationCount, async () => {
    await post(bench, 'ours', 'reports', calibrationCount);
  });
  await fetch(`http://127.0.0.1:${ports.floor}/writes`, { method: 'POST', body: JSON.stringify(counted.writes) });
  const compared = await compare({
    ours: { name: 'ours', usage: () => ours.usage(), round: () => reportRound(bench, reportCount) },
    floor: { name: 'floor', usage: () => floor.usage(), round: () => post(bench, 'commit', 'reports', reportCount) },
    rounds,
    count: reportCount,
  });
  return { ...compared, ...counted };
};

const megabytes = (bytes: number): number => bytes / 2 ** 20;

/** Talk with reports in it; first until everybody is known. */
const measureMemory = async (bench: Bench): Promise<Memory> => {
  await post(bench, 'ours', 'mixed', 20_000);
  const before = await bench.ours.usage({ collect: true });
  await post(bench, 'ours', 'mixed', memoryCount);
  const after = await bench.ours.usage({ collect: true });
  return {
    messages: memoryCount,
    heapBeforeMb: megabytes(before.heapUsed),
    heapAfterMb: megabytes(after.heapUsed),
    rssBeforeMb: megabytes(before.rss),
    rssAfterMb: megabytes(after.rss),
    growth: after.heapUsed / before.heapUsed - 1,
  };
};

const runAll = async (bench: Bench): Promise<void> => {
  const only = process.env['BENCH_ONLY'];
  if (only === 'chatter') console.log(JSON.stringify(await compareChatter(bench), null, 1));
  else if (only === 'reports') console.log(JSON.stringify(await compareReports(bench), null, 1));
  else if (only === 'memory') console.log(JSON.stringify(await measureMemory(bench), null, 1));
  else
    publish({
      date: new Date().toISOString(),
      machine: machineName(),
      commit: commitName(),
      connections,
      chatter: await compareChatter(bench),
      reports: await compareReports(bench),
      memory: await measureMemory(bench),
    });
};

const main = async (): Promise<void> => {
  const dir = mkdtempSync(join(tmpdir(), 'linli-bench-'));
  const [servers, api] = await Promise.all([startOwnServers(join(dir, 'servers')), startBotApi()]);
  const ports = { ours: await freePort(), floor: await freePort() };
  const [ours, floor, loader] = [
    startOurs(servers, api, ports.ours, dir),
    startFloor(servers, ports.floor),
    startLoader(),
  ];
  const client = await mongo.MongoClient.connect(servers.mongoUri);
  const redis = new Redis(servers.redisUrl);
  try {
    await Promise.all([whenListening(ports.ours), whenListening(ports.floor), api.webhookSet]);
    await runAll({ servers, api, loader, ours, floor, db: client.db(), redis, ports });
  } finally {
    loader.stop();
    await Promise.all([ours.stop(), floor.stop()]);
    redis.disconnect();
    await client.close();
    api.stop();
    await servers.stop();
    rmSync(dir, { recursive: true, force: true });
  }
};

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
