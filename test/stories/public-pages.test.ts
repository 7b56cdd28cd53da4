import sharp from 'sharp';
import { boardBrowser, linkIn } from '../support/board-browser';
import { packFile } from '../support/story-app';
import { sandboxWorld } from '../support/story-sandbox';

let world: Awaited<ReturnType<typeof sandboxWorld>>;
beforeAll(async () => {
  world = await sandboxWorld();
  await world.posts('zhang-nainai', 'residents', {
    text: '6号楼2单元301门口垃圾桶满了，电话13800001111',
    photo: 'cars',
  });
  await world.posts('zhang-nainai', 'residents', { text: '5号楼楼道里煤气味好大' });
  await world.writes('zhang-nainai', { text: '我要投诉网格员小王态度特别差' });
  await world.writes('zhang-nainai', { text: '邻居老是跟我吵架，堵着门骂，请社区来调解' });
});
afterAll(() => world.stop());

const stranger = () => boardBrowser(world.app.address);

const enter = async (person: string) => {
  await world.writes(person, { text: '看板' });
  const path = linkIn((await world.private(person)).at(-1)?.text ?? '');
  const browser = stranger();
  await browser.get(path);
  await browser.post(path);
  return browser;
};

const photosOn = (text: string): readonly string[] =>
  [...text.matchAll(/src="(\/p\/demo\/photos\/[^"]+)"/g)].map(([, path]) => path ?? '');

test('everybody sees what is open, roughly where, and how far; nobody sees who said what', async () => {
  const { status, text, headers } = await stranger().get('/p/demo');
  expect(status).toBe(200);
  expect(text).toContain('环境卫生 · 6号楼');
  expect(text).toMatch(/<polygon class="some"[^>]*><\/polygon><text[^>]*>6号楼/);
  for (const hidden of [
    '张奶奶',
    '张',
    '301',
    '2单元',
    '13800001111',
    '满了',
    '煤气',
    '投诉',
    '吵架',
    '作风',
    '纠纷',
    'zhang',
  ])
    expect(text).not.toContain(hidden);
  expect(text).toContain('name="robots" content="noindex"');
  expect(text).not.toMatch(/<script(?![^>]*src=)|style="|https?:\/\//);
  expect(headers.get('content-security-policy')).toContain("script-src 'self'");
});

test('a photo is there only after staff looked at it, without what they marked', async () => {
  const matter = async () => (await stranger().get('/p/demo/matters/101')).text;
  expect(photosOn(await matter())).toEqual([]);
  const staff = await enter('chen-xiao');
  const looking = await staff.get('/board/photos');
  const [, path = ''] = /action="(\/board\/photos\/[^"]+)"/.exec(looking.text) ?? [];
  const id = path.split('/').at(-1) ?? '';
  expect(await stranger().get(`/p/demo/photos/${id}`)).toMatchObject({ status: 404 });
  expect(await stranger().get(path)).toMatchObject({ status: 303 });
  expect(await staff.post(path, { what: 'show', cell: '47' })).toMatchObject({ status: 303 });
  const [shown = ''] = photosOn(await matter());
  // The list stays light: it says so, and the photo is a page further.
  const list = (await stranger().get('/p/demo')).text;
  expect([list.includes('有1张照片'), photosOn(list)]).toEqual([true, []]);
  expect(shown).toBe(`/p/demo/photos/${id}`);
  const response = await fetch(`${world.app.address}${shown}`);
  expect(response.headers.get('content-type')).toBe('image/jpeg');
  const bytes = Buffer.from(await response.arrayBuffer());
  expect((await sharp(bytes).metadata()).exif).toBeUndefined();
  const asked = await fetch(`${world.app.address}/open311/v2/requests/101.json`);
  expect(await asked.json()).toMatchObject([{ media_url: `${world.app.address}${shown}` }]);
  // Taken back: gone at once.
  await staff.post(path, { what: 'withhold' });
  expect(await stranger().get(shown)).toMatchObject({ status: 404 });
});

test('who does not sign in, and a form of nowhere, looks at nothing and shows nothing', async () => {
  const staff = await enter('chen-xiao');
  await staff.get('/board');
  expect(await staff.post('/board/photos/..%2F..%2Fx', { what: 'show' })).toMatchObject({ status: 404 });
  expect(await staff.get('/board/photos/%7B%22$ne%22:1%7D')).toMatchObject({ status: 404 });
  expect((await fetch(`${world.app.address}/board/photos/x`, { method: 'POST', redirect: 'manual' })).status).toBe(409);
});

test('one sees one’s own matters and data by a link that nobody else was told', async () => {
  await world.writes('zhang-nainai', { text: '我的网页' });
  const path = linkIn((await world.private('zhang-nainai')).at(-1)?.text ?? '');
  const own = await stranger().get(path);
  expect(own.text).toContain('#101');
  expect(own.headers.get('cache-control')).toBe('private, no-store');
  const [, ticket = ''] = /href="([^"]+\/tickets\/101)"/.exec(own.text) ?? [];
  expect((await stranger().get(ticket)).text).toMatch(/居民报了这件事[^]*派给第二网格/);
  for (const other of ['999', '1e2', 'x']) expect((await stranger().get(`${path}/tickets/${other}`)).status).toBe(404);
  const data = await stranger().get(`${path}/data.json`);
  expect(data.headers.get('content-disposition')).toContain('attachment');
  expect(JSON.parse(data.text)).toMatchObject({
    person: { id: 'zhang-nainai' },
    tickets: expect.arrayContaining([expect.objectContaining({ number: 101, category: 'litter' })]) as unknown,
    words: expect.arrayContaining([
      expect.objectContaining({ text: expect.stringContaining('13800001111') as string }),
    ]) as unknown,
    photos: [{ matter: 'ticket-101' }],
    others: [],
    households: [],
    savedHours: { balance: 0, lines: [] },
  });
  expect(data.text).not.toContain('wang-fang');
  const wrong = `${path.slice(0, -1)}${path.endsWith('A') ? 'B' : 'A'}`;
  for (const bad of [wrong, '/my/x', '/my/..%2F..', `${path}x/data.json`])
    expect(await stranger().get(bad)).toMatchObject({ status: 404 });
  await world.writes('zhang-nainai', { text: '我的网页' });
  expect(await stranger().get(path)).toMatchObject({ status: 404 });
});

test('the notice for the stairwell has the code that leads here', async () => {
  const { text } = await stranger().get('/p/demo/notice');
  expect(text).toContain('src="/p/demo/qr.png"');
  const code = await fetch(`${world.app.address}/p/demo/qr.png`);
  expect(code.headers.get('content-type')).toBe('image/png');
  expect((await sharp(Buffer.from(await code.arrayBuffer())).metadata()).width).toBe(640);
});

test('another community, and a pack that wishes no pages, is nowhere; one that wishes it is found by search engines', async () => {
  for (const path of ['/p/other', '/p/..%2Fdemo', '/p/%24ne', '/p/demo%00'])
    expect(await stranger().get(path)).toMatchObject({ status: 404 });
  const indexed = await sandboxWorld({ env: { PACK: await packFile(new Map(), { publicPages: { indexed: true } }) } });
  try {
    expect((await boardBrowser(indexed.app.address).get('/p/demo')).text).toContain('content="index"');
  } finally {
    await indexed.stop();
  }
  const closed = await sandboxWorld({ env: { PACK: await packFile(new Map(), { publicPages: { open: false } }) } });
  try {
    expect(await boardBrowser(closed.app.address).get('/p/demo')).toMatchObject({ status: 404 });
  } finally {
    await closed.stop();
  }
});
