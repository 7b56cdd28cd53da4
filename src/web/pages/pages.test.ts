import { gunzipSync } from 'node:zlib';
import { sign } from '@fastify/cookie';
import { html } from 'ghtml';
import { openStore, silentLog, type OpenedStore } from '../../../test/support/open-store';
import { aCommunity } from '../../../test/support/a-community';
import { createWeb, type Web } from '../web';
import { fileAt } from './assets';
import { form } from './layout';
import { go, nothing, page, type Answer, type PageRoute } from './page-route';
import { createPages } from './pages';

const secret = 'a secret of at least 32 characters';
let opened: OpenedStore;
let web: Web;

const routes: readonly PageRoute[] = [
  {
    method: 'GET',
    path: '/t/open',
    who: 'anyone',
    answer: ({ csrf }) => page('开', form(csrf, '/t/open', html`<p>${'<b>'}</p>`)),
  },
  { method: 'POST', path: '/t/open', who: 'anyone', answer: () => go('/t/open') },
  { method: 'POST', path: '/t/few', who: 'anyone', perMinute: 2, answer: () => go('/t/open') },
  { method: 'POST', path: '/t/files', who: 'person', files: true, answer: ({ uploads }) => go(`/t/${uploads.length}`) },
  {
    method: 'POST',
    path: '/t/away',
    who: 'anyone',
    answer: ({ fields }) => go(String(Reflect.get(Object(fields), 'to'))),
  },
  {
    method: 'GET',
    path: '/t/own',
    who: 'person',
    nav: { zh: '自己', en: 'Own' },
    answer: ({ person }) => page('己', html`<p>${person.name}</p>`),
  },
  {
    method: 'GET',
    path: '/t/chief',
    who: ['director'],
    nav: { zh: '主任', en: 'Chief' },
    answer: () => page('长', ''),
  },
  {
    ...{ method: 'GET', path: '/t/map', who: 'anyone' },
    answer: (): Answer => ({ kind: 'page', title: '图', main: '', picturesOf: 'https://tiles.example' }),
  },
  { method: 'GET', path: '/t/long', who: 'anyone', answer: () => page('长', html`<p>${'很长'.repeat(2000)}</p>`) },
  { method: 'GET', path: '/t/none', who: 'anyone', answer: () => nothing },
  {
    method: 'GET',
    path: '/t/broken',
    who: 'anyone',
    answer: () => {
      throw new Error('mongodb://someone:secret@db is away');
    },
  },
];

beforeAll(async () => {
  opened = await openStore();
  const { store } = opened;
  await store.people.grant('guest-1', '王<script>芳', 'grid-worker', 'grid-2');
  const communities = { current: () => Promise.resolve(aCommunity()) };
  const needs = {
    ...store,
    communities,
    secret,
    publicUrl: 'https://linli.example',
    routes,
    log: silentLog,
  };
  web = await createWeb({
    host: '127.0.0.1',
    port: 0,
    log: silentLog,
    probes: {},
    plugins: [createPages(needs)],
    home: null,
  });
});
afterAll(async () => {
  await web.stop();
  await opened.close();
});

type Headers = Readonly<Record<string, string>>;
const own: Headers = { host: 'linli.example' };
const get = (url: string, headers: Headers = {}) =>
  web.app.inject({ method: 'GET', url, headers: { ...own, ...headers } });

/** The form's token, and the cookies that belong to it. */
const readForm = async (cookie = '') => {
  const answer = await get('/t/open', { cookie });
  const token = /name="_csrf" value="(?<token>[^"]+)"/u.exec(answer.body)?.groups?.['token'] ?? '';
  const set = answer.cookies.map(({ name, value }) => `${name}=${value}`);
  return { token, cookie: [cookie, ...set].filter(Boolean).join('; ') };
};

const post = (url: string, fields: Headers, headers: Headers = {}) =>
  web.app.inject({
    ...{ method: 'POST', url },
    headers: { ...own, 'content-type': 'application/x-www-form-urlencoded', ...headers },
    payload: new URLSearchParams(fields).toString(),
  });

const signedIn = async (): Promise<string> => {
  const { token } = await opened.store.sessions.open('guest-1', 'test');
  const reply = sign(token, secret);
  return `linli=${encodeURIComponent(reply)}`;
};

