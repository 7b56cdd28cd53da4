import { mongo } from 'mongoose';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';

export const replicaSetName = 'linli';

const Hello = z.object({ isWritablePrimary: z.boolean() });
const Config = z.object({
  config: z.looseObject({
    version: z.number(),
    members: z.array(z.looseObject({ _id: z.number(), host: z.string() })),
  }),
});

const NOT_YET_INITIALIZED = 94;
const PAUSE_MS = 25;
/** Taking part anew, the set may close our connection or leave a command without an answer. */
const ANSWER_MS = 3_000;

const readConfig = async (admin: mongo.Admin): Promise<z.infer<typeof Config>['config'] | null> => {
  try {
    return Config.parse(await admin.command({ replSetGetConfig: 1 })).config;
  } catch (error) {
    if (error instanceof mongo.MongoServerError && error.code === NOT_YET_INITIALIZED) return null;
    throw error;
  }
};

/** The member's address stands in the set's own configuration: when the port changed, nobody ever becomes primary. */
const agreeOnAddress = async (admin: mongo.Admin, host: string): Promise<void> => {
  const config = await readConfig(admin);
  if (config === null) {
    // Refused when the set exists and has only not been read from the disk yet; the next round sees it.
    await admin.command({ replSetInitiate: { _id: replicaSetName, members: [{ _id: 0, host }] } });
    return;
  }
  if (config.members.length === 1 && config.members[0]?.host === host) return;
  const members = config.members.slice(0, 1).map((member) => ({ ...member, host }));
  await admin.command({ replSetReconfig: { ...config, version: config.version + 1, members }, force: true });
};

const isPrimary = async (admin: mongo.Admin): Promise<boolean> =>
  Hello.parse(await admin.command({ hello: 1 })).isWritablePrimary;

/** Makes the mongod on this port the primary of a replica set of one. */
export const ensurePrimary = async (port: number, timeoutMs: number): Promise<void> => {
  const deadline = Date.now() + timeoutMs;
  const host = `127.0.0.1:${port}`;
  const client = new mongo.MongoClient(`mongodb://${host}/`, {
    directConnection: true,
    serverSelectionTimeoutMS: ANSWER_MS,
    socketTimeoutMS: ANSWER_MS,
    retryReads: false,
  });
  const admin = client.db('admin').admin();
  try {
    for (;;) {
      try {
        await agreeOnAddress(admin, host);
        if (await isPrimary(admin)) return;
      } catch (error) {
        if (Date.now() > deadline) throw error;
      }
      if (Date.now() > deadline) throw new Error('its replica set has no primary');
      await sleep(PAUSE_MS);
    }
  } finally {
    await client.close();
  }
};
