/**
 * `npm run bench:board`. The pages of the board over a million tickets and 58,000 households, 50 requests in flight,
 * against MongoDB's queries bare (found by MongoDB's own profiler) behind node's HTTP, in turn in one run: the page while
 * nothing is written, and while ten matters change a second; all that it asks when nothing of it is remembered, and what it
 * asks again after something was written. Out: a table, and `bench/board/results.json`. BOARD_TICKETS=50000 makes it a small one; BOARD_DATA=folder keeps what was filled for the next time;
 * BOARD_ONLY=words,map is two kinds of page; BENCH_PROFILE=folder writes profiles of the program.
 */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sign } from '@fastify/cookie';
import type { mongo } from 'mongoose';
import { loadPack } from '../../src/load-pack';
import { createStore, type Stores } from '../../src/store/store';
import { startOwnServers } from '../../test/support/own-servers';
import { commitName, machineName } from '../results';
import { startMeasured, type MeasuredProcess } from '../measured-process';
import { commandsOf, writeCommands } from './commands';
import { fillBoard } from './fill';
import { pageKinds, type PageKind } from './pages';
import { headLine, lineOf, measure, type Row } from './sides';
import { changesPerSecond, changingTickets } from './writing';

const tickets = Number(process.env['BOARD_TICKETS'] ?? 1_000_000);
const households = Number(process.env['BOARD_HOUSEHOLDS'] ?? 58_000);
const seconds = Number(process.env['BOARD_SECONDS'] ?? 4);
const only = (process.env['BOARD_ONLY'] ?? '').split(',');
const atOnce = 50;
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

const freePort = (): Promise<number> =>
  new Promise((answer) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => answer(typeof address === 'object' && address ? address.port : 0));
    });
  });

const answers = async (url: string): Promise<void> => {
  const giveUpAt = performance.now() + 60_000;
  for (;;) {
    const ok = await fetch(url).then(
      (response) => response.status < 500,
      () => false,
    );
    if (ok) return;
    if (performance.now() > giveUpAt) throw new Error(`${url} does not answer`);
    await sleep(100);
  }
};

interface Web {
  readonly port: number;
  readonly cookies: Map<string, string>;
}

const cookiesFor = async (stores: Stores, secret: string, kinds: readonly PageKind[]): Promise<Web['cookies']> => {
  const cookies = new Map<string, string>();
  for (const person of new Set(kinds.map((kind) => kind.person))) {
    const { token } = await stores.sessions.open(person, 'bench');
    cookies.set(person, `linli=${encodeURIComponent(sign(token, secret))}`);
  }
  return cookies;
};

/** As a browser sends them the next time: with the cookie that its forms are checked by. */
const asBrowser = async (port: number, cookie: string): Promise<string> => {
  const { headers } = await fetch(`http://127.0.0.1:${port}${nothingThere}`, { headers: { cookie } });
  return [cookie, ...headers.getSetCookie().map((line) => line.split(';')[0] ?? '')].join('; ');
};

/** Known by then: who works here, and what the community is; nothing of any ticket. */
const nothingThere = '/board/tickets?words=999999999';

type Commands = Record<string, readonly mongo.Document[]>;

/** What each page asks when it is asked for the first time, and what it asks again after something was written. */
const commandsOfKind = async (database: mongo.Db, web: Web, kind: PageKind, name: string): Promise<Commands> => {
  const commands: Commands = {};
  const asking = (path: string) => async (): Promise<void> => {
    const headers = { cookie: web.cookies.get(kind.person) ?? '' };
    const { status } = await fetch(`http://127.0.0.1:${web.port}${path}`, { headers, redirect: 'manual' });
    if (status !== 200) throw new Error(`${path} answers ${status}`);
  };
  await asking(nothingThere)();
  for (const [variant, path] of kind.paths.entries())
    for (const side of ['bare', 'asked'] as const) {
      await database.collection('bench_written').insertOne({});
      commands[`/${side}/${name}/${variant}`] = await commandsOf(database, asking(path));
    }
  return commands;
};

