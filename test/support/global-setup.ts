import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readPair, runFolderVariable } from './shared-servers';
import { endLeftover, isRunning } from '../../src/embedded/leftover';

const prefix = 'linli-test-';

const endServersOf = async (folder: string): Promise<void> => {
  const pair = readPair(folder);
  if (pair !== null) await Promise.all([pair.mongoPid, pair.redisPid].map((pid) => endLeftover(pid, folder, 10_000)));
  rmSync(folder, { recursive: true, force: true });
};

const ownerOf = (folder: string): number => {
  try {
    return Number(readFileSync(join(folder, 'owner'), 'utf8'));
  } catch {
    return 0;
  }
};

/** Servers of a run that was killed before it could end them. */
const endForgotten = async (): Promise<void> => {
  const folders = readdirSync(tmpdir())
    .filter((name) => name.startsWith(prefix))
    .map((name) => join(tmpdir(), name));
  for (const folder of folders.filter((each) => ownerOf(each) !== 0 && !isRunning(ownerOf(each))))
    await endServersOf(folder);
};

const globalSetup = async (): Promise<void> => {
  await endForgotten();
  const folder = mkdtempSync(join(tmpdir(), prefix));
  writeFileSync(join(folder, 'owner'), String(process.pid));
  process.env[runFolderVariable] = folder;
};

export const endRun = async (): Promise<void> => {
  const folder = process.env[runFolderVariable];
  if (folder !== undefined) await endServersOf(folder);
};

export default globalSetup;
