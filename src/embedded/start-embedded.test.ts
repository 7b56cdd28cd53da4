import Redis from 'ioredis';
import { mongo } from 'mongoose';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { endLeftover, isRunning } from './leftover';
import { describeRunning, readRunning } from './running';
import { startEmbedded } from './start-embedded';

const Started = z.object({
  kind: z.literal('started'),
  embedded: z.object({ mongoUri: z.string(), redisUrl: z.string() }),
});
const Taken = z.object({ kind: z.literal('running'), running: z.object({ pid: z.number(), address: z.string() }) });
const Ports = z.object({ mongo: z.number(), redis: z.number() });

// Several starts a test, on a machine that may be busy.
jest.setTimeout(120_000);

let dataDir: string;
let programs: ChildProcess[];

const pidIn = (name: string): number => {
  const file = join(dataDir, name);
  return existsSync(file) ? Number.parseInt(readFileSync(file, 'utf8'), 10) : Number.NaN;
};
const serverPids = (): readonly number[] => [pidIn('mongo/mongod.lock'), pidIn('redis/redis.pid')];
const portsIn = (): z.infer<typeof Ports> => Ports.parse(JSON.parse(readFileSync(join(dataDir, 'ports.json'), 'utf8')));

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'linli-embedded-'));
  programs = [];
});

afterEach(async () => {
  for (const program of programs) program.kill('SIGKILL');
  await Promise.all(serverPids().map((pid) => endLeftover(pid, dataDir, 0)));
  rmSync(dataDir, { recursive: true, force: true });
});

/** Starts a program on the data folder; what it printed, and how to end it. */
const start = async () => {
  const file = join(__dirname, '../../test/support/embedded-program.ts');
  const program = spawn(process.execPath, ['--import', 'tsx', file, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] });
  programs.push(program);
  const gone = once(program, 'exit');
  const line = await new Promise<string>((resolve, reject) => {
    createInterface(program.stdout).once('line', resolve);
    program.once('exit', () => reject(new Error('The program ended without a word; its reason stands above.')));
  });
  const end = async (signal: NodeJS.Signals) => {
    program.kill(signal);
    await gone;
  };
  return { printed: JSON.parse(line) as unknown, end, gone };
};

const started = async () => {
  const { printed, end } = await start();
  return { ...Started.parse(printed).embedded, end };
};

const withMongo = async <T>(uri: string, work: (things: mongo.Collection) => Promise<T>): Promise<T> => {
  const client = new mongo.MongoClient(uri, { serverSelectionTimeoutMS: 10_000 });
  try {
    return await work(client.db().collection('things'));
  } finally {
    await client.close();
  }
};

const withRedis = async <T>(url: string, work: (redis: Redis) => Promise<T>): Promise<T> => {
  const redis = new Redis(url);
  try {
    return await work(redis);
  } finally {
    redis.disconnect();
  }
};

const write = async ({ mongoUri, redisUrl }: { mongoUri: string; redisUrl: string }) => {
  await withMongo(mongoUri, (things) => things.insertOne({ name: 'kept' }, { writeConcern: { w: 'majority' } }));
  await withRedis(redisUrl, async (redis) => {
    await redis.set('name', 'kept');
    // The append-only file is synced every second.
    await redis.call('WAITAOF', '1', '0', '2000').catch(() => new Promise((resolve) => setTimeout(resolve, 1_100)));
  });
};

const readBack = async ({ mongoUri, redisUrl }: { mongoUri: string; redisUrl: string }) => ({
  mongo: await withMongo(mongoUri, (things) => things.countDocuments({ name: 'kept' })),
  redis: await withRedis(redisUrl, (redis) => redis.get('name')),
});

const kept = { mongo: 1, redis: 'kept' };

test('kill -9 of the program and both servers loses nothing, and the next start takes less than 10 s', async () => {
  const first = await started();
  await write(first);
  await first.end('SIGKILL');
  for (const pid of serverPids()) process.kill(pid, 'SIGKILL');

  const begun = Date.now();
  const second = await started();
  expect(Date.now() - begun).toBeLessThan(10_000);
  expect(await readBack(second)).toEqual(kept);
});

