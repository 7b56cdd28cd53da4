import { sign } from '@fastify/cookie';
import { html } from 'ghtml';
import { aCommunity } from '../../../test/support/a-community';
import { openStore, silentLog, type OpenedStore } from '../../../test/support/open-store';
import { createWeb, type Web } from '../web';
import { form } from './layout';
import { go, nothing, page, type PageRoute } from './page-route';
import { createPages } from './pages';
import { keySlot } from './slots';

const secret = 'a secret of at least 32 characters';
let opened: OpenedStore;
let web: Web;
let drawn = 0;
let written: string | null = '1';
let minute = 0;
let isThere = true;
let community = aCommunity();

const routes: readonly PageRoute[] = [
  {
    method: 'GET',
    path: '/t/kept',
    who: 'worker',
    kept: true,
    answer: ({ person, csrf, language }) => {
      if (!isThere) return nothing;
      drawn += 1;
      const key = html`<input name="key" value="${keySlot}" />`;
      return page(
        '表',
        html`<p>${person.name} ${language} ${drawn}</p>
          !${form(csrf, '/t/kept', key)}`,
      );
    },
  },
  { method: 'POST', path: '/t/kept', who: 'worker', answer: () => go('/t/kept') },
];

beforeAll(async () => {
  opened = await openStore();
  const { store } = opened;
  for (const [id, name] of [
    ['guest-1', '王芳'],
    ['guest-2', '李强'],
  ] as const)
    await store.people.grant(id, name, 'grid-worker', 'grid-2');
  const needs = {
    ...store,
    communities: { current: () => Promise.resolve(community) },
    clock: { now: () => new Date(Date.UTC(2026, 10, 21, 8, minute)) },
    writes: { last: () => Promise.resolve(written) },
    ...{ secret, publicUrl: null, routes, log: silentLog },
  };
  const plugins = [createPages(needs)];
  web = await createWeb({ host: '127.0.0.1', port: 0, log: silentLog, probes: {}, plugins, home: null });
});
afterAll(async () => {
  await web.stop();
  await opened.close();
});

const enter = async (person: string): Promise<string> => {
  const { token } = await opened.store.sessions.open(person, 'test');
  return `linli=${encodeURIComponent(sign(token, secret))}`;
};
const get = (cookie: string, query = '') =>
  web.app.inject({ method: 'GET', url: `/t/kept${query}`, headers: { host: '127.0.0.1', cookie } });
const saidIn = (body: string): string => /<p>([^<]*)<\/p>/u.exec(body)?.[1] ?? '';
const valueIn = (body: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`, 'u').exec(body)?.[1] ?? '';

test('a page is drawn once while nothing is written, with a token and a key of its own each time', async () => {
  const cookie = await enter('guest-1');
  const first = await get(cookie);
  const browser = [cookie, ...first.cookies.map(({ name, value }) => `${name}=${value}`)].join('; ');
  const second = await get(browser);
  expect(saidIn(second.body)).toBe(saidIn(first.body));
  const tokens = [first, second].map(({ body }) => valueIn(body, '_csrf'));
  const keys = [first, second].map(({ body }) => valueIn(body, 'key'));
  expect([new Set(tokens).size, new Set(keys).size]).toEqual([2, 2]);
  expect(keys.every((key) => /^[\da-f-]{36}$/u.test(key))).toBe(true);
  const payload = new URLSearchParams({ _csrf: tokens[1] ?? '' }).toString();
  const headers = {
    ...{ host: '127.0.0.1', cookie: browser },
    'content-type': 'application/x-www-form-urlencoded',
  };
  expect((await web.app.inject({ method: 'POST', url: '/t/kept', headers, payload })).statusCode).toBe(303);
});

test.each([
  ['something was written', () => (written = '2')],
  ['the minute is over', () => (minute += 1)],
  ['the community changed', () => (community = aCommunity())],
  ['a person changed', () => opened.store.people.grant('guest-2', '李刚', 'grid-worker', 'grid-2')],
  ['the database does not tell of writes', () => (written = null)],
])('it is drawn again when %s', async (_why, change) => {
  const cookie = await enter('guest-1');
  const before = saidIn((await get(cookie)).body);
  await change();
  expect(saidIn((await get(cookie)).body)).not.toBe(before);
});

test('nobody is shown what was drawn for somebody else, in another language or of another address', async () => {
  written = '3';
  const [wang, li] = [await enter('guest-1'), await enter('guest-2')];
  expect(saidIn((await get(wang)).body)).toMatch(/^王芳 zh/u);
  expect(saidIn((await get(li)).body)).toMatch(/^李刚 zh/u);
  const english = `${wang}; linli-language=${encodeURIComponent(sign('en', secret))}`;
  expect(saidIn((await get(english)).body)).toMatch(/^王芳 en/u);
  expect(saidIn((await get(wang, '?a=1')).body)).not.toBe(saidIn((await get(wang)).body));
  expect((await get('')).statusCode).toBe(303);
});

test('whoever lost their office is not shown what was drawn while they had it', async () => {
  written = '4';
  const cookie = await enter('guest-1');
  expect((await get(cookie)).statusCode).toBe(200);
  const people = opened.store.connection.getClient().db(opened.store.connection.name).collection('people');
  await people.updateOne({ id: 'guest-1' }, { $set: { grantedRoles: [] } });
  // As every change of an office does, here or elsewhere.
  await opened.store.people.livesIn('guest-2', 'building-6');
  expect((await get(cookie)).statusCode).toBe(403);
});

test('what is not there is looked for again', async () => {
  written = '5';
  const cookie = await enter('guest-2');
  isThere = false;
  expect((await get(cookie, '?there')).statusCode).toBe(404);
  isThere = true;
  expect((await get(cookie, '?there')).statusCode).toBe(200);
});
