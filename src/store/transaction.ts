import { setTimeout as sleep } from 'node:timers/promises';
import type { Connection, mongo as driver } from 'mongoose';
import { mongo } from 'mongoose';

export type Refusal = 'repeated' | 'conflict';

/** Ends a transaction without a trace; never leaves the store. */
export class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal);
  }
}

const WRITE_CONFLICT = 112;
const DUPLICATE_KEY = 11_000;
const TRIES = 5;
const COMMIT_MS = 30_000;

const hasLabel = (error: unknown, label: string): boolean =>
  error instanceof mongo.MongoError && error.hasErrorLabel(label);

export const isDuplicateKey = (error: unknown): boolean =>
  error instanceof mongo.MongoServerError && error.code === DUPLICATE_KEY;

/** Somebody else wrote what we were writing: what the decision was based on has changed. */
const isWriteConflict = (error: unknown): boolean =>
  error instanceof mongo.MongoServerError && error.code === WRITE_CONFLICT;

/** "Unknown" means that the answer was lost: asking again is safe, the server commits once. */
const commit = async (session: driver.ClientSession): Promise<void> => {
  const giveUpAt = performance.now() + COMMIT_MS;
  for (;;) {
    try {
      await session.commitTransaction();
      return;
    } catch (error) {
      if (!hasLabel(error, 'UnknownTransactionCommitResult') || performance.now() > giveUpAt) throw error;
      await sleep(20);
    }
  }
};

const attempt = async <T>(
  session: driver.ClientSession,
  write: (session: driver.ClientSession) => Promise<T>,
): Promise<T> => {
  session.startTransaction({ writeConcern: new mongo.WriteConcern('majority') });
  try {
    const result = await write(session);
    await commit(session);
    return result;
  } catch (error) {
    // A transaction that is not aborted would lock its documents until the server's time-out; the first error tells more.
    if (session.inTransaction()) await session.abortTransaction().catch(() => undefined);
    if (isWriteConflict(error)) throw new Refused('conflict');
    throw error;
  }
};

/**
 * Runs writes in one transaction. A conflict is thrown as `Refused`: what lies under it must be read afresh by the caller.
 * A transaction that the server lost (a restart, an election) was not committed and is written again as it is.
 */
export const inTransaction = async <T>(
  connection: Connection,
  write: (session: driver.ClientSession) => Promise<T>,
): Promise<T> => {
  const session = connection.getClient().startSession();
  try {
    for (let tries = 1; ; tries += 1) {
      try {
        return await attempt(session, write);
      } catch (error) {
        if (error instanceof Refused || tries >= TRIES || !hasLabel(error, 'TransientTransactionError')) throw error;
        await sleep(50 * tries);
      }
    }
  } finally {
    await session.endSession();
  }
};

/** For writes that depend on nothing read before: a conflict is simply tried again. */
export const inTransactionAgain = async <T>(
  connection: Connection,
  write: (session: driver.ClientSession) => Promise<T>,
): Promise<T> => {
  for (let tries = 1; ; tries += 1) {
    try {
      return await inTransaction(connection, write);
    } catch (error) {
      if (!(error instanceof Refused) || tries >= 20) throw error;
      await sleep(Math.random() * 10 * tries);
    }
  }
};