test('servers of a killed program are ended by the next start, which takes their place', async () => {
  const first = await started();
  await write(first);
  const leftovers = serverPids();
  await first.end('SIGKILL');
  expect(leftovers.map(isRunning)).toEqual([true, true]);

  const second = await started();
  expect(leftovers.map(isRunning)).toEqual([false, false]);
  expect(await readBack(second)).toEqual(kept);
});

test('stopping ends both servers within 10 s and leaves no mark of running', async () => {
  const program = await started();
  const pids = serverPids();
  const begun = Date.now();
  await program.end('SIGTERM');
  expect(Date.now() - begun).toBeLessThan(10_000);
  expect(pids.map(isRunning)).toEqual([false, false]);
  expect(existsSync(join(dataDir, 'running.json'))).toBe(false);
});

test('when another program has taken the port, the replica set moves to a new one with its data', async () => {
  const first = await started();
  await write(first);
  await first.end('SIGTERM');
  const before = portsIn();
  const other = createServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')).listen(
    before.mongo,
    '127.0.0.1',
  );
  await once(other, 'listening');
  try {
    const second = await started();
    expect(portsIn().mongo).not.toBe(before.mongo);
    expect(await readBack(second)).toEqual(kept);
    await withMongo(second.mongoUri, (things) => things.insertOne({ name: 'written after the move' }));
  } finally {
    other.close();
  }
});

test('a second start is told what runs where, and changes nothing', async () => {
  await started();
  const running = readRunning(dataDir);
  const second = await start();
  const told = Taken.parse(second.printed);
  await second.gone;
  expect(told.running).toEqual({ pid: running?.pid, address: 'http://127.0.0.1:3000' });
  expect(running === null ? '' : describeRunning(running, dataDir)).toContain('http://127.0.0.1:3000');
  expect(serverPids().map(isRunning)).toEqual([true, true]);
});

test('of two that start at the same moment, one runs', async () => {
  const both = await Promise.all([start(), start()]);
  const kinds = both.map(({ printed }) => z.object({ kind: z.string() }).parse(printed).kind);
  expect(kinds.sort()).toEqual(['running', 'started']);
});

test('a server that is killed while the program runs is started again, with its data', async () => {
  const program = await started();
  await write(program);
  const before = serverPids();
  for (const pid of before) process.kill(pid, 'SIGKILL');
  const deadline = Date.now() + 20_000;
  while (serverPids().some((pid) => Number.isNaN(pid) || before.includes(pid)) && Date.now() < deadline)
    await new Promise((resolve) => setTimeout(resolve, 100));
  expect(await readBack(program)).toEqual(kept);
});

test('a mark of running left by a process whose number somebody else has now is noticed', async () => {
  const stale = {
    pid: process.pid,
    identity: 'an earlier process',
    since: '2026-01-01T00:00:00.000Z',
    address: null,
    mongoUri: null,
    redisUrl: null,
  };
  writeFileSync(join(dataDir, 'running.json'), JSON.stringify(stale));
  expect(readRunning(dataDir)).toBeNull();
  await started();
  expect(readRunning(dataDir)?.pid).not.toBe(process.pid);
});

test('with both servers given nothing is started or claimed: processes may share a folder', async () => {
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const given = { mongoUri: 'mongodb://db.example/linli', redisUrl: 'redis://queue.example' };
  const programs = { path: '', mongod: null, cacheHome: null };
  const result = await startEmbedded({ ...given, dataDir, programs, log });
  expect(result).toMatchObject({ kind: 'started', embedded: given });
  expect(readdirSync(dataDir)).toEqual([]);
});

test('what is written down is for the owner only', async () => {
  await started();
  expect(statSync(join(dataDir, 'running.json')).mode & 0o077).toBe(0);
});
