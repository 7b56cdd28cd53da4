import { reported } from '../../../test/support/a-ticket';
import { openStore, type OpenedStore } from '../../../test/support/open-store';
import type { TicketQuery } from '../../usecases/ports-of-board';
import { termsOf } from '../privacy/word-terms';

let opened: OpenedStore;
const count = 400;
const shown = 10;
const at = (number: number): string => new Date(Date.UTC(2026, 0, 1) + number * 60_000).toISOString();
const textOf = (number: number): string =>
  `${number % 4 === 0 ? '电梯又停了' : '路灯不亮'}${number % 8 === 0 ? '在三楼' : ''}`;

const { ticket } = reported();

const ticketDocument = (number: number) => {
  const [open, owner] = [number % 20 === 0, number % 5 === 0 ? 'wang' : null];
  const [area, category] = [`building-${number % 3}`, number % 2 === 0 ? 'lift' : 'litter'];
  const id = `t${number}`;
  const state = {
    ...ticket,
    id,
    number,
    category,
    claimedBy: owner,
    reportedAt: at(number),
    place: { area, words: null },
  };
  return {
    ...{ _id: `demo/${id}`, communityId: 'demo', id, kind: 'ticket', number, version: 1, dueAt: null, state },
    ...{ open, people: [number % 7 === 0 ? 'zhao' : 'other'], owner, category, area },
  };
};

const wordsDocument = (number: number) => ({
  ...{ _id: `demo/w${number}`, communityId: 'demo', id: `w${number}`, matter: `t${number}`, by: 'zhao' },
  ...{ text: textOf(number), at: at(number), terms: termsOf(textOf(number)) },
});

const collection = (name: string) => opened.store.connection.collection<{ _id: string }>(name);
const database = () => opened.store.connection.getClient().db(opened.store.connection.name);

beforeAll(async () => {
  opened = await openStore();
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  await collection('matters').insertMany(numbers.map(ticketDocument));
  await collection('words').insertMany(numbers.map(wordsDocument));
});
afterAll(() => opened.close());

/** What MongoDB looked at for it, by its own account. */
const lookedAt = async (ask: () => Promise<unknown>) => {
  await database().command({ profile: 2 });
  await ask();
  await database().command({ profile: 0 });
  const seen = await database()
    .collection('system.profile')
    .find({ 'command.find': { $in: ['matters', 'words'] } })
    .toArray();
  await database().collection('system.profile').drop();
  return {
    most: Math.max(
      ...seen.map(({ docsExamined, keysExamined }) => Math.max(Number(docsExamined), Number(keysExamined))),
    ),
    sorted: seen.some(({ hasSortStage }) => hasSortStage === true),
  };
};

const board = () => opened.store.board;
const everything: TicketQuery = {
  ...{ open: null, areas: null, category: null, people: null, without: [], from: null, to: null, within: null },
};
const numbersOf = (found: readonly { readonly ref: { readonly number: number | null } }[]) =>
  found.map(({ ref }) => ref.number);

test.each<[string, Partial<TicketQuery>]>([
  ['all', {}],
  ['what is open', { open: true }],
  ['a place', { areas: ['building-1'] }],
  ['a kind, closed', { open: false, category: 'litter' }],
  ['a person', { people: ['zhao'] }],
  ['an owner', { people: ['wang'] }],
  ['days', { from: at(100), to: at(200) }],
  ['what is open of a grid worker', { open: true, within: { areas: ['building-0'], person: 'wang' } }],
])('a list of %s looks at little more than it shows, and sorts nothing, also behind a page', async (_name, given) => {
  const query = { ...everything, ...given };
  const first = await board().page(query, null, shown);
  expect(first).toHaveLength(Math.min(shown, first.length));
  expect(first.length).toBeGreaterThan(0);
  const one = await lookedAt(() => board().page(query, null, shown));
  expect(one.sorted).toBe(false);
  expect(one.most).toBeLessThanOrEqual(shown * 5);
  const after = { reportedAt: at(150), number: 150 };
  const two = await lookedAt(() => board().page(query, after, shown));
  expect(two.sorted).toBe(false);
  expect(two.most).toBeLessThanOrEqual(shown * 5);
});

test('page by page nothing is missed and nothing comes twice', async () => {
  const query = { ...everything, areas: ['building-1', 'building-2'] };
  const seen: (number | null)[] = [];
  let after: Parameters<ReturnType<typeof board>['page']>[1] = null;
  for (;;) {
    const numbers = numbersOf(await board().page(query, after, 30));
    seen.push(...numbers);
    const last = numbers.at(-1);
    if (last == null) break;
    after = { reportedAt: at(last), number: last };
  }
  const wanted = Array.from({ length: count }, (_, index) => count - index).filter((number) => number % 3 !== 0);
  expect(seen).toEqual(wanted);
});

test('words are found by their index, whether one pair or several', async () => {
  for (const words of ['电梯', '电梯 三楼']) {
    expect((await board().saying(words, null, shown)).length).toBe(shown);
    expect((await lookedAt(() => board().saying(words, null, shown))).most).toBeLessThanOrEqual(shown * 5);
  }
});

test('a ticket that changed meanwhile is shown as it is now', async () => {
  const query = { ...everything, open: true };
  await board().page(query, null, 1);
  const other = await opened.another();
  const _id = `demo/t${count}`;
  await other.connection
    .collection<{ _id: string }>('matters')
    .updateOne({ _id }, { $set: { 'state.phase': 'claimed', version: 2 } });
  const [found] = await board().page(query, null, 1);
  expect(found).toMatchObject({ version: 2, state: { phase: 'claimed' } });
});

test('whoever was merged into somebody is found as that one', async () => {
  await collection('merges').insertOne({
    ...{ _id: 'demo/m1', communityId: 'demo', id: 'm1', from: 'zhao', to: 'zhao-fei', name: '赵', identities: [] },
    ...{ at: at(1), by: 'wang', partedAt: null, partedBy: null },
  });
  const other = await opened.another();
  const found = await other.board.page({ ...everything, people: ['zhao-fei'] }, null, shown);
  expect(numbersOf(found)).toHaveLength(shown);
});

test('counts go no further than asked', async () => {
  expect(await board().count({ ...everything, viewer: 'wang' }, 101)).toBe(101);
  expect(await board().count({ ...everything, viewer: 'wang', open: true }, 101)).toBe(20);
  expect(await board().count({ ...everything, viewer: 'wang', open: true, without: ['litter'] }, 101)).toBe(20);
  expect(await board().count({ ...everything, viewer: 'wang', open: true, without: ['lift'] }, 101)).toBe(0);
});

test('what names somebody and has no category is counted for others and for its reporter, under whatever id they are named', async () => {
  const _id = 'demo/t1';
  const before = await collection('matters').findOne({ _id });
  const reporters = [{ person: 'zhao', at: at(1), words: 'w1' }];
  await collection('matters').updateOne(
    { _id },
    { $set: { category: null, area: 'hall', 'state.about': ['wang'], 'state.reporters': reporters } },
  );
  const counted = (viewer: string) => board().count({ ...everything, areas: ['hall'], viewer }, 101);
  expect([await counted('wang'), await counted('zhao'), await counted('li')]).toEqual([0, 1, 1]);
  if (before) await collection('matters').replaceOne({ _id }, before);
});
