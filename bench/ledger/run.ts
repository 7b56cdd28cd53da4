/**
 * `npm run bench:ledger`. The balance and a page of a statement over a ledger of 23,000,000 points in 5,000,000 postings,
 * against the same queries bare, in turns; and whether the indexes serve them. Out: a table; a query that reads more than
 * its page ends it with an error. LEDGER_POSTINGS=200000 makes it a small one.
 */
import type { mongo } from 'mongoose';
import { z } from 'zod';
import type { AccountId } from '../../src/domain/points/account';
import type { Stores } from '../../src/store/store';
import { onOwnStores } from '../on-own-stores';
import { accountOf, busiest, fillLedger, type Ledger } from './fill';

const postings = Number(process.env['LEDGER_POSTINGS'] ?? 5_000_000);
const ledger: Ledger = { postings, points: Math.round(postings * 4.6), accounts: 58_000 };
const lines = 10;
const asked = 1_000;

/** Somebody else each time, as people come; the same ones in every run. */
const somebody = (turn: number): AccountId => accountOf(1 + ((turn * 7_919) % (ledger.accounts - 1)));

type Work = (turn: number) => Promise<unknown>;

/** In turns, so that both meet the same moments of the machine. */
const p95s = async (ours: Work, bare: Work): Promise<readonly [ours: number, bare: number]> => {
  const taken: [number[], number[]] = [[], []];
  for (let turn = 0; turn < asked; turn += 1)
    for (const [index, work] of [ours, bare].entries()) {
      const began = performance.now();
      await work(turn);
      taken[index]?.push(performance.now() - began);
    }
  const p95 = (times: number[]): number => times.sort((one, other) => one - other)[Math.floor(asked * 0.95)] ?? 0;
  return [p95(taken[0]), p95(taken[1])];
};

const Profile = z.object({
  planSummary: z.string().optional(),
  docsExamined: z.number().default(0),
  keysExamined: z.number().default(0),
  hasSortStage: z.boolean().default(false),
});

/** What the server itself says it read for this; more than a page and a balance is an error. */
const served = async (database: mongo.Db, name: string, work: () => Promise<unknown>): Promise<string> => {
  await database.command({ profile: 2 });
  await work();
  await database.command({ profile: 0 });
  const found = await database
    .collection('system.profile')
    .find({ ns: { $in: [`${database.databaseName}.postings`, `${database.databaseName}.balances`] } })
    .toArray();
  await database.collection('system.profile').drop();
  const read = found.map((each) => Profile.parse(each));
  const [docs, keys] = [
    read.reduce((sum, one) => sum + one.docsExamined, 0),
    read.reduce((sum, one) => sum + one.keysExamined, 0),
  ];
  const isWrong =
    read.length === 0 ||
    read.some((one) => one.hasSortStage || one.planSummary?.includes('COLLSCAN')) ||
    docs > 2 * lines;
  if (isWrong) throw new Error(`${name} is not served by an index: ${JSON.stringify(read)}`);
  return `${name.padEnd(27)}${docs} documents, ${keys} keys read`;
};

const deepPage = async ({ ledger: books }: Stores, account: AccountId, pages: number) => {
  let page = await books.statement(account, lines);
  for (let turn = 0; turn < pages; turn += 1) page = await books.statement(account, lines, page.at(-1));
  return page.at(-1);
};

const run = async (stores: Stores): Promise<void> => {
  const database = stores.connection.getClient().db(stores.connection.name);
  const began = performance.now();
  await fillLedger(database, ledger);
  const filled = (performance.now() - began) / 1000;
  const raw = { postings: database.collection('postings'), balances: database.collection<{ _id: string }>('balances') };
  const page = (account: AccountId) =>
    raw.postings
      .find({ communityId: 'demo', 'entries.account': account })
      .sort({ at: -1, _id: -1 })
      .limit(lines)
      .toArray();
  const balance = (account: AccountId) => raw.balances.findOne({ _id: `demo/${account}` });
  const old = await deepPage(stores, busiest, 50);

  const plans = [
    await served(database, 'a balance', () => stores.ledger.balance(somebody(1))),
    await served(database, 'a page', () => stores.ledger.statement(somebody(1), lines)),
    await served(database, 'the busiest, a late page', () => stores.ledger.statement(busiest, lines, old)),
  ];
  const measured = [
    [
      'a balance',
      await p95s(
        (turn) => stores.ledger.balance(somebody(turn)),
        (turn) => balance(somebody(turn)),
      ),
    ],
    [
      'a page of a statement',
      await p95s(
        (turn) => stores.ledger.statement(somebody(turn), lines),
        async (turn) => [await balance(somebody(turn)), await page(somebody(turn))],
      ),
    ],
    [
      'the busiest, a late page',
      await p95s(
        () => stores.ledger.statement(busiest, lines, old),
        () => page(busiest),
      ),
    ],
  ] as const;
  process.stdout.write(
    [
      `postings                   ${ledger.postings}, ${ledger.points} points, ${ledger.accounts} accounts`,
      `filled in                  ${filled.toFixed(0)} s`,
      ...plans,
      ...measured.map(
        ([name, [ours, bare]]) =>
          `${`${name}, p95`.padEnd(30)}${ours.toFixed(1)} ms, bare ${bare.toFixed(1)} ms (goal 20 ms)`,
      ),
      '',
    ].join('\n'),
  );
};

onOwnStores('ledger', run);
