import { read, utils } from '@e965/xlsx';
import { boardWorld, type BoardWorld } from '../support/board-world';

let world: BoardWorld;
beforeAll(async () => {
  world = await boardWorld();
  await world.posts('zhao-fei', 'riders', { text: '6号楼门口又停满了，电动车出不去', photo: 'cars' });
  await world.writes('liu-jianguo', { text: '报 7号楼路灯不亮，晚上看不见' });
  await world.writes('song-jia', { text: '报 6号楼电梯有异响' });
  await world.writes('cao-ying', { text: '报 我要投诉网格员王芳，态度恶劣，骂人' });
  await world.writes('cao-ying', { text: '报 6号楼王芳答应的事一直没有人管' });
});
afterAll(() => world.stop());

const numbersIn = (text: string): readonly number[] =>
  [...text.matchAll(/class="number">\s*<a href="\/board\/tickets\/(\d+)"/gu)].map((each) => Number(each[1]));
const countIn = (text: string): string => /<h1>[^<]*<small class="soft">([^<]*)<\/small>/u.exec(text)?.[1] ?? '';

const said = encodeURIComponent;
/** Each of them alone finds #101, which lies in the second grid. */
const asked = [
  'words=%23101',
  `words=${said('电动车')}`,
  'area=building-6',
  'area=grid-2',
  'category=parking',
  `person=${said('赵小飞')}`,
  'state=open',
  'from=2026-11-20&to=2026-11-20',
];

test.each(asked)('a list by %s holds #101 for those of its grid, and for nobody of another', async (query) => {
  const all = query.startsWith('state') ? query : `state=all&${query}`;
  const own = await world.enter('wang-fang');
  expect(numbersIn((await own.get(`/board/tickets?${all}`)).text)).toContain(101);
  const other = await world.enter('liu-yang');
  const { status, text } = await other.get(`/board/tickets?${all}`);
  expect(status).toBe(200);
  expect(numbersIn(text)).not.toContain(101);
  expect(text).not.toContain('电动车出不去');
});

test('what is not theirs is not in their count either, and a complaint is in nobody’s', async () => {
  const other = await world.enter('liu-yang');
  const { text } = await other.get('/board/tickets?state=all');
  expect(countIn(text)).toBe(`${numbersIn(text).length}件`);
  const officer = await world.enter('wang-fang');
  const complained = await officer.get(`/board/tickets?state=all&person=${said('曹颖')}`);
  expect([numbersIn(complained.text), countIn(complained.text)]).toEqual([[], '0件']);
  // What names her and has no category yet is hidden from her as well, and from nobody else.
  const staff = await (await world.enter('chen-xiao')).get(`/board/tickets?state=all&person=${said('曹颖')}`);
  expect([numbersIn(staff.text).length, countIn(staff.text)]).toEqual([1, '1件']);
  const director = await world.enter('lin-jing');
  expect((await director.get('/board/tickets?state=all')).text).toContain('态度恶劣');
});

const rowsOf = async (person: string, query: string) => {
  const board = await world.enter(person);
  const cookie = [...board.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const reply = await fetch(`${world.app.address}/board/tickets.xlsx?${query}`, { headers: { cookie } });
  const book = read(Buffer.from(await reply.arrayBuffer()));
  const sheet = book.Sheets[book.SheetNames[0] ?? ''] ?? {};
  return utils.sheet_to_json<readonly string[]>(sheet, { header: 1 });
};

test('a sheet holds what its reader may see, and no more', async () => {
  const numbers = async (person: string) => (await rowsOf(person, 'state=all')).slice(1).map(([number = '']) => number);
  expect(await numbers('wang-fang')).toContain('#101');
  expect(await numbers('liu-yang')).not.toContain('#101');
  expect(await rowsOf('wang-fang', `state=all&words=${said('态度恶劣')}`)).toHaveLength(1);
});

test('what is no cursor begins at the beginning; what is a stranger’s cursor shows no more', async () => {
  const staff = await world.enter('chen-xiao');
  const first = numbersIn((await staff.get('/board/tickets?state=all')).text);
  for (const after of ['x', '2026-11-20T00:00:00.000Z~$ne', '~1', "2026-11-20~'", '9'.repeat(200)])
    expect(
      numbersIn((await staff.get(`/board/tickets?state=all&after=${said(after)}`)).text).length,
    ).toBeLessThanOrEqual(first.length);
  const other = await world.enter('liu-yang');
  const cursor = said('2027-01-01T00:00:00.000Z~999999');
  expect(numbersIn((await other.get(`/board/tickets?state=all&after=${cursor}`)).text)).not.toContain(101);
});

test('a single character is too little, and the page says so', async () => {
  const staff = await world.enter('chen-xiao');
  expect((await staff.get(`/board/tickets?words=${said('灯')}`)).text).toContain('请写两个字以上');
  expect(numbersIn((await staff.get(`/board/tickets?words=${said('路灯')}`)).text)).toContain(102);
});

test('what is said in the chat stands on the page at the next look, however lately it was looked at', async () => {
  const director = await world.enter('lin-jing');
  const look = async () => numbersIn((await director.get('/board/tickets')).text);
  const before = await look();
  expect(await look()).toEqual(before);
  await world.writes('song-jia', { text: '报 7号楼单元门坏了，关不上' });
  const [newest, ...others] = await look();
  expect(others).toEqual(before);
  expect(before).not.toContain(newest);
});
