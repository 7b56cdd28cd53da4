import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Connection } from 'mongoose';
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

/** Whoever may write there could put another file in a backup's place. Some systems know no such rights. */
const refuseOpenFolder = async (folder: string): Promise<void> => {
  if (process.getuid === undefined || ((await stat(folder)).mode & 0o022) === 0) return;
  throw new Error(`别人也能往 ${folder} 里写，请先 chmod 700 · others may write to this folder: chmod 700 it first`);
};

/** Written beside its place and read back: only a whole one bears the name of a backup. Nobody but its owner reads it. */
export const makeBackup = async (
  connection: Connection,
  { folder, community, at, keep }: { folder: string; community: string; at: Date; keep: number },
): Promise<MadeBackup> => {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await refuseOpenFolder(folder);
  const file = join(folder, nameAt(community, at));
  const unfinished = `${file}.part`;
  try {
    const lines = Readable.from(backupLines(connection));
    await pipeline(lines, createGzip(), createWriteStream(unfinished, { mode: 0o600, flags: 'wx' }));
    const sums = await readBackup(unfinished, () => Promise.resolve());
    await rename(unfinished, file);
    await removeOld(folder, community, keep);
    return { ...sums, file, bytes: (await stat(file)).size };
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
};
