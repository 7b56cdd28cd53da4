/**
 * Makes a fresh clone ready, with nothing but Node: run by npm before `npm start` and `npm test`.
 * Each step looks first and does only what is missing.
 *
 *   node scripts/setup.mjs start   packages, build, and the servers that no address is set for
 *   node scripts/setup.mjs test    packages, both servers, a browser
 *   node scripts/setup.mjs servers packages, both servers, whatever addresses are set
 */
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from './setup/build.mjs';
import { ensureChromium } from './setup/chromium.mjs';
import { installDependencies } from './setup/dependencies.mjs';
import { ensureMongod } from './setup/mongod.mjs';
import { checkNode } from './setup/node-version.mjs';
import { ensureRedis } from './setup/redis.mjs';
import { CannotSetUp, say } from './setup/say.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

const prepareStart = async () => {
  await build(root);
  if (!process.env.MONGODB_URI) await ensureMongod(root);
  if (!process.env.REDIS_URL) await ensureRedis();
};

const prepareServers = async () => {
  await ensureMongod(root);
  await ensureRedis();
};

const prepareTest = async () => {
  await prepareServers();
  await ensureChromium();
};

const goals = { start: prepareStart, test: prepareTest, servers: prepareServers };

const main = async () => {
  const goal = goals[process.argv[2]];
  if (goal === undefined) throw new CannotSetUp(`usage: node scripts/setup.mjs ${Object.keys(goals).join('|')}`);
  checkNode();
  await installDependencies(root);
  await goal();
};

main().catch((error) => {
  say(error instanceof CannotSetUp ? error.message : (error.stack ?? String(error)));
  process.exitCode = 1;
});
