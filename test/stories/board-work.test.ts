import { boardWorld, formOf, type BoardWorld } from '../support/board-world';

let world: BoardWorld;
beforeAll(async () => {
  world = await boardWorld();
});
afterAll(() => world.stop());

const lastTo = async (person: string): Promise<string> => (await world.private(person)).at(-1)?.text ?? '';

test('a ticket from report to archive, by board and chat in turns', async () => {
  await world.posts('zhao-fei', 'riders', { text: '6号楼门口又停满了，电动车出不去', photo: 'cars' });
  const board = await world.enter('wang-fang');
  const today = await board.get('/board');
  expect(today.text).toMatch(/等我办的 <span class="count">1</u);
  expect(today.text).toContain('6号楼门口又停满了，电动车出不去');

  expect(await board.post('/board/tickets/101/act', formOf(today.text, 101, 'claim'))).toMatchObject({ status: 200 });
  await world.api.post('/settle');
  expect(await world.ticket(101)).toMatchObject({ state: 'claimed', owner: 'wang-fang' });
  expect((await world.group('riders')).at(-1)?.text).toContain('已接单');

  // In chat a word for the reporter, on the board the end of it.
  await world.writes('wang-fang', { text: '留言 #101 已经联系车主' });
  const page = await board.get('/board/tickets/101');
  expect(page.text).toContain('已经联系车主');
  const done = { ...formOf(page.text, 101, 'resolve'), words: '车都挪走了，划了线' };
  expect(await board.post('/board/tickets/101/act', done)).toMatchObject({ status: 200 });
  await world.api.post('/settle');
  expect(await world.ticket(101)).toMatchObject({ state: 'resolved' });
  await world.advance(60 * 8);
  await world.writes('zhao-fei', { text: '1' });
  expect(await world.ticket(101)).toMatchObject({ state: 'archived', solved: true, satisfied: true });
  expect((await board.get('/board/tickets/101')).text).toContain('已办结');
});

test('a form that is sent twice counts once', async () => {
  await world.writes('liu-jianguo', { text: '报 7号楼路灯不亮' });
  const board = await world.enter('li-qiang');
  const form = { ...formOf((await board.get('/board/tickets/102')).text, 102, 'note'), words: '明天去看' };
  await Promise.all([board.post('/board/tickets/102/act', form), board.post('/board/tickets/102/act', form)]);
  expect((await board.post('/board/tickets/102/act', form)).status).toBe(200);
  const { history } = await world.ticket(102);
  expect(history.filter(({ what }) => what === 'noted')).toHaveLength(1);
});

test('what the rules refuse is refused on the board in the same words', async () => {
  const [board, other] = [await world.enter('li-qiang'), await world.enter('wang-fang')];
  const [first, second] = [await board.get('/board/tickets/102'), await other.get('/board/tickets/102')];
  await board.post('/board/tickets/102/act', formOf(first.text, 102, 'claim'));
  const refused = await other.post('/board/tickets/102/act', formOf(second.text, 102, 'claim'));
  expect(refused.status).toBe(409);
  expect(refused.text).toContain('#102');
  await world.api.post('/settle');
  expect(refused.text).toContain((await lastTo('wang-fang')).split('\n')[0]);
  expect(await world.ticket(102)).toMatchObject({ owner: 'li-qiang' });
});

