import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findMongod, findRedisServer, type ProgramSearch } from '../../src/embedded/find-program';
import { freePort } from '../../src/embedded/free-port';
import { mongoUriOf, startMongod } from '../../src/embedded/mongod';
import { redisUrlOf, startRedis } from '../../src/embedded/redis-server';
import type { ServerProcess } from '../../src/embedded/server-process';

/** What a test may do to a server; port and data stay the same. */
export interface ServerControls {
  readonly port: number;
  readonly pid: number;
  /** Ends it as an operator would. */
  stop(): Promise<void>;
  /** kill -9. */
  kill(): Promise<void>;
  start(): Promise<void>;
  restart(): Promise<void>;
  /** SIGSTOP: connections stay open, nothing answers. */
  pause(): void;
  resume(): void;
}

export interface OwnServers {
  readonly mongoUri: string;
  readonly redisUrl: string;
  readonly mongo: ServerControls;
  readonly redis: ServerControls;
  stop(): Promise<void>;
}

export const programSearch: ProgramSearch = {
  path: process.env['PATH'] ?? '',
  mongod: process.env['MONGOMS_SYSTEM_BINARY'] ?? null,
  cacheHome: process.env['XDG_CACHE_HOME'] ?? null,
};

export const found = (name: string, file: string | undefined): string => {
  if (file === undefined) throw new Error(`${name} is missing: run "node scripts/setup.mjs test".`);
  return file;
};

export const controls = async (port: number, launch: () => Promise<ServerProcess>): Promise<ServerControls> => {
  let server = await launch();
  const start = async () => {
    server = await launch();
  };
  const stop = async () => {
    server.signal('SIGCONT');
    await server.stop(10_000);
  };
  return {
    port,
    get pid() {
      return server.pid;
    },
    stop,
    kill: async () => {
      server.signal('SIGKILL');
      // Waits for the end, and keeps this process alive meanwhile.
      await server.stop(10_000);
    },
    start,
    restart: async () => {
      await stop();
      await start();
    },
    pause: () => server.signal('SIGSTOP'),
    resume: () => server.signal('SIGCONT'),
  };
};

/** A pair of one's own, under `dir`, to be stopped, killed, paused and started again; what they hold goes with them, unless it is kept. */
export const startOwnServers = async (
  dir = mkdtempSync(join(tmpdir(), 'linli-own-')),
  { keep = false }: { readonly keep?: boolean } = {},
): Promise<OwnServers> => {
  const binaries = {
    mongod: found('mongod', findMongod(programSearch)),
    redis: found('redis-server', findRedisServer(programSearch)),
  };
  const [mongoPort, redisPort] = [await freePort(), await freePort()];
  const [mongo, redis] = await Promise.all([
    controls(mongoPort, () =>
      startMongod({
        binary: binaries.mongod,
        dbPath: join(dir, 'mongo'),
        logFile: join(dir, 'mongod.log'),
        port: mongoPort,
      }),
    ),
    controls(redisPort, () =>
      startRedis({
        binary: binaries.redis,
        dir: join(dir, 'redis'),
        logFile: join(dir, 'redis.log'),
        port: redisPort,
        databases: 4096,
      }),
    ),
  ]);
  return {
    mongoUri: mongoUriOf(mongoPort, 'linli'),
    redisUrl: redisUrlOf(redisPort),
    mongo,
    redis,
    stop: async () => {
      await Promise.all([mongo.stop(), redis.stop()]);
      if (!keep) rmSync(dir, { recursive: true, force: true });
    },
  };
};
