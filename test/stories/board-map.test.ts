import { boardWorld, type BoardWorld } from '../support/board-world';

let world: BoardWorld;
beforeAll(async () => {
  world = await boardWorld();
  await world.posts('zhao-fei', 'riders', { text: '6号楼门口又停满了，电动车出不去', photo: 'cars' });
  await world.writes('liu-jianguo', { text: '报 7号楼路灯不亮，晚上看不见' });
  await world.writes('song-jia', { text: '报 6号楼电梯有异响' });
  await world.writes('zhang-nainai', { text: '报 6号楼下水道堵了' });
  await world.writes('zhang-nainai', { text: '我要投诉6号楼的网格员小王态度特别差' });
});
afterAll(() => world.stop());

test('buildings are coloured by what is open there, with the same numbers as a list; no other host, no script of its own', async () => {
  const staff = await world.enter('chen-xiao');
  const { status, text } = await staff.get('/board/map');
  expect(status).toBe(200);
  expect(text).toMatch(/<polygon class="many" points="[\d ,]+"><\/polygon><text[^>]*>6号楼<\/text\s*><text[^>]*>3</);
  expect(text).toMatch(/<polygon class="some"[^>]*><\/polygon><text[^>]*>7号楼/);
  expect(text).toMatch(/<polygon class="calm"[^>]*><\/polygon><text[^>]*>1号楼/);
  expect(text).toMatch(/href="\/board\/tickets\?area=building-6&state=open">6号楼<\/a>\s*<\/th>\s*<td>3<\/td>/);
  expect(text).not.toMatch(/<script(?![^>]*src=)|style="|https?:\/\/|<image/);
  expect((await staff.get('/board/tickets?area=building-6&state=open')).text).toContain('#101');
});

test('the heat of a month; what is no month shows what is open', async () => {
  const staff = await world.enter('chen-xiao');
  const month = (await staff.get('/board/map?month=2026-11')).text;
  expect(month).toMatch(/<polygon class="heat-4"[^>]*><\/polygon><text[^>]*>6号楼/);
  expect(month).toContain('/board/tickets?area=building-6&state=all&from=2026-11-01&to=2026-11-30');
  expect((await staff.get('/board/map?month=2026-10')).text).not.toContain('class="heat-4" points');
  for (const bad of ['2026-13', '2026', "'$ne", '<b>'])
    expect((await staff.get(`/board/map?month=${encodeURIComponent(bad)}`)).text).toContain('class="many" points');
});

test('a grid worker sees the numbers of the grid alone; a ticket shows where it is', async () => {
  const other = await world.enter('liu-yang');
  expect((await other.get('/board/map')).text).toMatch(/<polygon class="calm"[^>]*><\/polygon><text[^>]*>6号楼/);
  const own = await world.enter('wang-fang');
  const ticket = (await own.get('/board/tickets/101')).text;
  expect(ticket).toMatch(/在哪里[^]*<polygon class="here"[^>]*><\/polygon><text[^>]*>6号楼/);
});
