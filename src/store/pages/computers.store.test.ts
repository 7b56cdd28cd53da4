import { openStore, type OpenedStore } from '../../../test/support/open-store';

let opened: OpenedStore;
beforeAll(async () => {
  opened = await openStore();
});
afterAll(() => opened.close());

const since = '2026-11-20T02:00:00.000Z';
const until = '2026-11-20T02:10:00.000Z';
const computers = () => opened.store.computers;
const wait = () => computers().wait({ device: 'Windows', since, until });

test('a computer waits under six digits until somebody says them', async () => {
  const { code, secret } = await wait();
  expect(code).toMatch(/^\d{6}$/);
  expect(await computers().byCode(code, since)).toEqual({ device: 'Windows', since, until });
  expect(await computers().admitted(secret, since)).toBe('waiting');
  expect(await computers().admit(code, 'wang', since)).toBe(true);
  expect(await computers().admitted(secret, since)).toEqual({ person: 'wang' });
});

test('it is told once whom it was admitted for', async () => {
  const { code, secret } = await wait();
  await computers().admit(code, 'wang', since);
  const told = await Promise.all([1, 2, 3].map(() => computers().admitted(secret, since)));
  expect(told.filter((one) => one !== null)).toEqual([{ person: 'wang' }]);
});

test('of two who say the code one is heard', async () => {
  const { code } = await wait();
  const said = await Promise.all(['wang', 'li'].map((person) => computers().admit(code, person, since)));
  expect(said.filter(Boolean)).toHaveLength(1);
  expect(await computers().byCode(code, since)).toBeNull();
});

test('a code that is over is none', async () => {
  const { code, secret } = await wait();
  expect(await computers().byCode(code, until)).toBeNull();
  expect(await computers().admit(code, 'wang', until)).toBe(false);
  expect(await computers().admitted(secret, until)).toBeNull();
});

test('the code alone opens no session', async () => {
  const { code } = await wait();
  await computers().admit(code, 'wang', since);
  expect(await computers().admitted(code, since)).toBeNull();
});
