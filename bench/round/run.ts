/**
 * `npm run bench:rounds`. A round of 58,000 households that is posted, against bare inserts of the same postings,
 * balances, month's sums and marks in transactions of the same size; then the list of plaques. Out: a table.
 * ROUND_HOUSEHOLDS=5000 makes it a small one.
 */
import type { mongo } from 'mongoose';
import { loadPack } from '../../src/load-pack';
import { foldRound, roundId, type Round, type RoundEvent } from '../../src/domain/rounds/round';
import { decision } from '../../src/domain/decision';
import type { Stores } from '../../src/store/store';
import { onOwnStores } from '../on-own-stores';
import { commitDecision, type CommitPorts } from '../../src/usecases/deciding/commit-decision';
import { tickRoundDue } from '../../src/usecases/deciding/tick-round-due';
import { plaquesOf } from '../../src/usecases/hearing/rounds/say-plaques';

const households = Number(process.env['ROUND_HOUSEHOLDS'] ?? 58_000);
const batch = 1000;
const month = '2026-11';
const id = roundId(month);
const at = '2026-11-20T01:00:00.000Z';

const collections = ['postings', 'balances', 'earned', 'round_marks'] as const;

/** Households that are marked; heads who cannot chat, so that nothing but the books is measured. */
const fill = async (stores: Stores): Promise<void> => {
  const database = stores.connection.getClient().db(stores.connection.name);
  for (let from = 0; from < households; from += 10_000) {
    const numbers = Array.from({ length: Math.min(10_000, households - from) }, (_, index) => from + index + 1);
    await stores.households.save(
      numbers.map((number) => ({
        ...{ id: `shanqian.x${number}`, village: 'shanqian', number: `x${number}`, address: null, head: 'x' },
        ...{ headPerson: null, members: [], card: 'paper', honourName: null },
      })),
    );
    await database.collection<{ _id: string }>('round_marks').insertMany(
      numbers.map((number) => {
        const household = `shanqian.x${number}`;
        const total = number % 31;
        const given = { by: 'wu-he', marks: { home: total }, total, points: total, plaque: total >= 27, at };
        const state = { ...{ round: id, household, village: 'shanqian', phase: 'published', photos: [] }, ...given };
        const events = [{ kind: 'marked', ...given, photos: [] }];
        const nothing = { objection: null, ruling: null };
        return {
          ...{ _id: `demo/mark/${id}/${household}`, communityId: 'demo', round: id, household, version: 2 },
          ...{ state: { ...state, ...nothing }, events },
        };
      }),
    );
  }
};

const rounds: readonly RoundEvent[] = [
  { kind: 'planned', at, id, month, opensAt: at },
  { kind: 'opened', at, by: null, number: 101, remindAt: at, closesAt: at, households },
  { kind: 'closed', at, unmarked: 0 },
  { kind: 'objections-opened', at, until: at },
  { kind: 'objections-closed', at },
];

const portsOf = (stores: Stores): CommitPorts => ({
  ...stores,
  wakeUps: { drain: () => Promise.resolve(), wake: () => Promise.resolve(), fetchPhotos: () => Promise.resolve() },
});

/** Ticks until the round is over, as the jobs do; answers the seconds that it took. */
const postAll = async (stores: Stores): Promise<number> => {
  const community = await stores.communities.current();
  const ports = portsOf(stores);
  let state = foldRound(null, rounds);
  const matter = { kind: 'round', id, number: 101 } as const;
  const first = { cause: 'begin', matter, expectedVersion: 0, decision: decision({ events: rounds }), state };
  await commitDecision({ ...first, words: [], photos: [] }, community, ports);
  const began = performance.now();
  for (let version = 1; state !== null && state.phase !== 'done'; version += 1) {
    const made = await tickRoundDue(stores, state, at, community);
    const tick = { cause: `tick:${version}`, matter, expectedVersion: version, decision: made.decision };
    await commitDecision({ ...tick, state: made.state, words: [], photos: [] }, community, ports);
    state = made.state as Round;
  }
  return (performance.now() - began) / 1000;
};

/** The same documents, bare: written to collections beside, in transactions of as many households. */
const floor = async (stores: Stores): Promise<number> => {
  const client = stores.connection.getClient();
  const database = client.db(stores.connection.name);
  const documents = new Map<string, mongo.Document[]>();
  for (const name of collections) {
    documents.set(name, await database.collection(name).find({ communityId: 'demo' }).sort({ _id: 1 }).toArray());
    await database.createCollection(`bare_${name}`);
    const indexes = await database.collection(name).indexes();
    await database.collection(`bare_${name}`).createIndexes(
      indexes.map(({ name: called, key, partialFilterExpression }) => ({
        ...{ name: String(called), key: key as Record<string, 1 | -1> },
        ...(partialFilterExpression === undefined ? {} : { partialFilterExpression }),
      })),
    );
  }
  const began = performance.now();
  for (let from = 0; from < households; from += batch)
    await client.withSession((session) =>
      session.withTransaction(async () => {
        for (const name of collections) {
          const some = documents.get(name)?.slice(from, from + batch) ?? [];
          if (some.length > 0) await database.collection(`bare_${name}`).insertMany(some, { session });
        }
      }),
    );
  return (performance.now() - began) / 1000;
};

const p95 = async (times: number, work: () => Promise<unknown>): Promise<number> => {
  const taken: number[] = [];
  for (let turn = 0; turn < times; turn += 1) {
    const began = performance.now();
    await work();
    taken.push(performance.now() - began);
  }
  return taken.sort((one, other) => one - other)[Math.floor(times * 0.95)] ?? 0;
};

const run = async (stores: Stores): Promise<void> => {
  const { community } = await loadPack('packs/demo.yaml');
  if (community.rounds === null) throw new Error('the pack has no rounds');
  const policy = community.rounds;
  await fill(stores);
  const ours = await postAll(stores);
  const bare = await floor(stores);
  const list = await p95(100, () => plaquesOf(stores, { id, month }, policy));
  const { sum } = await stores.ledger.books();
  process.stdout.write(
    [
      `households                 ${households}`,
      `posted                     ${ours.toFixed(2)} s, ${Math.round(households / ours)}/s`,
      `bare inserts               ${bare.toFixed(2)} s, ${Math.round(households / bare)}/s`,
      `ratio                      ${((bare / ours) * 100).toFixed(0)} % (goal 60 %)`,
      `list of plaques, p95       ${list.toFixed(1)} ms (goal 200 ms)`,
      `sum of all accounts        ${sum}`,
      '',
    ].join('\n'),
  );
};

onOwnStores('rounds', run);
