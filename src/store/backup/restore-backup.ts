import type { Connection } from 'mongoose';
import type { mongo } from 'mongoose';
import { readBackup, type BackupSums } from './backup-lines';

const batch = 500;

/** Ways in: who was sent out, and what was used, since the backup was made must not come back with it. */
const waysIn: ReadonlySet<string> = new Set(['sessions', 'links', 'invites', 'computers']);

/** What waited longer than this when it is put back was sent since, or is no news any more. */
const freshMs = 10 * 60_000;

/** As it is put back; null: it is not. */
const putBack = (collection: string, document: mongo.Document, now: Date): mongo.Document | null => {
  if (waysIn.has(collection)) return null;
  const { pending, createdAt } = document;
  if (collection !== 'outbox' || pending !== true) return document;
  if (createdAt instanceof Date && now.getTime() - createdAt.getTime() <= freshMs) return document;
  const over = { state: 'given-up', pending: false, questionOpen: false, holdUntil: null };
  return { ...document, ...over, lastError: 'it waited when the backup was made' };
};

/** Puts a backup into a database that holds nothing. It is read to its end first, so that no half of one is put in. */
export const restoreBackup = async (
  connection: Connection,
  file: string,
  now: Date,
): Promise<BackupSums | 'not-empty'> => {
  const db = connection.getClient().db(connection.name);
  const names = (await connection.listCollections()).map(({ name }) => name);
  const filled = await Promise.all(names.map((name) => db.collection(name).findOne({})));
  if (filled.some((document) => document !== null)) return 'not-empty';
  await readBackup(file, () => Promise.resolve());
  let waiting: mongo.Document[] = [];
  let into = '';
  const flush = async (): Promise<void> => {
    if (waiting.length > 0) await db.collection(into).insertMany(waiting);
    waiting = [];
  };
  const sums = await readBackup(file, async (collection, document) => {
    if (collection !== into || waiting.length === batch) await flush();
    into = collection;
    const fit = putBack(collection, document, now);
    if (fit !== null) waiting.push(fit);
  });
  await flush();
  return sums;
};
