import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { lastWords, startServerProcess, type ServerProcess } from './server-process';
import { waitForServer } from './wait-for-server';

export interface RedisOptions {
  readonly binary: string;
  readonly dir: string;
  readonly logFile: string;
  readonly port: number;
  readonly databases?: number;
}

const START_MS = 30_000;
const ping = { say: 'PING\r\n', hear: '+PONG' };

const argsOf = ({ dir, port, databases = 16 }: RedisOptions): readonly string[] => [
  ...['--dir', dir, '--port', String(port), '--bind', '127.0.0.1', '--databases', String(databases)],
  ...['--pidfile', join(dir, 'redis.pid')],
  // Its command line keeps naming our folder, so that a left-over server is known as ours.
  ...['--set-proc-title', 'no'],
  ...['--appendonly', 'yes', '--appendfsync', 'everysec', '--save', '', '--maxmemory-policy', 'noeviction'],
];

export const redisUrlOf = (port: number, database = 0): string => `redis://127.0.0.1:${port}/${database}`;

export const startRedis = async (options: RedisOptions): Promise<ServerProcess> => {
  mkdirSync(options.dir, { recursive: true });
  const server = await startServerProcess(options.binary, argsOf(options), options.logFile);
  try {
    await waitForServer(server, { port: options.port, timeoutMs: START_MS, question: ping });
    return server;
  } catch (error) {
    await server.stop(5_000);
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`Redis did not start: ${reason}\n${lastWords(options.logFile)}`, { cause: error });
  }
};
