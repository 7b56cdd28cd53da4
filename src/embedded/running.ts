import { linkSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { forget, keep, readKept } from './kept-json';
import { identityOf, isRunning } from './leftover';

const Running = z.object({
  pid: z.number(),
  /** Tells this process from a later one of the same number. */
  identity: z.string(),
  since: z.string(),
  /** Where people look; null until it serves. */
  address: z.string().nullable(),
  /** Null: not embedded, or not ready yet. */
  mongoUri: z.string().nullable(),
  redisUrl: z.string().nullable(),
});
export type Running = z.infer<typeof Running>;

const fileOf = (dataDir: string): string => join(dataDir, 'running.json');

const isAlive = ({ pid, identity }: Running): boolean => isRunning(pid) && identityOf(pid) === identity;

/** The program that works with this data folder now; a file left by a killed one does not count. */
export const readRunning = (dataDir: string): Running | null => {
  const running = readKept(fileOf(dataDir), Running);
  return running !== null && isAlive(running) ? running : null;
};

export const describeRunning = (running: Running, dataDir: string): string =>
  [
    `Linli is running already: process ${running.pid}, since ${running.since}, with the data in ${dataDir}.`,
    running.address === null ? 'It is still starting.' : `Look at ${running.address}.`,
    'To run a second one, give it its own DATA_DIR and PORT.',
  ].join('\n');

export interface Claim {
  update(change: Partial<Pick<Running, 'address' | 'mongoUri' | 'redisUrl'>>): void;
  release(): void;
}

export type ClaimResult =
  { readonly kind: 'claimed'; readonly claim: Claim } | { readonly kind: 'taken'; readonly running: Running };

/** A hard link cannot be made twice, and the file it shows is whole from the first moment. */
const create = (file: string, running: Running): boolean => {
  const draft = `${file}.${process.pid}.draft`;
  writeFileSync(draft, JSON.stringify(running), { mode: 0o600 });
  try {
    linkSync(draft, file);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(draft, { force: true });
  }
};

/** Looks again at what it took away: somebody may have claimed the folder in between. */
const removeStale = (file: string): void => {
  const aside = `${file}.${process.pid}.stale`;
  try {
    renameSync(file, aside);
    const taken = readKept(aside, Running);
    if (taken !== null && isAlive(taken)) linkSync(aside, file);
  } catch {
    // Another starter was faster; the next attempt sees what is there.
  } finally {
    rmSync(aside, { force: true });
  }
};

const ATTEMPTS = 20;

/** Only one program works with a data folder at a time. */
export const claimDataDir = (dataDir: string): ClaimResult => {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const file = fileOf(dataDir);
  const now = new Date().toISOString();
  let mine: Running = {
    ...{ pid: process.pid, identity: identityOf(process.pid), since: now },
    ...{ address: null, mongoUri: null, redisUrl: null },
  };
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    if (create(file, mine)) {
      const update: Claim['update'] = (change) => keep(file, (mine = { ...mine, ...change }));
      return { kind: 'claimed', claim: { update, release: () => forget(file) } };
    }
    const running = readRunning(dataDir);
    if (running !== null) return { kind: 'taken', running };
    removeStale(file);
  }
  throw new Error(`${file} cannot be written. Remove it when no Linli runs with this folder.`);
};
