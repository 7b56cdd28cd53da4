import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Logger } from '../usecases/ports';
import { findMongod, findRedisServer, type ProgramSearch } from './find-program';
import { freePort } from './free-port';
import { keep, readKept } from './kept-json';
import { endLeftover } from './leftover';
import { mongoUriOf, startMongod } from './mongod';
import { redisUrlOf, startRedis } from './redis-server';
import { claimDataDir, type Claim, type Running } from './running';
import { supervise, type Supervised } from './supervise';

export interface EmbeddedOptions {
  readonly dataDir: string;
  readonly programs: ProgramSearch;
  readonly log: Logger;
  /** Set: that one is used, and none is started. */
  readonly mongoUri: string | null;
  readonly redisUrl: string | null;
}

export interface Embedded {
  readonly mongoUri: string;
  readonly redisUrl: string;
  /** Tells whoever starts a second time where to look. */
  announce(address: string): void;
  /** Ends both servers, within 9 s; data is kept. */
  stop(): Promise<void>;
}

export type EmbeddedResult =
  { readonly kind: 'started'; readonly embedded: Embedded } | { readonly kind: 'running'; readonly running: Running };

const LEFTOVER_MS = 5_000;
const STOP_MS = 9_000;
const DATABASE = 'linli';

const Ports = z.object({ mongo: z.number().optional(), redis: z.number().optional() });

interface Place {
  readonly file: (name: string) => string;
}

/** Servers write down their own process; those of a killed program go on without it. */
const endLeftovers = async ({ file }: Place, log: Logger): Promise<void> => {
  const pidIn = (name: string): number => {
    try {
      return Number.parseInt(readFileSync(file(name), 'utf8'), 10);
    } catch {
      return Number.NaN;
    }
  };
  const end = async (folder: string, pidFile: string) => {
    const pid = pidIn(join(folder, pidFile));
    if (Number.isNaN(pid) || !(await endLeftover(pid, file(folder), LEFTOVER_MS))) return;
    log.warn({ pid, folder }, 'ended a server left over from a program that was killed');
  };
  await Promise.all([end('mongo', 'mongod.lock'), end('redis', 'redis.pid')]);
};

const need = (found: string | undefined, what: string): string => {
  if (found !== undefined) return found;
  throw new Error(`${what} is missing. Run "node scripts/setup.mjs start", which fetches it or says what to install.`);
};

const launchMongod = async (place: Place, programs: ProgramSearch, port: number, log: Logger): Promise<Supervised> => {
  const binary = need(findMongod(programs), 'mongod');
  const [dbPath, logFile] = [place.file('mongo'), place.file('mongod.log')];
  return supervise('MongoDB', () => startMongod({ binary, dbPath, logFile, port }), log);
};

const launchRedis = async (place: Place, programs: ProgramSearch, port: number, log: Logger): Promise<Supervised> => {
  const binary = need(findRedisServer(programs), 'redis-server');
  const [dir, logFile] = [place.file('redis'), place.file('redis.log')];
  return supervise('Redis', () => startRedis({ binary, dir, logFile, port }), log);
};

/** The ports of last time, when nobody has taken them. */
const choosePorts = async ({ file }: Place): Promise<{ mongo: number; redis: number }> => {
  const kept = readKept(file('ports.json'), Ports) ?? {};
  const ports = { mongo: await freePort(kept.mongo), redis: await freePort(kept.redis) };
  keep(file('ports.json'), ports);
  return ports;
};

/** All or none: when one server does not start, the other is ended. */
const startAll = async (starts: readonly (() => Promise<Supervised>)[]): Promise<readonly Supervised[]> => {
  const results = await Promise.allSettled(starts.map((start) => start()));
  const started = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  const failed = results.find((result) => result.status === 'rejected');
  if (failed === undefined) return started;
  await Promise.all(started.map((server) => server.stop(STOP_MS)));
  throw failed.reason;
};

const startServers = async (options: EmbeddedOptions, claim: Claim): Promise<Embedded> => {
  const { dataDir, programs, log } = options;
  const place: Place = { file: (name) => join(dataDir, name) };
  await endLeftovers(place, log);
  const ports = await choosePorts(place);
  const servers = await startAll([
    ...(options.mongoUri === null ? [() => launchMongod(place, programs, ports.mongo, log)] : []),
    ...(options.redisUrl === null ? [() => launchRedis(place, programs, ports.redis, log)] : []),
  ]);
  const mongoUri = options.mongoUri ?? mongoUriOf(ports.mongo, DATABASE);
  const redisUrl = options.redisUrl ?? redisUrlOf(ports.redis);
  // Addresses that were given may hold passwords: not written down.
  claim.update({
    mongoUri: options.mongoUri === null ? mongoUri : null,
    redisUrl: options.redisUrl === null ? redisUrl : null,
  });
  return {
    mongoUri,
    redisUrl,
    announce: (address) => claim.update({ address }),
    stop: async () => {
      await Promise.all(servers.map((server) => server.stop(STOP_MS)));
      claim.release();
    },
  };
};

/** MongoDB and Redis of one's own, under the data folder, on this machine only. */
export const startEmbedded = async (options: EmbeddedOptions): Promise<EmbeddedResult> => {
  const { mongoUri, redisUrl } = options;
  if (mongoUri !== null && redisUrl !== null) {
    // Nothing is embedded: any number of processes may share the folder.
    const elsewhere = { announce: () => undefined, stop: () => Promise.resolve() };
    return { kind: 'started', embedded: { mongoUri, redisUrl, ...elsewhere } };
  }
  const claimed = claimDataDir(options.dataDir);
  if (claimed.kind === 'taken') return { kind: 'running', running: claimed.running };
  try {
    return { kind: 'started', embedded: await startServers(options, claimed.claim) };
  } catch (error) {
    claimed.claim.release();
    throw error;
  }
};
