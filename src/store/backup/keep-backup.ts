import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Connection } from 'mongoose';
import type { mongo } from 'mongoose';
import { backupLines, readBackup, type BackupSums } from './backup-lines';

export interface MadeBackup extends BackupSums {
  readonly file: string;
  readonly bytes: number;
}

const nameAt = (community: string, at: Date): string =>
  `linli-${community}-${at.toISOString().replaceAll(/[-:]|\.\d+/gu, '')}.gz`;

/** Older ones of this community go, so that a disk does not fill up by itself. */
const removeOld = async (folder: string, community: string, keep: number): Promise<void> => {
  const own = new RegExp(`^linli-${community}-\\d{8}T\\d{6}Z\\.gz$`, 'u');
  const names = (await readdir(folder)).filter((name) => own.test(name)).sort();
  for (const name of names.slice(0, Math.max(0, names.length - keep))) await rm(join(folder, name));
};

/** Written beside its place and read back: only a whole one bears the name of a backup. Nobody but its owner reads it. */
export const makeBackup = async (
  connection: Connection,
  { folder, community, at, keep }: { folder: string; community: string; at: Date; keep: number },
): Promise<MadeBackup> => {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, nameAt(community, at));
  const unfinished = `${file}.part`;
  try {
    const lines = Readable.from(backupLines(connection));
    await pipeline(lines, createGzip(), createWriteStream(unfinished, { mode: 0o600 }));
    const sums = await readBackup(unfinished, () => Promise.resolve());
    await rename(unfinished, file);
    await removeOld(folder, community, keep);
    return { ...sums, file, bytes: (await stat(file)).size };
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
};

const batch = 500;

/** Puts a backup into a database that holds nothing. It is read to its end first, so that no half of one is put in. */
export const restoreBackup = async (connection: Connection, file: string): Promise<BackupSums | 'not-empty'> => {
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
    waiting.push(document);
  });
  await flush();
  return sums;
};
