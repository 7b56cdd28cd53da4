import { boardWorld, type BoardWorld } from '../support/board-world';
import { countSeen, lastSeen } from '../support/story-world';

let world: BoardWorld;
let number = 0;

const says = async (who: string, pattern: RegExp): Promise<string> => lastSeen(await world.private(who), pattern).text;
const balanceOf = async (person: string): Promise<number> =>
  (await world.books()).accounts.find(({ id }) => id === `person:${person}`)?.balance ?? 0;

/** The forms of a page that do this, with the claim that each is of. */
const formsOf = (text: string, act: string): readonly Readonly<Record<string, string>>[] =>
  text
    .split('<form')
    .filter((form) => form.includes(`name="act" value="${act}"`))
    .map((form) => {
      const valueOf = (name: string): string =>
        new RegExp(`name="${name}"\\s+value="([^"]*)"`, 'u').exec(form)?.[1] ?? '';
      return { act, key: valueOf('key'), claim: valueOf('claim'), _csrf: valueOf('_csrf') };
    });
const rowOf = (text: string, name: string): string => text.split('<tr').find((row) => row.includes(name)) ?? '';

beforeAll(async () => {
  // A Friday, 9:00.
  world = await boardWorld();
  await world.writes('sun-mei', { text: '发起 周六上午9点到11点 小广场清扫 要4人' });
  await world.writes('sun-mei', { text: '1' });
  number = Number(/#(\d+)/u.exec(await says('sun-mei', /签到码/))?.[1]);
  for (const person of ['hu-xia', 'deng-tao', 'song-jia', 'huang-lei'])
    await world.posts(person, 'residents', { text: `报名 #${number}` });
});
afterAll(() => world.stop());

test('staff see what is coming, who said that they come, and how many are wanted', async () => {
  const board = await world.enter('chen-xiao');
  const list = await board.get('/board/activities');
  expect(list.text).toContain(`/board/activities/${number}`);
  expect(list.text).toContain('小广场清扫');
  expect(list.text).toContain('4 / 4');
  const page = await board.get(`/board/activities/${number}`);
  for (const name of ['胡霞', '邓涛', '宋佳', '黄磊', '孙']) expect(page.text).toContain(name);
  // Nobody has come yet: there is nothing to confirm, only to cancel.
  expect(formsOf(page.text, 'came')).toEqual([]);
  expect(formsOf(page.text, 'cancel')).toHaveLength(1);
  expect((await board.get('/board/activities?which=past')).text).not.toContain(`/board/activities/${number}`);
});

test('whoever works in another grid learns nothing of it, and a forged form does nothing', async () => {
  const other = await world.enter('wang-fang');
  expect((await other.get('/board/activities')).text).not.toContain(`/board/activities/${number}"`);
  expect((await other.get(`/board/activities/${number}`)).status).toBe(404);
  const fields = { act: 'cancel', words: 'x', key: '5f4f8ad6-3f1d-4f3e-9c53-7a1d1c0b8f11' };
  expect((await other.post(`/board/activities/${number}/act`, fields)).status).toBe(404);
  const grid = await world.enter('liu-yang');
  expect((await grid.get(`/board/activities/${number}`)).status).toBe(200);
  const refused = await grid.post(`/board/activities/${number}/act`, fields);
  expect(refused.status).toBe(403);
  expect(await world.ticket(number)).toMatchObject({ state: 'open' });
  const board = await world.enter('chen-xiao');
  expect((await board.get('/board/activities/%7B%22$ne%22:1%7D')).status).toBe(404);
  expect((await board.get('/board/activities/99999')).status).toBe(404);
});

test('who came is confirmed on the board as in chat: hours and points once, however often it is pressed', async () => {
  await world.api.post('/clock', { to: '2026-11-21T11:30:00+08:00' });
  const board = await world.enter('chen-xiao');
  const { text } = await board.get(`/board/activities/${number}`);
  expect(formsOf(text, 'came')).toHaveLength(4);
  const [came] = formsOf(rowOf(text, '胡霞'), 'came');
  const [absent] = formsOf(rowOf(text, '邓涛'), 'absent');
  if (!came || !absent) throw new Error('The page has no forms.');
  const before = await balanceOf('hu-xia');
  const replies = [came, came].map((fields) => board.post(`/board/activities/${number}/act`, fields));
  expect((await Promise.all(replies)).map(({ status }) => status)).toEqual([200, 200]);
  expect((await board.post(`/board/activities/${number}/act`, absent)).status).toBe(200);
  await world.api.post('/settle');
  expect(await balanceOf('hu-xia')).toBe(before + 20);
  expect(countSeen(await world.private('hu-xia'), /20分/)).toBe(1);
  const after = await board.get(`/board/activities/${number}`);
  expect(rowOf(after.text, '胡霞')).toContain('来了');
  expect(rowOf(after.text, '邓涛')).toContain('没来');
  // Of who did not come the other may still be said, of who came nothing more.
  expect(formsOf(after.text, 'came')).toHaveLength(3);
  expect(formsOf(after.text, 'absent')).toHaveLength(2);
  // The others of whom nothing is known, in one press; then it is closed.
  const [all] = formsOf(after.text, 'all-came');
  expect((await board.post(`/board/activities/${number}/act`, all)).status).toBe(200);
  expect(await balanceOf('song-jia')).toBeGreaterThan(0);
  expect((await board.get('/board/activities?which=past')).text).toContain(`/board/activities/${number}"`);
});

test('cancelling tells everybody who comes, and why', async () => {
  await world.writes('sun-mei', { text: '发起 周日上午9点到11点 小广场修剪 要4人' });
  await world.writes('sun-mei', { text: '1' });
  const next = Number(/#(\d+)/u.exec(await says('sun-mei', /修剪[\s\S]*签到码|签到码/))?.[1]);
  expect(next).toBeGreaterThan(number);
  await world.posts('hu-xia', 'volunteers', { text: `报名 #${next}` });
  const board = await world.enter('chen-xiao');
  const [form] = formsOf((await board.get(`/board/activities/${next}`)).text, 'cancel');
  if (!form) throw new Error('The page has no form.');
  expect((await board.post(`/board/activities/${next}/act`, { ...form, words: '周日有雨' })).status).toBe(200);
  await world.api.post('/settle');
  expect(await says('hu-xia', /取消了|不办了/)).toContain('周日有雨');
  expect(await world.ticket(next)).toMatchObject({ state: 'cancelled' });
});
