import { createStore, type Stores } from '../../src/store/store';
import type { BoardBrowser } from '../support/board-browser';
import { boardWorld, type BoardWorld } from '../support/board-world';
import { silentLog } from '../support/open-store';

let world: BoardWorld;
let store: Stores;
let director: BoardBrowser;
beforeAll(async () => {
  world = await boardWorld();
  store = await createStore({ uri: world.app.mongoUri, communityId: 'demo', log: silentLog });
  director = await world.enter('lin-jing');
});
afterAll(async () => {
  await store.close();
  await world.stop();
});

const until = async <T>(what: string, look: () => Promise<T | null | undefined | false>): Promise<T> => {
  const end = Date.now() + 20_000;
  for (;;) {
    const found = await look();
    if (found !== null && found !== undefined && found !== false) return found;
    if (Date.now() > end) throw new Error(`Not within 20 s: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

test('what waits for its moment stands there with its ticket and its time, and is done at once by a press', async () => {
  await world.writes('pan-bo', { text: '报 8号楼垃圾桶满了' });
  const page = await until('an alarm clock', async () => {
    const { text } = await director.get('/board/operations/queues');
    return /\/board\/tickets\/101">#101<\/a>[^]*?闹钟[^]*?定了时间[^]*?马上做/u.test(text) ? text : null;
  });
  const job = /name="job" value="([^"]+)"/u.exec(page)?.[1] ?? '';
  expect(job).toMatch(/^wake-/u);
  // A press does not make anything due: the ticket is looked at, and nothing happens to it.
  const before = await world.ticket(101);
  const done = await director.post('/board/operations/queues/act', { act: 'now', queue: 'wake', job });
  expect([done.status, done.location]).toEqual([303, '/board/operations/queues']);
  await until('done', async () => !(await director.get('/board/operations/queues')).text.includes(`value="${job}"`));
  expect(await world.ticket(101)).toEqual(before);
  const again = await director.post('/board/operations/queues/act', { act: 'now', queue: 'wake', job });
  expect([again.status, again.text.includes('已经不在了')]).toEqual([409, true]);
});

test('what failed stands there with why, and once more by a press; a second press finds it gone', async () => {
  const chat = (await store.chats.privateChats('pan-bo'))[0]?.id ?? '';
  await store.failedJobs.note({ queue: 'deliver', of: { kind: 'chat', chat }, why: 'ECONNREFUSED <b>1</b>' });
  await store.failedJobs.note({ queue: 'deliver', of: { kind: 'chat', chat }, why: 'ECONNREFUSED <b>2</b>' });
  const page = (await director.get('/board/operations/queues')).text;
  expect(page).toMatch(/没做成[^]*和潘博的私聊[^]*送消息[^]*ECONNREFUSED &#60;b&#62;2[^]*<td>2<\/td>[^]*再做一次/u);
  const job = /value="again" \/>\s*<input type="hidden" name="job" value="([^"]+)"/u.exec(page)?.[1] ?? '';
  expect((await director.post('/board/operations/queues/act', { act: 'again', job })).location).toBe(
    '/board/operations/queues',
  );
  expect((await director.get('/board/operations/queues')).text).toContain('7天里没有做不成的');
  expect((await director.post('/board/operations/queues/act', { act: 'again', job })).status).toBe(409);
  for (const bad of [{ act: 'obliterate', job }, { act: 'now', queue: '../x', job }, { act: 'now' }])
    expect((await director.post('/board/operations/queues/act', bad)).status).toBe(404);
});

test('a message that was given up: to whom, why, and it is sent by a press', async () => {
  await world.api.post('/chats/private-pan-bo/bot', { removed: true });
  await world.api.post('/chats/private-hu-xia/bot', { removed: true });
  const [chat] = await store.chats.privateChats('hu-xia');
  const rows = await store.outbox.add([
    {
      ...{ effect: 'test/given-up', chat: chat?.id ?? '', person: 'hu-xia', matter: null, matterVersion: 0 },
      say: { to: { person: 'hu-xia' }, key: 'x', urgency: 'prompt', wording: 'refused.no-question', params: {} },
    },
  ]);
  await store.outbox.giveUp(rows[0]?.id ?? '', 'bot 1234567:AAAAAAAAAAAAAAAAAAAAAAAAAA was blocked');
  const page = (await director.get('/board/operations')).text;
  expect(page).toMatch(/送不到，已放弃<\/h3>[^]*和胡霞的私聊[^]*was blocked[^]*再送一次/u);
  expect(page).not.toContain('1234567:AAAA');
  await world.api.post('/chats/private-hu-xia/bot', { removed: false });
  const message = /name="message" value="([^"]+)"/u.exec(page)?.[1] ?? '';
  const before = (await world.private('hu-xia')).length;
  expect((await director.post('/board/operations/send-again', { message })).location).toBe('/board/operations');
  await until('it is sent', async () => (await world.private('hu-xia')).length > before);
  expect((await director.post('/board/operations/send-again', { message })).status).toBe(404);
});

test('the last sweep, what may still be sent, and how much stands in the queues', async () => {
  await world.writes('pan-bo', { text: '我的' });
  const page = await until('a sweep', async () => {
    const { text } = await director.get('/board/operations');
    return text.includes('还没有巡查过') ? null : text;
  });
  expect(page).toMatch(/巡查[^]*上次 [^<]*用了[\d.]+秒。[^]*补办到点的 \d+ 件/u);
  expect(page).toMatch(/还能发多少[^]*sandbox 账号 [^<]*<\/th>[^]*<td>1秒10000条<\/td>/u);
  expect(page).toMatch(/<th scope="row">闹钟<\/th>/u);
  await store.sweeps.note({
    ...{
      at: new Date(Date.now() - 10 * 60_000),
      ms: 1200,
      recomputed: 0,
      ticked: 3,
      drained: 2,
      fetched: 1,
      failed: 1,
    },
  });
  const late = (await director.get('/board/operations')).text;
  expect(late).toMatch(/用了1\.2秒[^]*补办到点的 3 件[^]*1 样没做成[^]*两分钟没有巡查了/u);
});

test('backups: none yet, one that was read back, one that is too old', async () => {
  expect((await director.get('/board/operations')).text).toMatch(/备份[^]*还没有备份过[^]*backup make/u);
  const made = { folder: '/nowhere', file: 'linli-demo-1.gz', at: new Date(), bytes: 2_500_000, documents: 812 };
  await store.backups.note(made);
  expect((await director.get('/board/operations')).text).toMatch(
    /linli-demo-1\.gz，812 条，2\.5 MB[^]*还没有读过一遍/u,
  );
  await store.backups.verified('linli-demo-1.gz', new Date());
  const fine = (await director.get('/board/operations')).text;
  expect([/读过一遍，完整/u.test(fine), fine.includes('backup make')]).toEqual([true, false]);
  await store.backups.note({ ...made, at: new Date(Date.now() - 3 * 24 * 3_600_000) });
  expect((await director.get('/board/operations')).text).toContain('backup make');
});
