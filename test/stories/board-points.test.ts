import { boardWorld, type BoardWorld } from '../support/board-world';
import { move } from '../../src/domain/points/posting';
import { createStore } from '../../src/store/store';
import { givePoints } from '../support/give-points';
import { silentLog } from '../support/open-store';
import { countSeen, lastSeen } from '../support/story-world';

let world: BoardWorld;

const balanceOf = async (account: string): Promise<number> =>
  (await world.books()).accounts.find(({ id }) => id === account)?.balance ?? 0;
const keyIn = (text: string, action: string): string =>
  /name="key"\s+value="([^"]+)"/u.exec(
    text.split('<form').find((form) => form.includes(`action="${action}"`)) ?? '',
  )?.[1] ?? '';
const find = (who: string): string => `/board/ledger?who=${encodeURIComponent(who)}`;

beforeAll(async () => {
  world = await boardWorld();
  for (let points = 1; points <= 25; points += 1) await givePoints(world.app.mongoUri, { 'liu-jianguo': points });
  await givePoints(world.app.mongoUri, { 'qin-yu': 12 });
});
afterAll(() => world.stop());

test('the books of one person: found by name, with the reason of every line, page by page', async () => {
  const board = await world.enter('chen-xiao');
  const found = await board.get(find('刘建国'));
  expect(found).toMatchObject({ status: 303, location: '/board/ledger/person/liu-jianguo' });
  const { text } = await board.get('/board/ledger/person/liu-jianguo');
  expect(text).toContain('一共325分');
  expect(text).toContain('好人好事');
  const plain = text.replaceAll(/&#(\d+);/gu, (_, code: string) => String.fromCodePoint(Number(code)));
  const older = /href="([^"]+after=[^"]+)"/u.exec(plain)?.[1] ?? '';
  const next = await board.get(older);
  expect(next.status).toBe(200);
  expect(next.text.split('<time').length - 1).toBe(5);
  const forged = older.replace(/after=.{8}/u, 'after=AAAAAAAA');
  expect((await board.get(forged)).status).toBe(404);
  expect((await board.get('/board/ledger/person/nobody')).status).toBe(404);
});

test('a household by its village and number; whom nobody finds is said so', async () => {
  const board = await world.enter('chen-xiao');
  const found = await board.get(find('山前村3号'));
  expect(found.status).toBe(303);
  expect((await board.get(found.location ?? '')).text).toContain('户账户');
  // Two villages have a third house.
  expect((await board.get(find('3号'))).text).toContain('是哪一位、哪一户');
  expect((await board.get(find('查无此人'))).text).toContain('没有找到');
});

test('nobody but staff and directors sees others’ books, not even by address', async () => {
  for (const who of ['wang-fang', 'he-ping']) {
    const other = await world.enter(who);
    for (const path of ['/board/points', '/board/redemptions', '/board/ledger/person/liu-jianguo'])
      expect([who, (await other.get(path)).status]).toEqual([who, 403]);
  }
});

let usedKey = '';

test('what waits in a shop is cancelled on the board as in chat, once', async () => {
  await world.writes('liu-jianguo', { text: '兑 米' });
  await world.writes('liu-jianguo', { text: '1' });
  const number = Number(/撤回 #(\d+)/u.exec(lastSeen(await world.private('liu-jianguo'), /给您留好了/).text)?.[1]);
  expect(await balanceOf('person:liu-jianguo')).toBe(305);
  const board = await world.enter('chen-xiao');
  const { text } = await board.get('/board/redemptions');
  expect(text).toContain('刘建国');
  // The code is between the person and the shop.
  expect(text).not.toMatch(/\d{4} \d{4}/u);
  const path = `/board/redemptions/${number}/cancel`;
  const key = keyIn(text, path);
  usedKey = key;
  expect((await board.post(path, { key })).status).toBe(200);
  expect((await board.post(path, { key })).status).toBe(200);
  await world.api.post('/settle');
  expect(await balanceOf('person:liu-jianguo')).toBe(325);
  expect(countSeen(await world.private('liu-jianguo'), /取消了/)).toBe(1);
  expect((await board.get('/board/redemptions')).text).not.toContain('刘建国');
  expect((await board.get('/board/redemptions?which=all')).text).toContain('取消退回了');
  const again = '5f4f8ad6-3f1d-4f3e-9c53-7a1d1c0b8f11';
  expect((await board.post(path, { key: again })).status).toBe(409);
  expect((await board.post('/board/redemptions/99999/cancel', { key: again })).status).toBe(404);
});

test('the honours stand there under the names that people chose, and are posted in the groups once', async () => {
  await world.writes('liu-jianguo', { text: '榜名 老刘' });
  const store = await createStore({ uri: world.app.mongoUri, communityId: 'demo', log: silentLog });
  const at = '2026-11-20T01:00:00.000Z';
  const entries = move('issued:deed', 'person:liu-jianguo', 9);
  await store.ledger.postAll([{ cause: 'earned', at, reason: 'deed', entries, honours: '2026-11' }]);
  await store.close();
  const board = await world.enter('chen-xiao');
  const page = await board.get('/board/points');
  expect(page.text).toContain('光荣榜 2026-11');
  expect(page.text).toContain('老刘');
  expect(page.text).not.toContain('刘建国');
  expect((await board.get('/board/points?month=last')).text).not.toContain('老刘');
  const key = keyIn(page.text, '/board/points/publish');
  // The key of another form, used up there, counts for nothing here.
  expect(usedKey).not.toBe('');
  await board.post('/board/points/publish', { what: 'this', key: usedKey });
  await world.api.post('/settle');
  expect(countSeen(await world.group('residents'), /光荣榜/)).toBe(1);
  for (const sent of [key, key, '5f4f8ad6-3f1d-4f3e-9c53-7a1d1c0b8f11']) {
    await board.get('/board/points');
    expect((await board.post('/board/points/publish', { what: 'this', key: sent })).status).toBe(200);
  }
  await world.api.post('/settle');
  expect(countSeen(await world.group('residents'), /光荣榜/)).toBe(1);
  expect((await board.post('/board/points/publish', { what: 'all', key })).status).toBe(404);
});
