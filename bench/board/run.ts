/**
 * `npm run bench:board`. The pages of the board over a million tickets and 58,000 households, 50 requests in flight,
 * against MongoDB's queries bare (found by MongoDB's own profiler) behind node's HTTP, in turn in one run: once all that a
 * page asks when nothing of it is remembered, once what it asked in the run. Out: a table, and
 * `bench/board/results.json`. BOARD_TICKETS=50000 makes it a small one; BOARD_DATA=folder keeps what was filled for the
 * next time; BOARD_ONLY=words is one kind of page.
 */
import { fork } from 'node:child_process';
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
import { median } from '../rounds';
import { commandsOf, writeCommands } from './commands';
import { fillBoard } from './fill';
import type { PageLoad, PagesLoaded } from './load';
import { pageKinds, type PageKind } from './pages';

const tickets = Number(process.env['BOARD_TICKETS'] ?? 1_000_000);
const households = Number(process.env['BOARD_HOUSEHOLDS'] ?? 58_000);
const seconds = Number(process.env['BOARD_SECONDS'] ?? 4);
const only = process.env['BOARD_ONLY'] ?? '';
const atOnce = 50;
const rounds = 3;
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

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

interface Against {
  readonly perSecond: number;
  readonly p95Ms: number;
  /** Ours of it, the median of the rounds' own. */
  readonly ratio: number;
}

interface Row {
  readonly page: string;
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  /** Its queries when nothing of it is remembered. */
  readonly bare: Against & { readonly queries: number };
  /** The queries that it asked in the run: what is remembered is in neither. */
  readonly asked: Against & { readonly queries: number };
}

const sides = ['ours', 'bare', 'asked'] as const;
type Side = (typeof sides)[number];

/** In turn, each time beginning with another. */
const measure = async (loads: Readonly<Record<Side, PageLoad>>) => {
  const all: Record<Side, PagesLoaded>[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const one: Partial<Record<Side, PagesLoaded>> = {};
    for (const index of sides.keys()) {
      const side = sides[(index + round) % sides.length] ?? 'ours';
      const loaded = await loadOnce(loads[side]);
      if (loaded.refused > 0) throw new Error(`${loaded.refused} of ${loads[side].paths[0]} were refused (${side})`);
      one[side] = loaded;
    }
    all.push(one as Record<Side, PagesLoaded>);
  }
  const of = (side: Side, figure: 'perSecond' | 'p50Ms' | 'p95Ms') => median(all.map((each) => each[side][figure]));
  const against = (side: Side): Against => ({
    ...{ perSecond: of(side, 'perSecond'), p95Ms: of(side, 'p95Ms') },
    ratio: median(all.map((each) => each.ours.perSecond / each[side].perSecond)),
  });
  const ours = { perSecond: of('ours', 'perSecond'), p50Ms: of('ours', 'p50Ms'), p95Ms: of('ours', 'p95Ms') };
  return { ...ours, bare: against('bare'), asked: against('asked') };
};

const lineOf = (row: Row): readonly string[] => [
  row.page,
  `${Math.round(row.perSecond)}/s`,
  `${Math.round(row.p95Ms)} ms`,
  ...[row.bare, row.asked].flatMap(({ queries, perSecond, p95Ms, ratio }) => [
    `${queries}: ${Math.round(perSecond)}/s`,
    `${Math.round(p95Ms)} ms`,
    `${Math.round(ratio * 100)} %`,
  ]),
];
const head = ['page', 'rate', 'p95', 'bare', 'p95', 'ratio', 'as asked', 'p95', 'ratio'];
const aligned = (cells: readonly string[]): string =>
  cells.map((cell, column) => cell.padEnd(column === 0 ? 30 : 11)).join('');

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

/** What each page asks when it is asked for the first time, and what it asks the next time. */
const commandsOfKind = async (database: mongo.Db, web: Web, kind: PageKind, name: string): Promise<Commands> => {
  const commands: Commands = {};
  const asking = (path: string) => async (): Promise<void> => {
    const headers = { cookie: web.cookies.get(kind.person) ?? '' };
    const { status } = await fetch(`http://127.0.0.1:${web.port}${path}`, { headers, redirect: 'manual' });
    if (status !== 200) throw new Error(`${path} answers ${status}`);
  };
  await asking(nothingThere)();
  for (const [variant, path] of kind.paths.entries())
    for (const side of ['bare', 'asked'] as const)
      commands[`/${side}/${name}/${variant}`] = await commandsOf(database, asking(path));
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
  const kinds = pageKinds(tickets, await stores.communities.current()).filter(({ name }) => name.includes(only));
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
  console.log(aligned(head));
  const rows: Row[] = [];
  for (const [index, { name, person, paths }] of kinds.entries()) {
    const load = { cookie: cookies.get(person) ?? '', atOnce, seconds };
    const bare = (side: Side) => ({
      ...load,
      port: floorPort,
      paths: paths.map((_, one) => `/${side}/${index}/${one}`),
    });
    const figures = await measure({ ours: { ...load, port, paths }, bare: bare('bare'), asked: bare('asked') });
    const counted = (side: 'bare' | 'asked') => ({
      ...figures[side],
      queries: commands[`/${side}/${index}/0`]?.length ?? 0,
    });
    const row = { page: name, ...figures, bare: counted('bare'), asked: counted('asked') };
    rows.push(row);
    console.log(aligned(lineOf(row)));
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
    const results = { ...about, tickets, households, atOnce, rows };
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
