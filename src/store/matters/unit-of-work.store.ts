import type { Connection } from 'mongoose';
import type { PersonId } from '../../domain/ids';
import type { Commit, UnitOfWork } from '../../usecases/ports';
import * as writes from './commit-writes';
import type { FieldCipher } from '../privacy/field-cipher';
import { insertNewRows, insertRows, type FreshRows } from '../delivery/insert-rows';
import type { Tables } from '../models';
import type { Scope } from '../scope';
import { inTransaction, isDuplicateKey, Refused, type Refusal } from '../transaction';
import { writeMarks } from '../books/write-marks';
import { writeNewPostings, writePostings } from '../books/write-postings';

export interface UnitOfWorkNeeds {
  readonly connection: Connection;
  readonly tables: Tables;
  readonly scope: Scope;
  readonly cipher: FieldCipher;
  /** People who may exist since now: what memory knows of them is out of date. */
  readonly onPeople: (people: readonly PersonId[]) => void;
}

/** Ends a transaction in which something is to be said, or posted, that was before. */
class KnownEffect extends Error {}

/** A key that is taken means, by collection, that all was done before or that the world has moved. */
const step = async <T>(taken: Refusal, write: () => Promise<T>): Promise<T> => {
  try {
    return await write();
  } catch (error) {
    if (isDuplicateKey(error)) throw new Refused(taken);
    throw error;
  }
};

/** What may have been done before is nearly always new: it is written as new first, and past what is known only then. */
interface Effects {
  readonly rows: typeof insertNewRows;
  readonly postings: typeof writePostings;
}

const orTell = async <T>(write: () => Promise<T>): Promise<T> => {
  try {
    return await write();
  } catch (error) {
    if (isDuplicateKey(error)) throw new KnownEffect();
    throw error;
  }
};

const asNew: Effects = {
  rows: (...rows) => orTell(() => insertNewRows(...rows)),
  postings: (...postings) => orTell(() => writeNewPostings(...postings)),
};

const pastKnown: Effects = {
  rows: (...rows) => step('conflict', () => insertRows(...rows)),
  postings: (...postings) => step('conflict', () => writePostings(...postings)),
};

const writeAll = async (
  writing: writes.Writing,
  commit: Commit,
  effects: Effects,
  cipher: FieldCipher,
): Promise<FreshRows> => {
  await step('repeated', () => writes.writeCause(writing, commit));
  await step('conflict', () => writes.writeGuards(writing, commit.guards));
  await step('conflict', () => writes.writeMatters(writing, commit.changes));
  await step('conflict', () => writes.writeEvents(writing, commit.changes));
  await effects.postings(writing, commit.postings);
  await step('conflict', () => writeMarks(writing, commit.marks ?? []));
  await step('conflict', () => writes.writePeople(writing, commit.people));
  await writes.writeWords(writing, commit.words, cipher);
  await writes.writePhotos(writing, commit.photos);
  return effects.rows(writing.tables, writing.scope, commit.outbox, writing.session);
};

const mustNameEachOnce = ({ changes, guards }: Commit): void => {
  const names = [...changes.map(({ ref }) => `matter ${ref.id}`), ...guards.map(({ id }) => `guard ${id}`)];
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new Error(`A commit changes ${twice} twice.`);
};

/** One commit is one transaction of writes only. A matter's version grows by one with each commit that changes it. */
export const createUnitOfWork = ({ connection, tables, scope, cipher, onPeople }: UnitOfWorkNeeds): UnitOfWork => {
  const write = (commit: Commit, effects: Effects): Promise<FreshRows> =>
    inTransaction(connection, (session) => writeAll({ tables, scope, session }, commit, effects, cipher));

  /** A known effect ends the first transaction, and a second leaves it out. */
  const writeOnce = async (commit: Commit): Promise<FreshRows> => {
    try {
      return await write(commit, asNew);
    } catch (error) {
      if (error instanceof KnownEffect) return write(commit, pastKnown);
      throw error;
    }
  };

  return {
    commit: async (commit) => {
      mustNameEachOnce(commit);
      try {
        const rows = await writeOnce(commit);
        onPeople(commit.people.map(({ id }) => id));
        return { kind: 'committed', rows };
      } catch (error) {
        if (error instanceof Refused) return { kind: error.refusal };
        throw error;
      }
    },
  };
};
