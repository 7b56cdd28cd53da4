/**
 * `npm run bench:sweep`. A million open tickets of which ten thousand are due: how long it takes to find those, how fast
 * they are ticked against bare transactions of as many writes (rounds of both in turn), and whether memory stays flat.
 * Out: a table. SWEEP_TICKETS=100000 makes it a small one.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addMinutes } from 'date-fns';
import { mongo } from 'mongoose';
import { loadPack } from '../../src/load-pack';
import { reportTicket } from '../../src/domain/ticket/reporting/report-ticket';
import { createStore, type Stores } from '../../src/store/store';
import { createUnderstanding } from '../../src/understanding';
import { commitDecision } from '../../src/usecases/deciding/commit-decision';
import { matterRules } from '../../src/usecases/deciding/matter-rules';
import { createTick } from '../../src/usecases/deciding/tick-matter';
import type { EnginePorts } from '../../src/usecases/ports-of-engine';
import { rulesAlone } from '../../src/usecases/port-of-second-reader';
import { runBounded } from '../../src/usecases/time/run-bounded';
import { startOwnServers } from '../../test/support/own-servers';
import { writeBenchPack } from '../bench-pack';
import { countWrites, type Writes } from '../count-writes';
import { median } from '../rounds';

const tickets = Number(process.env['SWEEP_TICKETS'] ?? 1_000_000);
const dueCount = 10_000;
const rounds = 5;
const calibration = 50;
const perRound = Math.floor((dueCount - calibration) / (rounds + 1));
/** As many at a time as the sweep itself. */
const width = 8;
const together = 100;
const atOnce = 10_000;

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

const portsOf = (stores: Stores): EnginePorts => ({
  ...stores,
  wakeUps: {
    drain: () => Promise.resolve(),
    wake: () => Promise.resolve(),
    fetchPhotos: () => Promise.resolve(),
  },
  understand: createUnderstanding(),
  secondReader: rulesAlone,
  floods: { take: () => 'taken' },
  newId: () => 'bench',
  drawDigits: (count) => '0'.repeat(count),
  inTurn: (_, job) => job(),
  siteUrl: () => 'http://127.0.0.1:3000',
  recompute: () => Promise.resolve(0),
  log: silent,
});

/** One real ticket of the two-hour class, committed as those of people are; its document is what all of them look like. */
const firstTicket = async (stores: Stores, at: Date): Promise<mongo.Document> => {
  const community = await stores.communities.current();
  const by = { id: 'r-1', name: 'r-1', roles: [], building: null, language: 'zh', guest: false } as const;
  const now = at.toISOString();
  const decision = reportTicket(
    {
      id: 'ticket-1',
      number: 1,
      nature: 'report',
      by,
      role: 'resident',
      group: 'group-1',
      category: 'lift',
      options: [],
      doubt: null,
      place: { area: 'building-1', words: null },
      words: ['words-1'],
      photos: [],
      about: [],
      replyTo: null,
    },
    { now, community, guards: new Map() },
  );
  const matter = { kind: 'ticket', id: 'ticket-1', number: 1 } as const;
  const state = matterRules.ticket.rebuild(decision.events);
  const decided = { cause: 'bench', matter, expectedVersion: 0, decision, state, words: [], photos: [] };
  await commitDecision(decided, community, portsOf(stores));
  const stored = await stores.connection.db?.collection('matters').findOne({ number: 1 });
  if (!stored) throw new Error('the first ticket was not stored');
  return stored;
};

/** The same ticket under another number, reported so many minutes later. */
const copyOf = (first: mongo.Document, number: number, laterMinutes: number): mongo.Document => {
  const moved = JSON.parse(JSON.stringify(first), (_, value: unknown) =>
    typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value)
      ? addMinutes(value, laterMinutes).toISOString()
      : value,
  ) as mongo.Document & { state: object; dueAt: string };
  const id = `ticket-${number}`;
  return {
    ...moved,
    _id: `demo/${id}`,
    id,
    number,
    dueAt: new Date(moved.dueAt),
    state: { ...moved.state, id, number },
  };
};

const fill = async (stores: Stores, first: mongo.Document): Promise<void> => {
  const matters = stores.connection.db?.collection('matters');
  for (let from = 2; from <= tickets; from += atOnce) {
    const some = Array.from({ length: Math.min(atOnce, tickets - from + 1) }, (_, index) => from + index);
    // Every hundredth is due, spread over the numbers; the others are due in hours.
    const every = Math.max(1, Math.floor(tickets / dueCount));
    await matters?.insertMany(
      some.map((number) => copyOf(first, number, number % every === 0 ? -1 : 600)),
      { ordered: false },
    );
  }
  // What was written is on the disk before anything is measured.
  await stores.connection.getClient().db('admin').command({ fsync: 1 });
};

const secondsOf = async (work: () => Promise<unknown>): Promise<number> => {
  const begun = performance.now();
  await work();
  return (performance.now() - begun) / 1000;
};

const heapMb = (): number => {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 2 ** 20;
};

