import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { keep, readKept } from './kept-json';

export interface Secrets {
  readonly secret: string;
  readonly fieldKey: Buffer;
}

const Kept = z.object({ secret: z.string().min(32), fieldKey: z.base64() });

const fileIn = (dataDir: string): string => join(dataDir, 'secrets.json');

/** Null: none were made yet, or they cannot be read. */
export const readSecrets = (dataDir: string): Secrets | null => {
  const kept = readKept(fileIn(dataDir), Kept);
  return kept && { secret: kept.secret, fieldKey: Buffer.from(kept.fieldKey, 'base64') };
};

/** Secrets of the embedded start: made once, then the same for as long as the data lives. */
export const keepSecrets = (dataDir: string): Secrets => {
  const file = fileIn(dataDir);
  const kept = readSecrets(dataDir);
  if (kept !== null) return kept;
  // New secrets beside old data would make every encrypted field unreadable.
  if (existsSync(file))
    throw new Error(`${file} is damaged. Restore it from a backup, or remove ${dataDir} to begin anew.`);
  const made = { secret: randomBytes(32).toString('hex'), fieldKey: randomBytes(32).toString('base64') };
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  keep(file, made);
  return { secret: made.secret, fieldKey: Buffer.from(made.fieldKey, 'base64') };
};
