import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { mongo } from 'mongoose';
import { z } from 'zod';
import { findMongod } from '../../../src/embedded/find-program';
import { freePort } from '../../../src/embedded/free-port';
import { mongodArguments } from '../../../src/embedded/mongod';
import { replicaSetName } from '../../../src/embedded/replica-set';
import { startServerProcess } from '../../../src/embedded/server-process';
import { waitForServer } from '../../../src/embedded/wait-for-server';
import { controls, found, programSearch, type ServerControls } from '../own-servers';

/** A real replica set of three, each member a process with data of its own. */
export interface ThreeMembers {
  readonly uri: string;
  /** kill -9 of whoever is primary; says which. */
  killPrimary(): Promise<number>;
  startAgain(member: number): Promise<void>;
  stop(): Promise<void>;
}

const startMs = 60_000;
/** How soon the others elect a new primary; 10 s unless said otherwise. */
const electionMs = 1_000;

const Hello = z.object({ isWritablePrimary: z.boolean(), secondary: z.boolean() });

const launch = async (dir: string, port: number) => {
  mkdirSync(join(dir, 'data'), { recursive: true });
  const args = mongodArguments({ dbPath: join(dir, 'data'), port });
  const logFile = join(dir, 'mongod.log');
  const server = await startServerProcess(found('mongod', findMongod(programSearch)), args, logFile);
  await waitForServer(server, { port, timeoutMs: startMs });
  return server;
};

/** Asks one member itself, whatever it is just now. */
const askMember = async <T>(port: number, ask: (admin: mongo.Admin) => Promise<T>): Promise<T> => {
  const client = new mongo.MongoClient(`mongodb://127.0.0.1:${port}/`, {
    directConnection: true,
    serverSelectionTimeoutMS: 2_000,
  });
  try {
    return await ask(client.db('admin').admin());
  } finally {
    await client.close();
  }
};

const stateOf = (port: number): Promise<'primary' | 'secondary' | 'away'> =>
  askMember(port, async (admin) => {
    const { isWritablePrimary, secondary } = Hello.parse(await admin.command({ hello: 1 }));
    return isWritablePrimary ? 'primary' : secondary ? 'secondary' : 'away';
  }).catch(() => 'away');

const waitUntil = async (what: string, holds: () => Promise<boolean>): Promise<void> => {
  const deadline = Date.now() + startMs;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`the replica set: ${what} did not come within ${startMs} ms`);
    await sleep(50);
  }
};

export const startThreeMembers = async (dir: string): Promise<ThreeMembers> => {
  const ports = [await freePort(), await freePort(), await freePort()];
  const members: readonly ServerControls[] = await Promise.all(
    ports.map((port, index) => controls(port, () => launch(join(dir, `member-${index}`), port))),
  );
  const stop = async (): Promise<void> => {
    await Promise.all(members.map((member) => member.kill()));
  };
  const primary = async (): Promise<number> => (await Promise.all(ports.map(stateOf))).indexOf('primary');
  const [first = 0] = ports;
  await askMember(first, (admin) =>
    admin.command({
      replSetInitiate: {
        _id: replicaSetName,
        members: ports.map((port, _id) => ({ _id, host: `127.0.0.1:${port}` })),
        settings: { electionTimeoutMillis: electionMs, heartbeatIntervalMillis: electionMs / 4 },
      },
    }),
  );
  await waitUntil('three members', async () => !(await Promise.all(ports.map(stateOf))).includes('away'));
  await waitUntil('a primary', async () => (await primary()) >= 0);
  return {
    uri: `mongodb://${ports.map((port) => `127.0.0.1:${port}`).join(',')}/linli?replicaSet=${replicaSetName}`,
    killPrimary: async () => {
      await waitUntil('a primary', async () => (await primary()) >= 0);
      const index = await primary();
      await members[index]?.kill();
      return index;
    },
    startAgain: async (index) => {
      const port = ports[index] ?? 0;
      await members[index]?.start();
      await waitUntil('the member that was away', async () => (await stateOf(port)) !== 'away');
    },
    stop,
  };
};
