import { openStore, type OpenedStore } from '../../../test/support/open-store';
import type { PrivateLink } from '../../usecases/ports-of-pages';

let opened: OpenedStore;
beforeAll(async () => {
  opened = await openStore();
});
afterAll(() => opened.close());

const at = '2026-11-20T02:00:00.000Z';
const until = '2026-11-20T02:10:00.000Z';
const make = (given: Partial<Omit<PrivateLink, 'id'>> = {}) =>
  opened.store.links.make({ purpose: 'sign-in', person: 'wang', about: '/board', until, once: true, ...given });

test('a link opens what it was made for, to the person it was made for', async () => {
  const { id, token } = await make();
  expect(await opened.store.links.look(token, 'sign-in', at)).toEqual({
    ...{ id, purpose: 'sign-in', person: 'wang', about: '/board' },
    ...{ until, once: true },
  });
  expect(await opened.store.links.look(token, 'own-ticket', at)).toBeNull();
});

test('a link for one use is taken once, however many try at once', async () => {
  const { token } = await make();
  const taken = await Promise.all(Array.from({ length: 6 }, () => opened.store.links.take(token, 'sign-in', at)));
  expect(taken.filter((link) => link !== null)).toHaveLength(1);
  expect(await opened.store.links.look(token, 'sign-in', at)).toBeNull();
});

test('a lasting link opens again and again', async () => {
  const { token } = await make({ purpose: 'own-ticket', until: null, once: false });
  expect(await opened.store.links.take(token, 'own-ticket', at)).not.toBeNull();
  expect(await opened.store.links.take(token, 'own-ticket', '2036-11-20T02:00:00.000Z')).not.toBeNull();
});

test('a link ends at its moment, and with the others of its person', async () => {
  const { token } = await make();
  expect(await opened.store.links.look(token, 'sign-in', until)).toBeNull();
  const other = await make({ person: 'li' });
  await opened.store.links.end('li', 'sign-in');
  expect(await opened.store.links.look(other.token, 'sign-in', at)).toBeNull();
  expect(await opened.store.links.look(token, 'sign-in', at)).not.toBeNull();
});

test.each([
  ['nothing', ''],
  ['another secret', 'AAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'],
  ['a query', '{"$ne":null}'],
])('%s opens nothing', async (_name, token) => {
  expect(await opened.store.links.look(token, 'sign-in', at)).toBeNull();
});

test('the right link with a wrong secret opens nothing', async () => {
  const { token } = await make();
  const wrong = token.slice(0, -1) + (token.endsWith('A') ? 'B' : 'A');
  expect(await opened.store.links.look(`${wrong.slice(0, 20)}x${wrong.slice(21)}`, 'sign-in', at)).toBeNull();
});

test('the database knows no token', async () => {
  const { token } = await make();
  const kept = await opened.store.connection.collection('links').find().toArray();
  expect(JSON.stringify(kept)).not.toContain(token.split('.')[1]);
});
