import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { startOwnServers } from './own-servers';

const Pair = z.object({ mongoPort: z.number(), redisPort: z.number(), mongoPid: z.number(), redisPid: z.number() });
export type Pair = z.infer<typeof Pair>;

/** Set by test/support/global-setup.ts: the folder of this run of Jest. */
export const runFolderVariable = 'LINLI_TEST_RUN';

const START_MS = 60_000;

export const readPair = (folder: string): Pair | null => {
  try {
    return Pair.parse(JSON.parse(readFileSync(join(folder, 'pair.json'), 'utf8')));
  } catch {
    return null;
  }
};

/** Whoever makes the folder first starts the servers. */
const isFirst = (folder: string): boolean => {
  try {
    mkdirSync(join(folder, 'servers'));
    return true;
  } catch {
    return false;
  }
};

const start = async (folder: string): Promise<Pair> => {
  const own = await startOwnServers(join(folder, 'servers'));
  const pair: Pair = {
    mongoPort: own.mongo.port,
    redisPort: own.redis.port,
    mongoPid: own.mongo.pid,
    redisPid: own.redis.pid,
  };
  writeFileSync(join(folder, 'pair.json.new'), JSON.stringify(pair));
  renameSync(join(folder, 'pair.json.new'), join(folder, 'pair.json'));
  return pair;
};

/** One mongod and one redis-server for all test files of a run; the first file that asks starts them. */
export const sharedPair = async (): Promise<Pair> => {
  const folder = process.env[runFolderVariable];
  if (folder === undefined) throw new Error('The servers of tests need test/support/global-setup.ts as globalSetup.');
  if (isFirst(folder)) return start(folder);
  const deadline = Date.now() + START_MS;
  for (;;) {
    const pair = readPair(folder);
    if (pair !== null) return pair;
    if (Date.now() > deadline) throw new Error('Another test file was to start MongoDB and Redis, and did not.');
    await sleep(50);
  }
};
