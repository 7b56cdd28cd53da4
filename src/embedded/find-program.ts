import { accessSync, constants, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

/** Where programs are looked for; taken from the environment by its reader. */
export interface ProgramSearch {
  /** The PATH. */
  readonly path: string;
  /** A mongod named by MONGOMS_SYSTEM_BINARY. */
  readonly mongod: string | null;
  /** XDG_CACHE_HOME. */
  readonly cacheHome: string | null;
}

/** Must agree with scripts/setup/mongod.mjs, which puts it there. */
const cachedMongod = (search: ProgramSearch): string =>
  join(search.cacheHome ?? join(homedir(), '.cache'), 'linli', 'mongod', 'mongod');

const isProgram = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
};

const onPath = (name: string, path: string): string | undefined =>
  path
    .split(delimiter)
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, name))
    .find(isProgram);

export const findMongod = (search: ProgramSearch): string | undefined =>
  [search.mongod, onPath('mongod', search.path), cachedMongod(search)].find(
    (file): file is string => typeof file === 'string' && isProgram(file),
  );

export const findRedisServer = (search: ProgramSearch): string | undefined => onPath('redis-server', search.path);
