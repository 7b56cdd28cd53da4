/**
 * `npm run bench:board`. The pages of the board over a million tickets and 58,000 households, 50 requests in flight,
 * against the same MongoDB queries bare (found by MongoDB's own profiler) behind node's HTTP, in turn in one run. Out: a
 * table, and `bench/board/results.json`. BOARD_TICKETS=50000 makes it a small one.
 */
import { fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sign } from '@fastify/cookie';
import { mongo } from 'mongoose';
import { loadPack } from '../../src/load-pack';
import { createStore, type Stores } from '../../src/store/store';
import { startOwnServers } from '../../test/support/own-servers';
import { commitName, machineName } from '../results';
import { startMeasured } from '../measured-process';
import { fillBoard } from './fill';
import type { PageLoad, PagesLoaded } from './load';

const tickets = Number(process.env['BOARD_TICKETS'] ?? 1_000_000);
const households = Number(process.env['BOARD_HOUSEHOLDS'] ?? 58_000);
const seconds = Number(process.env['BOARD_SECONDS'] ?? 4);
const atOnce = 50;
const rounds = 3;
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** Each page as a director and as a grid worker would ask for it. */
const pages: readonly (readonly [name: string, person: string, path: string])[] = [
  ['the list of what is open', 'lin-jing', '/board/tickets'],
  ['all of one building', 'lin-jing', '/board/tickets?state=all&area=building-6'],
  ['one category, closed', 'lin-jing', '/board/tickets?state=closed&category=litter'],
  ['deep in the list', 'lin-jing', '/board/tickets?state=all&after=2026-03-01T00%3A00%3A00.000Z~500000'],
  ['words', 'lin-jing', '/board/tickets?state=all&words=%E7%94%B5%E6%A2%AF'],
  ['a number', 'lin-jing', `/board/tickets?words=${Math.floor(tickets / 2)}`],
  ['the list of a grid worker', 'wang-fang', '/board/tickets'],
  ['today, of a director', 'lin-jing', '/board'],
  ['today, of a grid worker', 'wang-fang', '/board'],
  ['the map', 'lin-jing', '/board/map'],
];

const freePort = (): Promise<number> =>
  new Promise((answer) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => answer(typeof address === 'object' && address ? address.port : 0));
    });
  });