let drawn = 0;
const bareTransaction = async (client: mongo.MongoClient, writes: readonly Writes[]): Promise<void> => {
  drawn += 1;
  const own = drawn;
  const session = client.startSession();
  await session.withTransaction(
    async () => {
      for (const { collection, documents, bytes } of writes)
        await client
          .db('floor')
          .collection<{ _id: string; payload: string }>(collection)
          .insertMany(
            Array.from({ length: documents }, (_, index) => ({ _id: `${own}/${index}`, payload: 'x'.repeat(bytes) })),
            { session },
          );
    },
    { writeConcern: new mongo.WriteConcern('majority') },
  );
  await session.endSession();
};

const measure = async (stores: Stores, client: mongo.MongoClient): Promise<void> => {
  const db = stores.connection.db;
  if (!db) throw new Error('no database');
  const now = stores.clock.now().toISOString();
  const findings: number[] = [];
  for (let round = 0; round < rounds; round += 1)
    findings.push(
      await secondsOf(async () => {
        const found = await stores.matters.due(now, dueCount);
        if (found.length < dueCount - 1) throw new Error(`${found.length} of ${dueCount} were found`);
      }),
    );
  const tick = createTick(portsOf(stores));
  const due = await stores.matters.due(now, dueCount);
  let next = 0;
  // As the sweep does it: a hundred are read together, then ticked one by one.
  const tickSome = async (count: number): Promise<void> => {
    const some = due.slice(next, (next += count));
    for (let from = 0; from < some.length; from += together) {
      const batch = some.slice(from, from + together);
      const read = await stores.matters.loadMany(batch.map(({ ref }) => ref.id));
      const known = new Map(read.map((stored) => [stored.ref.id, stored]));
      await runBounded(batch, width, async ({ ref }) => {
        if ((await tick(ref, known.get(ref.id))) !== 'done') throw new Error(`${ref.id} was not due`);
      });
    }
  };
  const { writes, reads } = await countWrites(db, calibration, () => tickSome(calibration));
  for (const { collection } of writes) await client.db('floor').createCollection(collection);
  const bare = (count: number) =>
    runBounded(Array.from({ length: count }), width, () => bareTransaction(client, writes));
  await tickSome(perRound);
  await bare(perRound);
  const heapBefore = heapMb();
  const pairs: { ours: number; floor: number }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const first = round % 2 === 0 ? await secondsOf(() => tickSome(perRound)) : null;
    const floor = await secondsOf(() => bare(perRound));
    pairs.push({ ours: perRound / (first ?? (await secondsOf(() => tickSome(perRound)))), floor: perRound / floor });
  }
  const ratio = median(pairs.map(({ ours, floor }) => ours / floor));
  const heapAfter = heapMb();
  const finding = median(findings);
  console.log(
    [
      '| | Linli | floor | ratio | goal |',
      '| --- | --- | --- | --- | --- |',
      `| finding ${dueCount.toLocaleString('en')} due among ${tickets.toLocaleString('en')} open | ${finding.toFixed(2)} s | | | < 2 s, ${finding < 2 ? 'reached' : 'not reached'} |`,
      `| ticks, committed | ${Math.round(median(pairs.map(({ ours }) => ours)))}/s | ${Math.round(median(pairs.map(({ floor }) => floor)))}/s | ${Math.round(ratio * 100)} % | ≥ 60 %, ${ratio >= 0.6 ? 'reached' : 'not reached'} |`,
      `| heap after ${(perRound * rounds).toLocaleString('en')} ticks | ${heapAfter.toFixed(1)} MB | ${heapBefore.toFixed(1)} MB before | ${Math.round((heapAfter / heapBefore - 1) * 100)} % | within 10 % |`,
      '',
      `A tick writes ${writes.map(({ collection, documents }) => `${collection} ${documents}`).join(', ')}; it reads ${Object.entries(
        reads,
      )
        .map(([name, each]) => `${name} ${each}`)
        .join(', ')}.`,
    ].join('\n'),
  );
};

const main = async (): Promise<void> => {
  const dir = mkdtempSync(join(tmpdir(), 'linli-bench-sweep-'));
  const servers = await startOwnServers(join(dir, 'servers'));
  const client = await mongo.MongoClient.connect(servers.mongoUri, { maxPoolSize: 50, w: 'majority' });
  try {
    const file = join(dir, 'pack.yaml');
    writeBenchPack(file);
    const pack = await loadPack(file);
    const stores = await createStore({ uri: servers.mongoUri, communityId: pack.community.id, log: silent });
    try {
      await stores.savePack(pack, { ownIdsOn: [] });
      // Reported so long ago that its reminder is due.
      const first = await firstTicket(stores, addMinutes(stores.clock.now(), -16));
      console.log(
        `${tickets.toLocaleString('en')} tickets in ${(await secondsOf(() => fill(stores, first))).toFixed(0)} s`,
      );
      await measure(stores, client);
    } finally {
      await stores.close();
    }
  } finally {
    await client.close();
    await servers.stop();
    rmSync(dir, { recursive: true, force: true });
  }
};

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
