import { request } from 'node:http';
import { matterOfNumber } from '../../src/domain/ids';
import { createStore } from '../../src/store/store';
import { boardBrowser, linkIn, type BoardBrowser, type Reply } from '../support/board-browser';
import { boardWorld, type BoardWorld } from '../support/board-world';
import { givePoints } from '../support/give-points';
import { hostile, hostilePack } from '../support/hostile-pack';
import { everyPageRoute } from '../support/every-page-route';
import { silentLog } from '../support/open-store';
import { lastSeen } from '../support/story-world';

/** A neighbourhood in which every name and every word is written to harm whoever reads it. */
let world: BoardWorld;
let director: BoardBrowser;
let photo = '';
const paths = new Map<string, string>();

/** What a browser would run if it were put into a page as it stands. */
const script = `${hostile}<img src=x onerror=a()>`;

const svg = `<svg xmlns="http://www.w3.org/2000/svg" onload="a()"><script>a()</script></svg>`;
const routes = everyPageRoute();

const linkTo = async (person: string, words: string): Promise<string> => {
  await world.writes(person, { text: words });
  return linkIn((await world.private(person)).at(-1)?.text ?? '');
};

beforeAll(async () => {
  world = await boardWorld({ PACK: await hostilePack() });
  await world.posts('zhang-nainai', 'residents', { text: `报 6号楼门口垃圾桶满了${script}`, photo: 'cars' });
  await world.writes('liu-jianguo', { text: `报 7号楼路灯不亮${script}` });
  await world.writes('wang-fang', { text: '接 #101' });
  await world.writes('wang-fang', { text: `留言 #101 ${script}` });
  await world.writes('wang-fang', { text: `等 #101 到周一 因为 ${script}` });
  await world.writes('sun-mei', { text: `发起 周六上午9点到11点 小广场清扫${script} 要4人` });
  await world.writes('sun-mei', { text: '1' });
  await givePoints(world.app.mongoUri, { 'liu-jianguo': 45 });
  await world.writes('liu-jianguo', { text: '兑 米' });
  await world.writes('liu-jianguo', { text: '1' });
  director = await world.enter('lin-jing');
  photo =
    /\/board\/tickets\/101\/photos\/(?<id>[^"]+)/u.exec((await director.get('/board/tickets/101')).text)?.groups?.[
      'id'
    ] ?? '';
  await director.get('/board/tickets');
  await director.post('/board/views', { name: `看${hostile}`, words: hostile });
  const activity = /#(\d+)/u.exec(lastSeen(await world.private('sun-mei'), /签到码/).text)?.[1] ?? '';
  paths.set('activity', `/board/activities/${activity}`);
  paths.set('own', await linkTo('zhang-nainai', '我的网页'));
  await world.writes('liu-jianguo', { text: '账单' });
  paths.set('statement', linkIn(lastSeen(await world.private('liu-jianguo'), /打印/).text));
  paths.set('code', linkIn(lastSeen(await world.private('liu-jianguo'), /给您留好了/).text));
}, 180_000);
afterAll(() => world.stop());

const pages = (): readonly string[] => [
  ...[
    '/sign-in',
    '/board',
    '/board/today',
    '/board/tickets?state=all',
    `/board/tickets?words=${encodeURIComponent(script)}`,
  ],
  ...['/board/tickets/101', '/board/tickets/102', '/board/map', '/board/figures', '/board/operations', '/board/photos'],
  ...[
    '/board/setup',
    '/board/setup/categories',
    '/board/setup/people/0',
    '/board/setup/duty/0',
    '/board/setup/versions/1',
  ],
  ...[
    '/board/activities',
    '/board/points',
    '/board/ledger',
    '/board/ledger/person/liu-jianguo',
    '/board/redemptions?which=all',
  ],
  ...['/p/demo', '/p/demo/notice', '/p/demo/account', '/p/demo/matters/101', '/in/unknown', '/nowhere-on-the-board'],
  ...paths.values(),
];

test('no name of a pack, of a person or of a view, and no word of a report, becomes a part of any page', async () => {
  const seen: string[] = [];
  for (const path of pages()) {
    const { status, text } = await director.get(path);
    expect([path, status < 500]).toEqual([path, true]);
    expect([path, /<b id=x|<img src=x/u.test(text)]).toEqual([path, false]);
    if (text.includes('&#60;b id')) seen.push(path);
  }
  // The walk has met them: nearly every page shows a name.
  expect(seen.length).toBeGreaterThan(20);
}, 120_000);

test('no page holds a script or a style of its own; nobody frames it, and nobody on the way keeps it', async () => {
  for (const path of pages().filter((each) => !each.startsWith('/nowhere'))) {
    const { headers, text } = await director.get(path);
    expect([path, /<script(?![^>]*src="\/files\/)|<style|\sstyle="|\son\w+="|javascript:/u.exec(text)?.[0]]).toEqual([
      path,
      undefined,
    ]);
    expect(headers.get('content-security-policy')).toMatch(/script-src 'self';.*frame-ancestors 'none'/u);
    expect(headers.get('content-security-policy')).not.toContain('unsafe');
    expect([path, headers.get('cache-control')]).toEqual([path, 'private, no-store']);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('same-origin');
  }
}, 120_000);

const badParts = [
  '..%2F..%2F..%2Fetc%2Fpasswd',
  '%00',
  '%7B%22$ne%22:null%7D',
  '%24where',
  '__proto__',
  'constructor',
  '-1',
  '1e308',
  '9007199254740993',
  "'%20or%20'1'='1",
  'a'.repeat(90),
  '%E5%9D%8F%F0%9F%98%80',
];

const filled = (path: string, part: string): string => path.replaceAll(/:\w+/gu, part);

/** No file of the machine, no inner word, no failure. */
const isHarmless = (at: string, { status, text }: Reply): void => {
  expect([at, status < 500]).toEqual([at, true]);
  expect([at, /root:x:|node_modules|\.ts:\d|MongoServer|CastError|BSON|at Object\./u.exec(text)?.[0]]).toEqual([
    at,
    undefined,
  ]);
};

test('whatever stands in an address, nothing comes of it: no path, no query of the database, no stack', async () => {
  const given = routes.filter((route) => route.includes(':'));
  expect(given.length).toBeGreaterThan(25);
  for (const route of given) {
    const [method = '', path = ''] = route.split(' ');
    for (const part of badParts) {
      const at = filled(path, part);
      if (method === 'GET') {
        const reply = await director.get(at);
        isHarmless(`${route} ${part}`, reply);
        expect([route, part, reply.status === 200]).toEqual([route, part, false]);
      } else {
        await director.get('/sign-in');
        isHarmless(`${route} ${part}`, await director.post(at, { what: 'x', act: '$ne', 'key[$ne]': '' }));
      }
    }
  }
}, 240_000);

test('operators of the database mean nothing in a query', async () => {
  const query =
    'state[$ne]=x&words[$gt]=&after[$gt]=0&category[$exists]=true&month[$regex]=.*&size[]=full&page=%00&area[$where]=1';
  for (const route of routes.filter((each) => each.startsWith('GET ') && !each.includes('/live'))) {
    const at = `${filled(route.slice(4), '101')}?${query}`;
    isHarmless(at, await director.get(at));
  }
}, 120_000);

test('every form wants the token of its own page, also of whoever needs not sign in', async () => {
  const posts = routes.filter((route) => route.startsWith('POST '));
  expect(posts.length).toBeGreaterThan(10);
  for (const route of posts) {
    const at = filled(route.slice(5), '101');
    const bare = await director.post(at, { _csrf: '' });
    expect([route, bare.status]).toEqual([route, 409]);
    const foreign = await director.post(at, {}, { 'sec-fetch-site': 'cross-site' });
    expect([route, foreign.status]).toEqual([route, 403]);
  }
});

test('what only an address opens is asked so often a minute, then not at all', async () => {
  const links = routes.filter((route) => route.startsWith('GET ') && route.includes(':token'));
  expect(links).toEqual(
    expect.arrayContaining(['GET /in/:token', 'GET /my/:token', 'GET /statement/:token', 'GET /code/:token']),
  );
  for (const route of links) {
    const browser = boardBrowser(world.app.address);
    const statuses: number[] = [];
    for (let tries = 0; tries < 130 && statuses.at(-1) !== 429; tries += 1)
      statuses.push((await browser.get(filled(route.slice(4), 'unknown'))).status);
    expect([route, statuses[0], statuses.at(-1)]).toEqual([route, 404, 429]);
  }
}, 120_000);

test('a photo is of its own matter only, and of whoever may see that', async () => {
  const at = (number: number | string, id: string) => `/board/tickets/${number}/photos/${id}`;
  expect(await director.get(at(101, photo))).toMatchObject({ status: 200 });
  expect(await director.get(at(102, photo))).toMatchObject({ status: 404 });
  const elsewhere = await world.force('liu-yang');
  expect(await elsewhere.get(at(101, photo))).toMatchObject({ status: 404 });
  expect(await boardBrowser(world.app.address).get(`/p/demo/photos/${photo}`)).toMatchObject({ status: 404 });
});

/** What is kept of a ticket's photos, whether shown or not. */
const photosOf = async (number: number): Promise<readonly unknown[]> => {
  const store = await createStore({ uri: world.app.mongoUri, communityId: 'demo', log: silentLog });
  const found = await store.connection
    .getClient()
    .db(store.connection.name)
    .collection('photos')
    .find({ matter: matterOfNumber(number) })
    .toArray();
  await store.close();
  return found;
};

const newestTicket = async (): Promise<number> => {
  const { text } = await director.get('/board/tickets?state=all');
  return Math.max(...[...text.matchAll(/href="\/board\/tickets\/(\d+)"/gu)].map(([, number]) => Number(number)));
};

test('a drawing with a script in it, sent as a photo, is refused by its type and never shown', async () => {
  const before = await newestTicket();
  await world.api.post('/chats/residents/messages', {
    ...{ from: 'hu-xia', text: '报 8号楼门口垃圾桶满了' },
    photo: Buffer.from(svg).toString('base64'),
  });
  await world.api.post('/settle');
  const number = await newestTicket();
  expect(number).toBeGreaterThan(before);
  expect(await photosOf(number)).toMatchObject([{ state: 'refused', why: 'type' }]);
  // The page says so, and names nothing of it.
  const { status, text } = await director.get(`/board/tickets/${number}`);
  expect(status).toBe(200);
  expect(text).toContain('有1张照片打不开');
  expect(text).not.toMatch(/\/board\/tickets\/\d+\/photos\//u);
  // A true one is shown.
  const shown = await director.get(`/board/tickets/101/photos/${photo}`);
  expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
});

test('a drawing beside a form is no photo: its name and what it calls itself are not believed', async () => {
  const photos = await photosOf(101);
  const page = await director.get('/board/tickets/101');
  const form = new FormData();
  form.set('_csrf', /name="_csrf" value="([^"]+)"/u.exec(page.text)?.[1] ?? '');
  form.set('act', 'note');
  form.set('words', new Blob([svg], { type: 'image/svg+xml' }), `${script}.svg`);
  const cookie = [...director.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const answer = await fetch(`${world.app.address}/board/tickets/101/act`, {
    ...{ method: 'POST', body: form, headers: { cookie }, redirect: 'manual' },
  });
  expect([answer.status, (await answer.text()).includes('onerror')]).toEqual([404, false]);
  expect(await photosOf(101)).toEqual(photos);
  expect(await world.uploadsLeft()).toBe(0);
});

/** As a browser that was led here by a stranger's name would ask. */
const asHost = (path: string, host: string): Promise<{ readonly status: number; readonly text: string }> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(world.app.address);
    request({ hostname, port, path, headers: { host, 'x-forwarded-host': host } }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => (text += part));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
    })
      .on('error', reject)
      .end();
  });

test('no answer believes the name it was called by', async () => {
  for (const path of ['/board', '/sign-in', '/p/demo', paths.get('own') ?? '', '/sandbox/api/chats']) {
    const { status, text } = await asHost(path, 'elsewhere.example');
    expect([path, status]).toEqual([path, path.startsWith('/sandbox') ? 403 : 421]);
    expect(text).not.toContain('elsewhere.example');
  }
  const open = await asHost('/open311/v2/discovery.json', 'elsewhere.example');
  expect([open.status, open.text.includes('elsewhere.example')]).toEqual([200, false]);
});
