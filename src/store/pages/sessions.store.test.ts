import { openStore, type OpenedStore } from '../../../test/support/open-store';

let opened: OpenedStore;
beforeAll(async () => {
  opened = await openStore();
});
afterAll(() => opened.close());

const sessions = () => opened.store.sessions;

/** As if the last look had been so long ago. */
const age = (field: 'idleUntil' | 'expireAt', person: string) =>
  opened.store.connection
    .collection('sessions')
    .updateMany({ person }, { $set: { [field]: new Date(Date.now() - 1) } });

test('a session is found by its token, and by nothing else', async () => {
  const { id, token } = await sessions().open('wang', 'Windows');
  expect(await sessions().find(token)).toEqual({ id, person: 'wang', device: 'Windows' });
  expect(await sessions().find(id)).toBeNull();
  expect(await sessions().find('')).toBeNull();
});

test('each signing in has a session of its own', async () => {
  const [one, other] = await Promise.all([sessions().open('wang', 'a'), sessions().open('wang', 'b')]);
  expect(one.token).not.toBe(other.token);
  await sessions().end(one.token);
  expect(await sessions().find(one.token)).toBeNull();
  expect(await sessions().find(other.token)).not.toBeNull();
});

test('an idle session is none, and neither is one that is too old', async () => {
  const idle = await sessions().open('idle', 'a');
  await age('idleUntil', 'idle');
  expect(await sessions().find(idle.token)).toBeNull();
  const old = await sessions().open('old', 'a');
  await age('expireAt', 'old');
  expect(await sessions().find(old.token)).toBeNull();
});

test('all of a person end at once, and nobody else’s', async () => {
  const wang = await Promise.all([sessions().open('both', 'a'), sessions().open('both', 'b')]);
  const li = await sessions().open('li', 'a');
  expect(await sessions().endAll('both')).toBe(2);
  expect(await Promise.all(wang.map(({ token }) => sessions().find(token)))).toEqual([null, null]);
  expect(await sessions().find(li.token)).not.toBeNull();
});

test('the database knows no token', async () => {
  const { token } = await sessions().open('wang', 'a');
  expect(JSON.stringify(await opened.store.connection.collection('sessions').find().toArray())).not.toContain(token);
});
