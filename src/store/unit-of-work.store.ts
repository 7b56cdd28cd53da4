import type { Connection } from 'mongoose';
import type { PersonId } from '../domain/ids';
import type { Commit, UnitOfWork } from '../usecases/ports';
import * as writes from './commit-writes';
import { insertRows, type FreshRows } from './insert-rows';
import type { Tables } from './models';
import type { Scope } from './scope';
import { inTransaction, isDuplicateKey, Refused, type Refusal } from './transaction';
import { writePostings } from './write-postings';

export interface UnitOfWorkNeeds {
  readonly connection: Connection;
  readonly tables: Tables;
  readonly scope: Scope;
  /** People who may exist since now: what memory knows of them is out of date. */
  readonly onPeople: (people: readonly PersonId[]) => void;
}

/** A key that is taken means, by collection, that all was done before or that the world has moved. */
const step = async <T>(taken: Refusal, write: () => Promise<T>): Promise<T> => {
  try {
    return await write();
  } catch (error) {
    if (isDuplicateKey(error)) throw new Refused(taken);
    throw error;
  }
};

const writeAll = async (writing: writes.Writing, commit: Commit): Promise<FreshRows> => {
  await step('repeated', () => writes.writeCause(writing, commit.cause));
  await step('conflict', () => writes.writeGuards(writing, commit.guards));
  await step('conflict', () => writes.writeMatters(writing, commit.changes));
  await step('conflict', () => writes.writeEvents(writing, commit.changes));
  await step('conflict', () => writePostings(writing, commit.postings));
  await step('conflict', () => writes.writePeople(writing, commit.people));
  await writes.writeWords(writing, commit.words);
  await writes.writePhotos(writing, commit.photos);
  return step('conflict', () => insertRows(writing.tables, writing.scope, commit.outbox, writing.session));
};

const mustNameEachOnce = ({ changes, guards }: Commit): void => {
  const names = [...changes.map(({ ref }) => `matter ${ref.id}`), ...guards.map(({ id }) => `guard ${id}`)];
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new Error(`A commit changes ${twice} twice.`);
};

/** One commit is one transaction of writes only. A matter's version grows by one with each commit that changes it. */
export const createUnitOfWork = ({ connection, tables, scope, onPeople }: UnitOfWorkNeeds): UnitOfWork => ({
  commit: async (commit) => {
    mustNameEachOnce(commit);
    try {
      const rows = await inTransaction(connection, (session) => writeAll({ tables, scope, session }, commit));
      onPeople(commit.people.map(({ id }) => id));
      return { kind: 'committed', rows };
    } catch (error) {
      if (error instanceof Refused) return { kind: error.refusal };
      throw error;
    }
  },
});
