import { openStore, type OpenedStore } from '../../../test/support/open-store';

let opened: OpenedStore;
beforeAll(async () => {
  opened = await openStore();
});
afterAll(() => opened.close());

const at = '2026-11-20T02:00:00.000Z';
const until = '2026-11-20T02:10:00.000Z';
const make = () => opened.store.invites.make({ role: 'grid-worker', area: 'grid-2', purpose: null, until });

test('a code is eight digits, and no two are alike', async () => {
  const made = await Promise.all(Array.from({ length: 8 }, make));
  made.forEach(({ code }) => expect(code).toMatch(/^\d{4}-\d{4}$/));
  expect(new Set(made.map(({ code }) => code)).size).toBe(8);
});

test('a code is taken once, however many try at once', async () => {
  const { code } = await make();
  const taken = await Promise.all(Array.from({ length: 6 }, () => opened.store.invites.take(code, at)));
  expect(taken.filter((invite) => invite !== null)).toEqual([
    { code, role: 'grid-worker', area: 'grid-2', purpose: null, until },
  ]);
  expect(await opened.store.invites.look(code, at)).toBeNull();
});

test('a code is read as people type it', async () => {
  const { code } = await make();
  const wide = code.replace('-', ' ').replaceAll(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
  expect(await opened.store.invites.look(wide, at)).toMatchObject({ area: 'grid-2' });
  expect(await opened.store.invites.look(code.replace('-', ''), at)).toMatchObject({ area: 'grid-2' });
});

test('looking does not use it up; after its time it is worth nothing', async () => {
  const { code } = await make();
  await opened.store.invites.look(code, at);
  expect(await opened.store.invites.take(code, until)).toBeNull();
  expect(await opened.store.invites.take(code, at)).toMatchObject({ code });
});

test('an unknown code, and what is no code, are nothing', async () => {
  expect(await opened.store.invites.take('0000-0000-0000', at)).toBeNull();
  expect(await opened.store.invites.look('$ne', at)).toBeNull();
});

test('the code itself is not in the database', async () => {
  const { code } = await make();
  const stored = await opened.store.connection.collection('invites').find({}).toArray();
  expect(JSON.stringify(stored)).not.toContain(code);
  expect(JSON.stringify(stored)).not.toContain(code.replace('-', ''));
});

test('the message that took a code has it still when it comes again; nobody else has', async () => {
  const { code } = await make();
  expect(await opened.store.invites.take(code, at, 'm1')).toMatchObject({ role: 'grid-worker' });
  expect(await opened.store.invites.look(code, at, 'm1')).toMatchObject({ role: 'grid-worker' });
  expect(await opened.store.invites.take(code, at, 'm1')).toMatchObject({ role: 'grid-worker' });
  expect(await opened.store.invites.take(code, at, 'm2')).toBeNull();
  expect(await opened.store.invites.take(code, at)).toBeNull();
});
