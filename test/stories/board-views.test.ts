import { boardBrowser, linkIn } from '../support/board-browser';
import { boardWorld, type BoardWorld } from '../support/board-world';

let world: BoardWorld;
beforeAll(async () => {
  world = await boardWorld();
});
afterAll(() => world.stop());

const idOf = (text: string, name: string): string =>
  new RegExp(`>${name}</a>[^]*?name="id" value="([^"]+)"`, 'u').exec(text)?.[1] ?? '';

test('a list is kept under a name, changed under the same name, deleted; nobody else has it', async () => {
  const staff = await world.enter('chen-xiao');
  await staff.get('/board/tickets');
  const query = 'state=all&area=building-6&words=%E7%94%B5%E6%A2%AF';
  expect(await staff.post('/board/views', { name: ' 6号楼电梯 ', query })).toMatchObject({ status: 303 });
  const kept = (await staff.get('/board/tickets')).text;
  expect(kept).toContain('>6号楼电梯</a>');
  await staff.post('/board/views', { name: '6号楼电梯', query: 'state=closed' });
  const again = (await staff.get('/board/tickets')).text;
  expect([...again.matchAll(/>6号楼电梯<\/a>/gu)]).toHaveLength(1);
  expect(again).toContain('href="/board/tickets?state&#61;closed">6号楼电梯');
  const other = await world.enter('lin-jing');
  expect((await other.get('/board/tickets')).text).not.toContain('6号楼电梯');
  // Another's view is not there to be deleted.
  await other.post('/board/views/remove', { id: idOf(again, '6号楼电梯') });
  expect((await staff.get('/board/tickets')).text).toContain('6号楼电梯');
  await staff.post('/board/views/remove', { id: idOf(again, '6号楼电梯') });
  expect((await staff.get('/board/tickets')).text).not.toContain('6号楼电梯');
});

test('bad names are refused in plain words, code stays words, and a view leads nowhere else', async () => {
  const staff = await world.enter('chen-xiao');
  await staff.get('/board/tickets');
  for (const name of ['', '   ', '长'.repeat(21), '两\n行', '\u202e反']) {
    const reply = await staff.post('/board/views', { name, query: '' });
    expect([reply.status, reply.text.includes('没有存')]).toEqual([422, true]);
  }
  await staff.post('/board/views', { name: '<img src=x>', query: 'to=//evil.example&x=1&words=%3Cb%3E' });
  const { text } = await staff.get('/board/tickets');
  expect(text).not.toContain('<img src=x>');
  expect(text).not.toContain('evil');
  expect(text).toContain('words&#61;%3Cb%3E');
});

test('nobody keeps more than twenty', async () => {
  const staff = await world.enter('wang-fang');
  await staff.get('/board/tickets');
  for (let number = 1; number <= 20; number += 1)
    expect((await staff.post('/board/views', { name: `第${number}个`, query: '' })).status).toBe(303);
  const more = await staff.post('/board/views', { name: '第21个', query: '' });
  expect([more.status, more.text.includes('最多存20个')]).toEqual([422, true]);
  expect((await staff.post('/board/views', { name: '第20个', query: 'state=all' })).status).toBe(303);
});

test('the start of the sandbox prints a link that signs the director in, once', async () => {
  const printed = await world.app.welcome();
  const line = printed.split('\n').find((each) => each.includes('Board:')) ?? '';
  expect(line).toContain('林静');
  const browser = boardBrowser(world.app.address);
  const path = linkIn(line);
  await browser.get(path);
  expect(await browser.post(path)).toMatchObject({ status: 303, location: '/board' });
  expect((await browser.get('/board/setup')).status).toBe(200);
  const second = boardBrowser(world.app.address);
  expect((await second.get(path)).status).toBe(404);
});
