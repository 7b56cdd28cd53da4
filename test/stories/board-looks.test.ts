import { boardWorld, formOf, type BoardWorld } from '../support/board-world';

let world: BoardWorld;
beforeAll(async () => {
  world = await boardWorld();
  await world.writes('chen-yun', { text: '报 6号楼门口沪A12345堵住了，打我13812345678，身份证11010519491231002X' });
  await world.writes('wang-fang', { text: '接 #101' });
  await world.writes('song-jia', {
    text: '报 6号楼电梯有异响，打１３８００１３８０００、138.0013.8000、138·0013·8000、138\u200B00138000或01088886666',
  });
});
afterAll(() => world.stop());

const path = '/board/tickets/101/numbers';
const keyIn = (text: string): string =>
  /action="\/board\/tickets\/101\/numbers"[^]*?name="key"\s+value="([^"]+)"/u.exec(text)?.[1] ?? '';
const secrets =
  /13812345678|沪A12345|11010519491231002X|１３８００１３８０００|138[.·\u200B]?0013[.·]?8000|01088886666/u;

test('numbers are covered on every page and in the sheet, until somebody asks for them', async () => {
  const board = await world.enter('wang-fang');
  for (const page of [
    '/board',
    '/board/today',
    '/board/tickets',
    '/board/tickets/101',
    '/board/tickets/102',
    '/board/tickets?words=堵住了',
  ])
    expect((await board.get(encodeURI(page))).text).not.toMatch(secrets);
  expect((await board.get('/board/tickets/101')).text).toMatch(/打我138\*+78[^]*看号码/u);
  for (const page of ['/board', '/board/tickets', '/board/tickets/102'])
    expect((await board.get(page)).text).toContain('电梯有异响，打１３８******００、138.****.**00、');
  const cookie = [...board.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const sheet = await fetch(`${world.app.address}/board/tickets.xlsx?state=all`, { headers: { cookie } });
  const { read, utils } = await import('@e965/xlsx');
  const book = read(Buffer.from(await sheet.arrayBuffer()));
  const cells = JSON.stringify(book.SheetNames.map((name) => utils.sheet_to_json(book.Sheets[name] ?? {})));
  expect([cells.includes('堵住了'), secrets.test(cells)]).toEqual([true, false]);
});

test('whoever has the ticket sees them by a press, and the look stands in its history', async () => {
  const board = await world.enter('wang-fang');
  const key = keyIn((await board.get('/board/tickets/101')).text);
  const shown = await board.post(path, { key });
  expect([shown.status, shown.text.includes('13812345678'), shown.text.includes('沪A12345')]).toEqual([
    200,
    true,
    true,
  ]);
  expect(shown.headers.get('cache-control')).toContain('no-store');
  expect((await board.get('/board/tickets/101')).text).toMatch(/王芳看了话里的电话、车牌这类号码/u);
  expect((await board.get('/board/tickets/101')).text).not.toMatch(secrets);
  // The same form again is the same look.
  expect((await board.post(path, { key })).text).toContain('13812345678');
  const { history } = await world.ticket(101);
  expect(history.filter(({ what }) => what === 'numbers-shown')).toHaveLength(1);
});

test('a key that was used up shows nothing: not that of another act, nor that of a look long ago', async () => {
  const board = await world.enter('wang-fang');
  const page = (await board.get('/board/tickets/101')).text;
  const looks = async () => (await world.ticket(101)).history.filter(({ what }) => what === 'numbers-shown').length;
  const before = await looks();
  const { key = '' } = formOf(page, 101, 'note');
  expect((await board.post('/board/tickets/101/act', { act: 'note', key, words: '去看过了' })).status).toBe(200);
  const shown = await board.post(path, { key });
  expect([shown.status, secrets.test(shown.text), await looks()]).toEqual([200, true, before + 1]);
  await world.advance(60);
  const late = await board.post(path, { key });
  expect([late.status, late.location, secrets.test(late.text), await looks()]).toEqual([
    303,
    '/board/tickets/101',
    false,
    before + 1,
  ]);
});

test('beyond one’s own tickets a reason is asked for; without one nothing is shown', async () => {
  const board = await world.enter('chen-xiao');
  const page = (await board.get('/board/tickets/101')).text;
  expect(page).toMatch(/不是您办的：为什么要看/u);
  const refused = await board.post(path, { key: keyIn(page), why: '  ' });
  expect([refused.status, secrets.test(refused.text)]).toEqual([422, false]);
  const shown = await board.post(path, { key: keyIn(page), why: '家属来电<b>核对</b>' });
  expect([shown.status, shown.text.includes('13812345678')]).toEqual([200, true]);
});

test('somebody of another grid learns nothing, and a key that is none is not taken', async () => {
  const other = await world.enter('liu-yang');
  await other.get('/board');
  const key = '5f0c1a52-3f0e-4f7e-9d4e-2f6d1c1b7a10';
  expect(await other.post(path, { key, why: 'x' })).toMatchObject({ status: 404 });
  const board = await world.enter('wang-fang');
  await board.get('/board');
  expect(await board.post(path, { 'key[$ne]': 'x' })).toMatchObject({ status: 404 });
});

test('directors see every look with its reason, also at the ledger of people in care; page by page', async () => {
  await world.writes('chen-xiao', { text: '登记 张奶奶 82岁 6号楼 红色 联系人 王芳 女儿 13900001111' });
  const director = await world.enter('lin-jing');
  const { text } = await director.get('/board/looks');
  expect(text).toMatch(
    /陈晓<\/td>\s*<td>话里的号码<\/td>\s*<td><a href="\/board\/tickets\/101">#101<\/a><\/td>\s*<td>家属来电&#60;b&#62;核对/u,
  );
  expect(text).toMatch(/王芳<\/td>\s*<td>话里的号码[^]*自己办的事/u);
  expect(text).not.toMatch(secrets);
  expect((await director.get('/board/looks?before=2020-01-01T00:00:00.000Z')).text).toContain('没有人看过');
  expect((await director.get('/board/looks?before[$gt]=x')).status).toBe(200);
});

test('directors see what retention and erasure did: when, which, how much, by which rule, and never of whom', async () => {
  await world.writes('pan-bo', { text: '报 2号楼门口的路灯坏了' });
  await world.writes('pan-bo', { text: '忘记我' });
  await world.writes('pan-bo', { text: '确认删除' });
  await world.jump(8 * 24 * 60);
  const director = await world.enter('lin-jing');
  expect((await director.get('/board/looks')).text).toContain('href="/board/erasures"');
  const page = await director.get('/board/erasures');
  expect(page.text).toMatch(/本人要求<\/td>\s*<td>话2，账号1<\/td>\s*<td>本人回了“忘记我”和“确认删除”，过了7天/u);
  expect(page.text).toMatch(
    /到期清理<\/td>\s*<td>没有到期的<\/td>\s*<td>话：2023年11月\d+日以前的；照片：2024年11月\d+日以前的；/u,
  );
  for (const hidden of ['pan-bo', '潘博', '路灯坏了']) expect(page.text).not.toContain(hidden);
  const newest = /<time datetime="([^"]+)"/u.exec(page.text)?.[1] ?? '';
  const earlier = await director.get(`/board/erasures?before=${encodeURIComponent(newest)}`);
  expect(earlier.text).not.toContain(`datetime="${newest}"`);
  await director.post('/language', { language: 'en', to: '/board/erasures' });
  expect((await director.get('/board/erasures')).text).toMatch(/Their own wish[^]*words: 2, accounts: 1/u);
  expect((await (await world.enter('chen-xiao')).get('/board/erasures')).status).toBe(403);
});
