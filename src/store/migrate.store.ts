import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Connection } from 'mongoose';
import { mongo } from 'mongoose';
import type { Lease, Leases, Logger } from '../usecases/ports';
import { createLeases } from './leases.store';
import type { Tables } from './models';
import { scopeOf } from './scope';

/** One change of the database, done once ever; its id never changes. */
export interface Migration {
  readonly id: string;
  run(): Promise<void>;
}

const LEASE = 'migrate';
const LEASE_MS = 15_000;
const WAIT_MS = 120_000;
const LOOK_MS = 50;
const NAMESPACE_EXISTS = 48;

const createCollection = async (connection: Connection, name: string): Promise<void> => {
  try {
    await connection.createCollection(name);
  } catch (error) {
    if (error instanceof mongo.MongoServerError && error.code === NAMESPACE_EXISTS) return;
    throw error;
  }
};

/** What no list names any more costs each write, and may be chosen in place of a better one. */
const dropOthers = async (
  raw: Pick<mongo.Collection, 'indexes' | 'dropIndex'>,
  wanted: readonly (readonly [key: object, ...unknown[]])[],
): Promise<void> => {
  const named = new Set(['{"_id":1}', ...wanted.map(([key]) => JSON.stringify(key))]);
  for (const { key, name } of await raw.indexes())
    if (name !== undefined && !named.has(JSON.stringify(key))) await raw.dropIndex(name);
};

/**
 * Collections and indexes, done again when their list changes. Collections are made beforehand: two transactions
 * that both make one would conflict.
 */
const schemaMigration = (connection: Connection, tables: Tables): Migration => {
  const list = Object.values(tables).map(({ raw, indexes }) => ({ raw, name: raw.collectionName, indexes }));
  const fingerprint = createHash('sha256')
    .update(JSON.stringify(list.map(({ name, indexes }) => [name, indexes])))
    .digest('hex');
  return {
    id: `schema-${fingerprint.slice(0, 16)}`,
    run: async () => {
      await Promise.all(
        list.map(async ({ raw, name, indexes }) => {
          await createCollection(connection, name);
          if (indexes.length > 0) await raw.createIndexes(indexes.map(([key, options]) => ({ ...options, key })));
          await dropOthers(raw, indexes);
        }),
      );
    },
  };
};

const takeLease = async (leases: Leases): Promise<Lease> => {
  const giveUpAt = performance.now() + WAIT_MS;
  for (;;) {
    const lease = await leases.take(LEASE, `pid-${process.pid}`, LEASE_MS);
    if (lease !== null) return lease;
    if (performance.now() > giveUpAt)
      throw new Error(`Another process has been migrating the database for ${WAIT_MS / 1000} s.`);
    await sleep(LOOK_MS);
  }
};

/** What was done here, in order; `changes` are those of this version of the program. */
export const migrateStore = async (
  connection: Connection,
  tables: Tables,
  log: Logger,
  changes: readonly Migration[] = [],
): Promise<readonly string[]> => {
  const scope = scopeOf('*');
  const leases = createLeases(tables, scope);
  const lease = await takeLease(leases);
  const renewing = setInterval(() => {
    leases.renew(lease, LEASE_MS).catch((error: unknown) => log.error({ error }, 'the lease of migrations was lost'));
  }, LEASE_MS / 3);
  try {
    const done: string[] = [];
    for (const migration of [schemaMigration(connection, tables), ...changes]) {
      const _id = scope.key(migration.id);
      if ((await tables.migrations.raw.findOne({ _id })) !== null) continue;
      await migration.run();
      await tables.migrations.raw.insertOne({ _id, communityId: scope.communityId, at: new Date() });
      done.push(migration.id);
    }
    if (done.length > 0) log.info({ done }, 'database migrated');
    return done;
  } finally {
    clearInterval(renewing);
    await leases.release(lease);
  }
};