const run = async (
  stores: Stores,
  servers: { readonly mongoUri: string; readonly redisUrl: string },
  folder: string,
): Promise<readonly Row[]> => {
  const database = stores.connection.getClient().db(stores.connection.name);
  const [secret, port, floorPort] = [randomBytes(32).toString('hex'), await freePort(), await freePort()];
  const env = {
    ...{ MONGODB_URI: servers.mongoUri, REDIS_URL: servers.redisUrl, ROLES: 'web', SANDBOX: '0', LOG_LEVEL: 'error' },
    ...{ SECRET: secret, FIELD_KEY: randomBytes(32).toString('base64'), PORT: String(port), PACK: 'packs/demo.yaml' },
  };
  const kinds = pageKinds(tickets, await stores.communities.current()).filter(({ name }) =>
    only.some((part) => name.includes(part)),
  );
  const cookies = await cookiesFor(stores, secret, kinds);
  const start = async (name: string): Promise<MeasuredProcess> => {
    const program = startMeasured(name, resolve('dist/main.js'), { env });
    await answers(`http://127.0.0.1:${port}/healthz`);
    return program;
  };
  const commands: Commands = {};
  for (const [index, kind] of kinds.entries()) {
    // Each time a program that remembers nothing yet.
    const program = await start('board-before');
    Object.assign(commands, await commandsOfKind(database, { port, cookies }, kind, String(index)));
    await program.stop();
  }
  const file = join(folder, 'commands.json');
  writeFileSync(file, writeCommands(commands));
  const floorEnv = { MONGODB_URI: servers.mongoUri, PORT: String(floorPort), BOARD_COMMANDS: file };
  const floor = startMeasured('board-floor', join(__dirname, 'floor.ts'), { env: floorEnv, node: ['--import', 'tsx'] });
  await answers(`http://127.0.0.1:${floorPort}/none`);
  const ours = await start('board');
  for (const [person, cookie] of cookies) cookies.set(person, await asBrowser(port, cookie));
  console.log(headLine);
  const rows: Row[] = [];
  for (const [index, { name, person, paths }] of kinds.entries()) {
    const load = { cookie: cookies.get(person) ?? '', atOnce, seconds };
    const floorOf = (side: 'bare' | 'asked') => ({
      ...{ ...load, port: floorPort, paths: paths.map((_, one) => `/${side}/${index}/${one}`) },
      queries: commands[`/${side}/${index}/0`]?.length ?? 0,
    });
    const row = await measure({
      ...{ page: name, ours: { ...load, port, paths }, bare: floorOf('bare'), asked: floorOf('asked') },
      writing: changingTickets(database, tickets),
    });
    rows.push(row);
    console.log(lineOf(row));
  }
  await ours.stop();
  await floor.stop();
  return rows;
};

const main = async (): Promise<void> => {
  const kept = process.env['BOARD_DATA'];
  const folder = mkdtempSync(join(tmpdir(), 'linli-board-'));
  const servers = await startOwnServers(kept ?? join(folder, 'servers'), { keep: kept !== undefined });
  try {
    const stores = await createStore({ uri: servers.mongoUri, communityId: 'demo', log: silent });
    await stores.savePack(await loadPack('packs/demo.yaml'));
    const begun = performance.now();
    await fillBoard(stores, servers.mongoUri, tickets, households);
    const took = Math.round((performance.now() - begun) / 1000);
    console.log(`${tickets} tickets and ${households} households in ${took} s`);
    const rows = await run(stores, servers, folder);
    const about = { date: new Date().toISOString(), machine: machineName(), commit: commitName() };
    const results = { ...about, tickets, households, atOnce, changesPerSecond, rows };
    writeFileSync(join(__dirname, 'results.json'), `${JSON.stringify(results, null, 2)}\n`);
    await stores.close();
  } finally {
    await servers.stop();
    rmSync(folder, { recursive: true, force: true });
  }
};

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
