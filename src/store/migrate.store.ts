import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Connection } from 'mongoose';
import { mongo } from 'mongoose';
import type { Lease, Leases, Logger } from '../usecases/ports';
import { createLeases } from './leases.store';
import type { Tables } from './models';
import { scopeOf, type Scope } from './scope';

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

interface Listed {
  readonly raw: Pick<mongo.Collection, 'createIndexes' | 'indexes' | 'dropIndex'>;
  readonly name: string;
  readonly indexes: Tables['matters']['indexes'];
}

const mark = (collection: string, key: object): string => `${collection} ${JSON.stringify(key)}`;

/** What no list names any more costs each write, and may be chosen in place of a better one; others' are left alone. */
const dropOld = async ({ raw, name, indexes }: Listed, made: ReadonlySet<string>): Promise<void> => {
  const wanted = new Set(indexes.map(([key]) => mark(name, key)));
  for (const { key, name: index } of await raw.indexes()) {
    const own = mark(name, key);
    if (index !== undefined && made.has(own) && !wanted.has(own)) await raw.dropIndex(index);
  }
};

/**
 * Collections and indexes, done again whenever the last list that was done is another one: also when somebody goes
 * back to an older version. Collections are made beforehand: two transactions that both make one would conflict.
 */
const migrateSchema = async (connection: Connection, tables: Tables, scope: Scope): Promise<readonly string[]> => {
  const list: Listed[] = Object.values(tables).map(({ raw, indexes }) => ({ raw, name: raw.collectionName, indexes }));
  const text = JSON.stringify(list.map(({ name, indexes }) => [name, indexes]));
  const id = `schema-${createHash('sha256').update(text).digest('hex').slice(0, 16)}`;
  const _id = scope.key(id);
  const ours = { _id: { $gte: scope.key('schema-'), $lt: scope.key('schema.') } };
  const recorded = await tables.migrations.raw.find(ours).sort({ at: -1 }).toArray();
  if (recorded[0]?._id === _id) return [];
  const made = new Set(recorded.flatMap((each) => each.made ?? []));
  await Promise.all(
    list.map(async (each) => {
      await createCollection(connection, each.name);
      if (each.indexes.length > 0)
        await each.raw.createIndexes(each.indexes.map(([key, options]) => ({ ...options, key })));
      await dropOld(each, made);
    }),
  );
  const own = list.flatMap(({ name, indexes }) => indexes.map(([key]) => mark(name, key)));
  const done = { communityId: scope.communityId, at: new Date(), made: own };
  await tables.migrations.raw.replaceOne({ _id }, done, { upsert: true });
  return [id];
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
    const done = [...(await migrateSchema(connection, tables, scope))];
    for (const migration of changes) {
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
