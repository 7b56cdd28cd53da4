import { mkdirSync } from 'node:fs';
import { ensurePrimary, replicaSetName } from './replica-set';
import { lastWords, startServerProcess, type ServerProcess } from './server-process';
import { waitForServer } from './wait-for-server';

export interface MongodOptions {
  readonly binary: string;
  readonly dbPath: string;
  readonly logFile: string;
  readonly port: number;
}

// A silent program on the port of last time holds mongod up for 30 s and more before it lets itself be moved.
const START_MS = 90_000;

export const mongodArguments = ({ dbPath, port }: Pick<MongodOptions, 'dbPath' | 'port'>): readonly string[] => [
  ...['--dbpath', dbPath, '--port', String(port), '--bind_ip', '127.0.0.1', '--nounixsocket'],
  ...['--replSet', replicaSetName, '--storageEngine', 'wiredTiger', '--wiredTigerCacheSizeGB', '0.5'],
  // A program killed inside a transaction locks its documents 63 s otherwise.
  ...['--setParameter', 'transactionLifetimeLimitSeconds=5'],
  // Nobody else reads from this set: no need to let them finish for 15 s.
  ...['--setParameter', 'shutdownTimeoutMillisForSignaledShutdown=100'],
  ...['--setParameter', 'diagnosticDataCollectionEnabled=false'],
  // Nobody reads the past either: what was dropped goes within seconds, and not after five minutes. Files that nobody uses are
  // closed soon; it ends itself when it may open no more.
  ...['--setParameter', 'minSnapshotHistoryWindowInSeconds=5'],
  ...[
    '--wiredTigerEngineConfigString',
    'file_manager=(close_idle_time=20,close_scan_interval=10,close_handle_minimum=500)',
  ],
];

export const mongoUriOf = (port: number, database: string): string =>
  `mongodb://127.0.0.1:${port}/${database}?replicaSet=${replicaSetName}`;

/** A replica set of one, ready for transactions. */
export const startMongod = async (options: MongodOptions): Promise<ServerProcess> => {
  mkdirSync(options.dbPath, { recursive: true });
  const server = await startServerProcess(options.binary, mongodArguments(options), options.logFile);
  try {
    await waitForServer(server, { port: options.port, timeoutMs: START_MS });
    await ensurePrimary(options.port, START_MS);
    return server;
  } catch (error) {
    await server.stop(5_000);
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`MongoDB did not start: ${reason}\n${lastWords(options.logFile)}`, { cause: error });
  }
};