test('what is not ours is escaped, and no script or style stands in a page', async () => {
  const { body, headers } = await get('/t/open');
  expect(body).toContain('&#60;b&#62;');
  expect(body).not.toMatch(/<script(?![^>]*src="\/files\/)|<style|\sstyle=|\son\w+=/u);
  expect(headers['content-security-policy']).toContain("script-src 'self'");
  expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
  expect(headers['x-frame-options']).toBe('SAMEORIGIN');
});

test('pictures of another origin are let in where the page says so, and nothing else of it', async () => {
  const rulesOf = async (path: string) => String((await get(path)).headers['content-security-policy']).split(';');
  const [plain, map] = [await rulesOf('/t/open'), await rulesOf('/t/map')];
  expect(plain).toContain("img-src 'self' data: blob:");
  expect(map).toEqual(
    plain.map((rule) => (rule.startsWith('img-src') ? "img-src 'self' https://tiles.example data: blob:" : rule)),
  );
});

test.each([
  ['gzip, deflate, br', 'gzip'],
  ['gzip;q=0.5', 'gzip'],
  ['gzip;q=0', undefined],
  ['identity', undefined],
  ['', undefined],
])('a long page is squeezed for whoever takes it: %s', async (accepted, encoding) => {
  const { headers, rawPayload } = await get('/t/long', { 'accept-encoding': accepted });
  expect(headers['content-encoding']).toBe(encoding);
  expect(headers.vary).toContain('accept-encoding');
  const text = (encoding === 'gzip' ? gunzipSync(rawPayload) : rawPayload).toString();
  expect(text).toContain('很长'.repeat(2000));
  expect(rawPayload.length < 5_000).toBe(encoding === 'gzip');
});

test('a name is words, whatever it holds', async () => {
  const { body } = await get('/t/own', { cookie: await signedIn() });
  expect(body).toContain('王&#60;script&#62;芳');
  expect(body).not.toContain('<script>芳');
});

test('pages are kept by nobody, our files by everybody', async () => {
  expect((await get('/t/open')).headers['cache-control']).toBe('private, no-store');
  expect((await get(fileAt('pages.css'))).headers['cache-control']).toBe('public, max-age=31536000, immutable');
});

test('the first page with all that it asks for is under 100 KB, and asks nobody else', async () => {
  const { body } = await get('/t/open');
  const asked = [...body.matchAll(/(?:href|src)="(?<url>[^"#]+)"/gu)].map((match) => match.groups?.['url'] ?? '');
  expect(asked.filter((url) => !url.startsWith('/') && !url.startsWith('data:'))).toEqual([]);
  const files = await Promise.all(asked.filter((url) => url.startsWith('/files/')).map((url) => get(url)));
  expect(files.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200]);
  expect(files.reduce((sum, { rawPayload }) => sum + rawPayload.length, body.length)).toBeLessThan(100_000);
});

test('a form of ours is heard', async () => {
  const { token, cookie } = await readForm();
  expect((await post('/t/open', { _csrf: token }, { cookie })).statusCode).toBe(303);
});

test.each([
  ['without a token', async () => post('/t/open', {}, { cookie: (await readForm()).cookie })],
  [
    'with another browser’s token',
    async () => post('/t/open', { _csrf: (await readForm()).token }, { cookie: (await readForm()).cookie }),
  ],
  [
    'with a token from before signing in',
    async () => {
      const { token, cookie } = await readForm();
      return post('/t/open', { _csrf: token }, { cookie: `${cookie}; ${await signedIn()}` });
    },
  ],
])('a form %s changes nothing', async (_name, send) => {
  const answer = await send();
  expect(answer.statusCode).toBe(409);
  expect(answer.body).toContain('什么都没有改');
});

test.each([
  ['another site', { 'sec-fetch-site': 'cross-site' }],
  ['a sister site', { 'sec-fetch-site': 'same-site' }],
  ['another origin', { origin: 'https://elsewhere.example' }],
  ['no origin at all', { origin: 'null' }],
])('a form of %s is refused', async (_name, headers) => {
  const { token, cookie } = await readForm();
  expect((await post('/t/open', { _csrf: token }, { cookie, ...headers })).statusCode).toBe(403);
});

test.each(['elsewhere.example', 'linli.example.elsewhere.example', 'linli.example@elsewhere.example'])(
  'the host name %s is not ours',
  async (host) => {
    expect((await get('/t/open', { host })).statusCode).toBe(421);
  },
);

test.each(['linli.example', 'linli.example:8443', '127.0.0.1:3000', 'localhost'])('%s is', async (host) => {
  expect((await get('/t/open', { host })).statusCode).toBe(200);
});

test.each(['https://elsewhere.example', '//elsewhere.example', '/\\elsewhere.example', 'javascript:alert(1)'])(
  'nobody is led to %s',
  async (to) => {
    const { token, cookie } = await readForm();
    expect((await post('/t/away', { _csrf: token, to }, { cookie })).headers.location).toBe('/board');
  },
);

test('too many forms are too many', async () => {
  const { token, cookie } = await readForm();
  const codes: number[] = [];
  for (let times = 0; times < 3; times += 1)
    codes.push((await post('/t/few', { _csrf: token }, { cookie })).statusCode);
  expect(codes).toEqual([303, 303, 429]);
});

/** A form with a photo, under whatever its sender calls its type. */
const postFile = (url: string, token: string, type: string, headers: Headers = {}) => {
  const part = (head: string, body: string) => `--edge\r\ncontent-disposition: form-data; ${head}\r\n\r\n${body}\r\n`;
  const photo = part('name="photo"; filename="a.jpg"\r\ncontent-type: image/jpeg', 'x');
  return web.app.inject({
    ...{ method: 'POST', url },
    headers: { ...own, 'content-type': `${type}; boundary=edge`, ...headers },
    payload: `${part('name="_csrf"', token)}${photo}--edge--\r\n`,
  });
};

test.each(['multipart/form-data', 'Multipart/Form-Data', 'MULTIPART/FORM-DATA', 'application/json', 'text/plain'])(
  'a body of %s is not read where no files are asked for, nor of anybody who may not send them',
  async (type) => {
    const { token, cookie } = await readForm();
    expect((await postFile('/t/open', token, type, { cookie })).statusCode).toBe(415);
    expect((await postFile('/t/files', token, type, { cookie })).statusCode).toBe(401);
  },
);

test('files are taken of those who may send them, few times a minute; forms without files do not count for it', async () => {
  const { token, cookie } = await readForm(await signedIn());
  expect((await postFile('/t/files', token, 'Multipart/Form-Data', { cookie })).headers.location).toBe('/t/1');
  const sent = await Promise.all(
    Array.from({ length: 10 }, () => postFile('/t/files', token, 'multipart/form-data', { cookie })),
  );
  expect(sent.filter(({ statusCode }) => statusCode === 429)).toHaveLength(1);
  expect((await post('/t/files', { _csrf: token }, { cookie })).headers.location).toBe('/t/0');
});

test('who is not signed in is led to sign in; a form and a part of a page are told', async () => {
  expect((await get('/t/own')).headers.location).toBe('/sign-in?to=%2Ft%2Fown');
  expect((await get('/t/own', { 'hx-request': 'true' })).statusCode).toBe(401);
});

test('a forged session is none', async () => {
  const { token } = await opened.store.sessions.open('guest-1', 'test');
  expect((await get('/t/own', { cookie: `linli=${token}` })).statusCode).toBe(303);
  expect((await get('/t/own', { cookie: 'linli=anything' })).statusCode).toBe(303);
});

test('the list at the top holds what somebody may open', async () => {
  const { body } = await get('/t/own', { cookie: await signedIn() });
  expect(body).toContain('>自己</a>');
  expect(body).not.toContain('>主任</a>');
  expect((await get('/t/chief', { cookie: await signedIn() })).statusCode).toBe(403);
});

test('an error is a page without an inner word, in the reader’s language', async () => {
  const { statusCode, body } = await get('/t/broken', { 'accept-language': 'en-GB' });
  expect(statusCode).toBe(500);
  expect(body).toContain('Something went wrong');
  expect(body).not.toMatch(/mongodb|secret@|at Object|\.ts/u);
  expect((await get('/t/none')).statusCode).toBe(404);
});
