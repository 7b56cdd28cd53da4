import { numberTold } from '../support/news';
import { sandboxWorld } from '../support/story-sandbox';
import { countSeen, lastSeen } from '../support/story-world';

type World = Awaited<ReturnType<typeof sandboxWorld>>;

let world: World;
const advanceTo = (to: string): Promise<unknown> => world.api.post('/clock', { to });
const numbers: number[] = [];

beforeAll(async () => {
  // A Sunday evening. Li Qiang has no turn of duty until Tuesday, and works from eight on Monday.
  world = await sandboxWorld({ startsAt: '2026-11-22T20:30:00+08:00' });
});
afterAll(() => world.stop());

test('what can wait is said in one message when the day of its reader begins', async () => {
  for (const [who, text] of [
    ['pan-bo', '8号楼门口垃圾堆成山没人清'],
    ['cao-ying', '8号楼楼道灯不亮了'],
    ['zhang-nainai', '8号楼楼顶漏水'],
  ] as const) {
    await world.writes(who, { text });
    numbers.push(await numberTold(world, who));
  }
  await advanceTo('2026-11-23T07:59:00+08:00');
  expect(await world.private('li-qiang')).toEqual([]);
  await world.restart();
  await advanceTo('2026-11-23T08:01:00+08:00');
  const [list, ...more] = await world.private('li-qiang');
  expect(more).toEqual([]);
  expect(list?.choices).toEqual([]);
  expect(list?.text).toContain('有3件事等您');
  for (const number of numbers) expect(list?.text).toContain(`#${number} `);
  expect(list?.text).toContain('请接单');
  expect(list?.text).toContain('垃圾堆成山');
  expect(await world.api.get('/outbox')).toMatchObject({ rows: [], doubles: 0 });
});

test('taking one of them brings its card, once, with what can be done about it', async () => {
  const [number = 0] = numbers;
  await world.writes('li-qiang', { text: `接 #${number}` });
  const card = lastSeen(await world.private('li-qiang'), /您接下了/);
  expect(card).toMatchObject({ number, choices: ['办结'] });
  await world.writes('li-qiang', { text: `等 #${number} 明天 因为 垃圾车没来` });
  await world.writes('li-qiang', { text: `继续 #${number}` });
  expect(countSeen(await world.private('li-qiang'), /居民说：“8号楼门口垃圾/)).toBe(1);
});

test('water waits for nobody, what can wait does', async () => {
  await advanceTo('2026-11-23T22:00:00+08:00');
  const before = (await world.private('li-qiang')).length;
  await world.writes('pan-bo', { text: '8号楼一楼下水道堵了，污水往外冒' });
  expect((await world.private('li-qiang')).length).toBe(before + 1);
  await world.writes('cao-ying', { text: '8号楼东边有人乱堆杂物' });
  const number = await numberTold(world, 'cao-ying');
  expect(countSeen(await world.private('li-qiang'), new RegExp(`#${number} `))).toBe(0);
});