test('the page says what happened and why, and shows its photos to those who may see it', async () => {
  const board = await world.enter('wang-fang');
  const page = await board.get('/board/tickets/101');
  expect(page.text).toContain('经过');
  const photo = /\/board\/tickets\/101\/photos\/[^"]+/u.exec(page.text)?.[0] ?? '';
  const shown = await board.get(photo);
  expect(shown.status).toBe(200);
  expect(shown.headers.get('content-type')).toBe('image/jpeg');
  expect(shown.headers.get('x-content-type-options')).toBe('nosniff');
  // By another ticket's number, or by somebody of another grid, it is not there.
  expect(await board.get(photo.replace('/101/', '/102/'))).toMatchObject({ status: 404 });
  expect(await (await world.enter('liu-yang')).get(photo)).toMatchObject({ status: 404 });
});

test('somebody of another grid finds no ticket, no form and no photo of it', async () => {
  const other = await world.enter('liu-yang');
  expect((await other.get('/board')).text).not.toContain('/board/tickets/101');
  expect(await other.get('/board/tickets/101')).toMatchObject({ status: 404 });
  const act = { act: 'note', words: 'x', key: '5f0c1a52-3f0e-4f7e-9d4e-2f6d1c1b7a10' };
  expect(await other.post('/board/tickets/101/act', act)).toMatchObject({ status: 404 });
  expect(await other.get('/board/tickets/999999')).toMatchObject({ status: 404 });
});

test.each(['101%27', '%7B%22$ne%22:null%7D', '-1', '1e3x', '..%2f..%2fetc', '9'.repeat(40)])(
  'a ticket called %s is not found',
  async (number) => {
    const board = await world.enter('chen-xiao');
    expect((await board.get(`/board/tickets/${number}`)).status).toBe(404);
  },
);

test('a query in place of words finds nothing and breaks nothing', async () => {
  const board = await world.enter('chen-xiao');
  await board.get('/board');
  const { status, text } = await board.post('/board/tickets/101/act', { 'act[$ne]': 'x', 'key[$gt]': '' });
  expect(status).toBe(404);
  expect(text).not.toMatch(/at \w+ \(|node_modules|ZodError/u);
});

test('what people say and are called is words, never a script', async () => {
  const evil = '<img src=x onerror=alert(1)><script>alert(2)</script>';
  await world.writes('pan-bo', { text: `报 8号楼下水道堵了 ${evil}` });
  const board = await world.enter('li-qiang');
  const numbers = [...(await board.get('/board')).text.matchAll(/\/board\/tickets\/(\d+)"/gu)].map((each) =>
    Number(each[1]),
  );
  const page = await board.get(`/board/tickets/${Math.max(...numbers)}`);
  expect(page.text).toContain('&#60;img src&#61;x');
  expect(page.text).not.toMatch(/<img src=x|<script>alert/u);
});

test('a complaint about an officer is not on that officer’s board', async () => {
  await world.writes('cao-ying', { text: '报 我要投诉网格员王芳，态度恶劣，骂人' });
  const board = await world.enter('wang-fang');
  const director = await world.enter('lin-jing');
  const own = (await board.get('/board')).text;
  expect(own).not.toContain('态度恶劣');
  expect((await director.get('/board')).text).toContain('态度恶劣');
});

test('live: a page hears that something changed', async () => {
  const board = await world.enter('chen-xiao');
  const cookie = [...board.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const leaving = new AbortController();
  const { body } = await fetch(`${world.app.address}/board/live`, { headers: { cookie }, signal: leaving.signal });
  const reader = body?.getReader();
  let heard = '';
  const listening = (async () => {
    while (!heard.includes('data: changed')) {
      const chunk = await reader?.read();
      if (!chunk || chunk.done) return;
      heard += Buffer.from(chunk.value).toString();
    }
  })();
  await new Promise((resolve) => setTimeout(resolve, 500));
  await world.writes('song-jia', { text: '报 6号楼电梯有异响' });
  await listening;
  leaving.abort();
  expect(heard).toContain('data: changed');
});

test('a list finds by number, by words, by place, kind, person and day', async () => {
  const board = await world.enter('chen-xiao');
  const find = async (query: string): Promise<readonly number[]> => {
    const { status, text } = await board.get(`/board/tickets?state=all&${query}`);
    expect(status).toBe(200);
    return [...text.matchAll(/class="number">\s*<a href="\/board\/tickets\/(\d+)"/gu)].map((each) => Number(each[1]));
  };
  expect(await find('words=%23101')).toEqual([101]);
  expect(await find(`words=${encodeURIComponent('电动车')}`)).toEqual([101]);
  expect(await find(`words=${encodeURIComponent('路灯')}&state=open`)).toEqual([102]);
  expect(await find('area=building-7')).toEqual([102]);
  expect(await find('category=parking')).toEqual([101]);
  expect(await find(`person=${encodeURIComponent('赵小飞')}`)).toEqual([101]);
  expect(await find('from=2026-11-20&to=2026-11-20&area=grid-2')).toContain(102);
  expect(await find('to=2026-11-19')).toEqual([]);
  expect(await find(`words=${encodeURIComponent('电动车')}&area=building-7`)).toEqual([]);
  expect((await board.get('/board/tickets?state=all')).text).toContain('最多数到1000');
  expect(await find('words=%24ne&area[$ne]=x')).toEqual([]);
});

test('a list shows nobody what is not theirs', async () => {
  const other = await world.enter('liu-yang');
  const { text } = await other.get('/board/tickets?state=all');
  expect(text).not.toContain('/board/tickets/101"');
  expect((await other.get('/board/tickets?words=101&state=all')).text).not.toContain('/board/tickets/101"');
  expect((await other.get(`/board/tickets?words=${encodeURIComponent('电动车')}&state=all`)).text).not.toContain(
    '电动车出不去',
  );
  const grid = await world.enter('wang-fang');
  expect((await grid.get(`/board/tickets?words=${encodeURIComponent('态度恶劣')}&state=all`)).text).not.toContain(
    '骂人',
  );
});

test('a sheet holds the same rows, and nothing in it is reckoned', async () => {
  const board = await world.enter('chen-xiao');
  await world.writes('pan-bo', { text: '报 8号楼 =1+1 楼道灯坏了' });
  const { status, headers } = await board.get('/board/tickets.xlsx?state=all');
  expect(status).toBe(200);
  expect(headers.get('content-disposition')).toContain('attachment');
  const cookie = [...board.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const bytes = await (
    await fetch(`${world.app.address}/board/tickets.xlsx?state=all`, { headers: { cookie } })
  ).arrayBuffer();
  const { read, utils } = await import('@e965/xlsx');
  const book = read(Buffer.from(bytes));
  const sheet = book.Sheets[book.SheetNames[0] ?? ''] ?? {};
  const rows = utils.sheet_to_json<readonly string[]>(sheet, { header: 1 });
  expect(rows[0]?.[0]).toBe('号');
  expect(rows.flat().some((cell) => cell.includes('=1+1'))).toBe(true);
  expect(Object.values(sheet).some((cell) => typeof cell === 'object' && cell !== null && 'f' in cell)).toBe(false);
});

test('figures: as a table and as a picture, one’s own grid for those of a grid', async () => {
  const board = await world.enter('lin-jing');
  const { text } = await board.get('/board/figures');
  expect(text).toContain('邻里社区2026年11月诉求办理情况');
  expect(text).toMatch(/按时办结率/u);
  const chart = await board.get('/board/figures/months.svg');
  expect(chart.headers.get('content-type')).toBe('image/svg+xml');
  expect(chart.text).toMatch(/^<svg/u);
  expect(chart.text).not.toMatch(/<script/u);
  const grid = await world.enter('wang-fang');
  expect((await grid.get('/board/figures')).text).toContain('第二网格2026年11月');
  expect(await grid.get('/board/figures?area=grid-1')).toMatchObject({ status: 404 });
  expect(await grid.get('/board/figures?area=linli')).toMatchObject({ status: 404 });
});