const loadOnce = (load: PageLoad): Promise<PagesLoaded> =>
  new Promise((answer, reject) => {
    const child = fork(join(__dirname, 'load.ts'), [], { execArgv: ['--import', 'tsx'] });
    child.once('exit', () => reject(new Error('the load ended')));
    child.once('message', (loaded: PagesLoaded) => {
      child.removeAllListeners('exit').kill();
      answer(loaded);
    });
    child.send(load);
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

const reads = ['find', 'aggregate', 'count', 'distinct'] as const;

/** What a page asks MongoDB, once: its profiler writes it down. */
const commandsOf = async (database: mongo.Db, ask: () => Promise<unknown>): Promise<readonly mongo.Document[]> => {
  await database.command({ profile: 0 });
  await database.collection('system.profile').drop();
  await database.command({ profile: 2 });
  await ask();
  await database.command({ profile: 0 });
  const seen = await database
    .collection('system.profile')
    .find({ 'command.find': { $ne: 'system.profile' } })
    .toArray();
  return seen
    .map(({ command }) => command as mongo.Document)
    .filter((command) => reads.some((name) => name in command) && !('sessions' === command['find']))
    .map((command) =>
      Object.fromEntries(
        Object.entries(command).filter(([key]) => !key.startsWith('$') && key !== 'lsid' && key !== 'txnNumber'),
      ),
    );
};

const median = (list: readonly number[]): number => [...list].sort((a, b) => a - b)[list.length >> 1] ?? 0;

interface Row {
  readonly page: string;
  readonly queries: number;
  readonly perSecond: number;
  readonly p95Ms: number;
  readonly floorPerSecond: number;
  readonly floorP95Ms: number;
  readonly ratio: number;
}

const measure = async (ours: PageLoad, floor: PageLoad): Promise<Omit<Row, 'page' | 'queries'>> => {
  const all: { ours: PagesLoaded; floor: PagesLoaded }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const [first, second] = round % 2 === 0 ? [ours, floor] : [floor, ours];
    const [one, other] = [await loadOnce(first), await loadOnce(second)];
    all.push(round % 2 === 0 ? { ours: one, floor: other } : { ours: other, floor: one });
  }
  if (all.some((each) => each.ours.refused + each.floor.refused > 0)) throw new Error('a page was refused');
  return {
    perSecond: median(all.map((each) => each.ours.perSecond)),
    p95Ms: median(all.map((each) => each.ours.p95Ms)),
    floorPerSecond: median(all.map((each) => each.floor.perSecond)),
    floorP95Ms: median(all.map((each) => each.floor.p95Ms)),
    ratio: median(all.map((each) => each.ours.perSecond / each.floor.perSecond)),
  };
};

const table = (rows: readonly Row[]): string =>
  [
    ['page', 'rate', 'p95', 'bare rate', 'bare p95', 'ratio'],
    ...rows.map((row) => [
      row.page,
      `${Math.round(row.perSecond)}/s`,
      `${Math.round(row.p95Ms)} ms`,
      `${Math.round(row.floorPerSecond)}/s`,
      `${Math.round(row.floorP95Ms)} ms`,
      `${Math.round(row.ratio * 100)} %`,
    ]),
  ]
    .map((cells) => cells.map((cell, column) => cell.padEnd(column === 0 ? 30 : 11)).join(''))
    .join('\n');

const run = async (
  stores: Stores,
  servers: { readonly mongoUri: string; readonly redisUrl: string },
  folder: string,
) => {
  const database = stores.connection.getClient().db(stores.connection.name);
  const [secret, port, floorPort] = [randomBytes(32).toString('hex'), await freePort(), await freePort()];
  const env = {
    ...{ MONGODB_URI: servers.mongoUri, REDIS_URL: servers.redisUrl, ROLES: 'web', SANDBOX: '0', LOG_LEVEL: 'error' },
    ...{ SECRET: secret, FIELD_KEY: randomBytes(32).toString('base64'), PORT: String(port), PACK: 'packs/demo.yaml' },
  };
  const ours = startMeasured('board', resolve('src/main.ts'), { env, node: ['--import', 'tsx'] });
  await answers(`http://127.0.0.1:${port}/healthz`);
  const cookies = new Map<string, string>();
  for (const person of new Set(pages.map(([, who]) => who))) {
    const { token } = await stores.sessions.open(person, 'bench');
    cookies.set(person, `linli=${encodeURIComponent(sign(token, secret))}`);
  }
  const commands: Record<string, readonly mongo.Document[]> = {};
  for (const [, person, path] of pages) {
    const headers = { cookie: cookies.get(person) ?? '' };
    const ask = () => fetch(`http://127.0.0.1:${port}${path}`, { headers, redirect: 'manual' });
    const { status } = await ask();
    if (status !== 200) throw new Error(`${path} answers ${status}`);
    commands[`${path}#${person}`] = await commandsOf(database, ask);
  }
  const byPath = Object.fromEntries(
    pages.map(([, person, path], index) => [`/${index}`, commands[`${path}#${person}`]]),
  );
  const file = join(folder, 'commands.json');
  writeFileSync(file, mongo.BSON.EJSON.stringify(byPath));
  const floorEnv = { MONGODB_URI: servers.mongoUri, PORT: String(floorPort), BOARD_COMMANDS: file };
  const floor = startMeasured('board-floor', join(__dirname, 'floor.ts'), { env: floorEnv, node: ['--import', 'tsx'] });
  await answers(`http://127.0.0.1:${floorPort}/none`);
  const rows: Row[] = [];
  for (const [index, [name, person, path]] of pages.entries()) {
    const load = { cookie: cookies.get(person) ?? '', atOnce, seconds };
    const figures = await measure({ ...load, port, paths: [path] }, { ...load, port: floorPort, paths: [`/${index}`] });
    rows.push({ page: name, queries: commands[`${path}#${person}`]?.length ?? 0, ...figures });
    console.log(table(rows.slice(-1)).split('\n')[1]);
  }
  await ours.stop();
  await floor.stop();
  return rows;
};

const main = async (): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'linli-board-'));
  const servers = await startOwnServers(join(folder, 'servers'));
  try {
    const stores = await createStore({ uri: servers.mongoUri, communityId: 'demo', log: silent });
    await stores.savePack(await loadPack('packs/demo.yaml'));
    const begun = performance.now();
    await fillBoard(stores, servers.mongoUri, tickets, households);
    console.log(
      `${tickets} tickets and ${households} households in ${Math.round((performance.now() - begun) / 1000)} s`,
    );
    const rows = await run(stores, servers, folder);
    console.log(table(rows));
    const results = {
      date: new Date().toISOString(),
      machine: machineName(),
      commit: commitName(),
      tickets,
      households,
      atOnce,
      rows,
    };
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
