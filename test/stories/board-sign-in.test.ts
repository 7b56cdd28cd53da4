import { boardBrowser, linkIn, type BoardBrowser } from '../support/board-browser';
import { sandboxWorld } from '../support/story-sandbox';

let world: Awaited<ReturnType<typeof sandboxWorld>>;
beforeAll(async () => {
  world = await sandboxWorld();
});
afterAll(() => world.stop());

const lastTo = async (person: string): Promise<string> => (await world.private(person)).at(-1)?.text ?? '';

/** Asks for the board in chat, and says where it leads. */
const askForBoard = async (person: string): Promise<string> => {
  await world.writes(person, { text: '看板' });
  return linkIn(await lastTo(person));
};

const enter = async (person: string): Promise<BoardBrowser> => {
  const browser = boardBrowser(world.app.address);
  const path = await askForBoard(person);
  await browser.get(path);
  expect(await browser.post(path)).toMatchObject({ status: 303, location: '/board' });
  return browser;
};

test('看板 in chat: a link for one use, which a look at it does not use up', async () => {
  const path = await askForBoard('wang-fang');
  const browser = boardBrowser(world.app.address);
  // A chat program looks at what is behind an address.
  await boardBrowser(world.app.address).get(path);
  expect((await browser.get(path)).text).toContain('要在这台设备');
  expect(await browser.post(path)).toMatchObject({ status: 303, location: '/board' });
  const again = boardBrowser(world.app.address);
  expect(await again.get(path)).toMatchObject({ status: 404 });
  expect(await again.post(path)).toMatchObject({ status: 404 });
});

test('the link is over after ten minutes, and when another was asked for', async () => {
  const first = await askForBoard('he-min');
  const second = await askForBoard('he-min');
  const browser = boardBrowser(world.app.address);
  expect(await browser.get(first)).toMatchObject({ status: 404 });
  expect(await browser.get(second)).toMatchObject({ status: 200 });
  await world.advance(10);
  expect(await browser.post(second)).toMatchObject({ status: 404 });
});

test('signing in begins a session of its own: one that was put there before is not taken on', async () => {
  const browser = boardBrowser(world.app.address);
  browser.cookies.set('linli', 'chosen-by-somebody-else');
  const path = await askForBoard('wang-fang');
  await browser.get(path);
  await browser.post(path);
  expect(browser.cookies.get('linli')).toMatch(/^[\w-]{43}\./u);
  const [before, other] = [browser.cookies.get('linli'), await enter('wang-fang')];
  expect(other.cookies.get('linli')).not.toBe(before);
});

test('the session is a cookie that no script reads, and that other sites do not send', async () => {
  const path = await askForBoard('wang-fang');
  const browser = boardBrowser(world.app.address);
  await browser.get(path);
  const set = (await browser.post(path)).headers.getSetCookie().find((line) => line.startsWith('linli='));
  expect(set).toMatch(/; HttpOnly/u);
  expect(set).toMatch(/; SameSite=Lax/u);
});

test('退出看板 in chat ends it everywhere', async () => {
  const [desk, phone] = [await enter('xu-ning'), await enter('xu-ning')];
  expect(await desk.get('/board')).toMatchObject({ status: 200 });
  await world.writes('xu-ning', { text: '退出看板' });
  expect(await lastTo('xu-ning')).toContain('2台设备上的看板都退出了');
  expect(await desk.get('/board')).toMatchObject({ status: 303, location: '/sign-in?to=%2Fboard' });
  expect(await phone.get('/board')).toMatchObject({ status: 303 });
});

test('the button signs out this browser alone', async () => {
  const [desk, phone] = [await enter('xu-ning'), await enter('xu-ning')];
  await desk.get('/board');
  const out = await desk.post('/sign-out');
  expect(out).toMatchObject({ status: 303, location: '/sign-in' });
  // Photos that this browser kept for some minutes are not left to whoever sits down at it next.
  expect(out.headers.get('clear-site-data')).toBe('"cache"');
  expect(await desk.get('/board')).toMatchObject({ status: 303 });
  expect(await phone.get('/board')).toMatchObject({ status: 200 });
});

test('who does not work here gets no link', async () => {
  await world.writes('huang-lei', { text: '退出看板' });
  await world.writes('zhang-nainai', { text: '看板' });
  expect(await lastTo('zhang-nainai')).toContain('看板是给社区工作人员用的');
});

test('a computer without chat: six digits, said from the telephone and confirmed', async () => {
  const desk = boardBrowser(world.app.address);
  await desk.get('/sign-in', { 'user-agent': 'Mozilla/5.0 (Windows NT 10.0) Chrome/140' });
  const waits = await desk.post('/sign-in/computer', {}, { 'user-agent': 'Mozilla/5.0 (Windows NT 10.0) Chrome/140' });
  expect(waits.location).toBe('/sign-in/computer');
  const shown = await desk.get('/sign-in/computer');
  const code = /看板 (?<code>\d{6})/u.exec(shown.text)?.groups?.['code'] ?? '';
  await world.writes('chen-xiao', { text: `看板 ${code}` });
  expect(await lastTo('chen-xiao')).toMatch(/Windows Chrome.*是您面前的这台吗/su);
  expect(await desk.get('/sign-in/computer')).toMatchObject({ status: 200 });
  await world.writes('chen-xiao', { text: '1' });
  expect(await lastTo('chen-xiao')).toContain('已经登录');
  expect(await desk.get('/sign-in/computer')).toMatchObject({ status: 303, location: '/board' });
  expect((await desk.get('/board')).text).toContain('陈晓');
});

test('a computer that is not theirs is not let in', async () => {
  const desk = boardBrowser(world.app.address);
  await desk.get('/sign-in');
  await desk.post('/sign-in/computer');
  const shown = await desk.get('/sign-in/computer');
  const code = /看板 (?<code>\d{6})/u.exec(shown.text)?.groups?.['code'] ?? '';
  await world.writes('chen-xiao', { text: `看板 ${code}` });
  await world.writes('chen-xiao', { text: '2' });
  expect(await lastTo('chen-xiao')).toContain('没有让那台电脑登录');
  expect(await desk.get('/sign-in/computer')).toMatchObject({ status: 200 });
  await world.writes('chen-xiao', { text: '看板 000000' });
  expect(await lastTo('chen-xiao')).toContain('这个号码不对');
});

test('where a sign-in leads is one of our own paths', async () => {
  const desk = boardBrowser(world.app.address);
  for (const to of ['https://elsewhere.example', '//elsewhere.example', '/\\elsewhere.example']) {
    await desk.get('/sign-in');
    expect((await desk.post('/language', { language: 'en', to })).location).toBe('/board');
  }
});
