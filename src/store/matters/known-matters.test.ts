import { openStore, type OpenedStore } from '../../../test/support/open-store';
import { connectStore } from '../connect.store';
import { openTables, type Tables } from '../models';
import { scopeOf } from '../scope';
import { createKnownMatters } from './known-matters';

let opened: OpenedStore;
let connection: Awaited<ReturnType<typeof connectStore>>;
let tables: Tables;
const idOf = (number: number) => `t${number}`;
const headsOf = (...numbers: readonly number[]) => numbers.map((number) => ({ id: idOf(number), version: 1 }));

beforeAll(async () => {
  opened = await openStore();
  connection = await connectStore(opened.uri);
  tables = openTables(connection);
  await opened.store.connection.collection<{ _id: string }>('matters').insertMany(
    [1, 2, 3, 4, 5, 6].map((number) => ({
      ...{ _id: `demo/${idOf(number)}`, communityId: 'demo', id: idOf(number), kind: 'ticket', number, version: 1 },
      ...{
        dueAt: null,
        open: true,
        people: [],
        owner: null,
        category: null,
        area: null,
        state: { number, by: 'guest' },
      },
    })),
  );
});
afterAll(async () => {
  await connection.close();
  await opened.close();
});

const known = (most: number, aliases: ReadonlyMap<string, string> = new Map()) =>
  createKnownMatters(tables, scopeOf('demo'), () => Promise.resolve(aliases), most);

const numbersOf = (found: readonly { readonly ref: { readonly number: number | null } }[]) =>
  found.map(({ ref }) => ref.number);

test('more than it may remember come all the same, in their order, those that were known among them', async () => {
  const memory = known(3);
  await memory.of(headsOf(1, 2, 3));
  expect(numbersOf(await memory.of(headsOf(6, 1, 5, 2, 4, 3)))).toEqual([6, 1, 5, 2, 4, 3]);
});

test('what did not change is the same object; what is not there is left out', async () => {
  const memory = known(10);
  const [first] = await memory.of(headsOf(1));
  const [again] = await memory.of(headsOf(1, 99));
  expect(again).toBe(first);
  expect(await memory.of(headsOf(99))).toEqual([]);
});

test('whoever was found to be somebody else reads as that one', async () => {
  const [found] = await known(10, new Map([['guest', 'zhao']])).of(headsOf(1));
  expect(found?.state).toEqual({ number: 1, by: 'zhao' });
});
