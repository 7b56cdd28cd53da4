import { numberTold, saidIn, toldTo } from '../support/news';
import { sandboxWorld } from '../support/story-sandbox';
import type { Seen } from '../support/story-world';

type World = Awaited<ReturnType<typeof sandboxWorld>>;

const staff = 'chen-xiao';
/** Of the second grid. */
const worker = 'li-qiang';

let world: World;
const texts = (seen: readonly Seen[]): string => seen.map(({ text }) => text).join('\n---\n');
const asks = async (person: string, text: string): Promise<string> =>
  texts(await toldTo(world, person, () => world.writes(person, { text })));

interface Case {
  readonly person: string;
  readonly text: string;
  /** From the report until somebody takes it. */
  readonly taken: number;
  readonly by?: string;
}

/** Reported, taken after a while, done at once, and well. */
const settled = async ({ person, text, taken, by = worker }: Case): Promise<void> => {
  await world.writes(person, { text });
  const number = await numberTold(world, person);
  await world.advance(taken);
  await world.writes(by, { text: `接 #${number}` });
  await world.writes(by, { text: `办结 #${number} 办好了` });
  await world.writes(person, { text: '1' });
  expect(await world.ticket(number)).toMatchObject({ state: 'archived', solved: true });
};

const to = (moment: string): Promise<unknown> => world.api.post('/clock', { to: `${moment}:00+08:00` });

describe('the station of the riders: residents complain half as often, and are answered in half the time', () => {
  beforeAll(async () => {
    world = await sandboxWorld({ startsAt: '2026-10-13T09:00:00+08:00' });
  });
  afterAll(() => world.stop());

  test('in a month without any report there is nothing to compare, and it is said so', async () => {
    expect(await asks(staff, '简报 本月')).toBe(
      [
        '简报：本月（10月1日起）',
        '在办0件，超时0件。',
        '新报0件，上月同期0件，一样多。',
        '居民诉求：0件，上月同期0件，一样多。',
        '看上个月，在后面写“上月”；今天的，回“简报”。',
      ].join('\n'),
    );
  });

  test('in October four residents complain of the second grid, each taken after forty minutes', async () => {
    await settled({ person: 'pan-bo', text: '8号楼楼道灯不亮了', taken: 40 });
    await settled({ person: 'cao-ying', text: '5号楼门口垃圾堆了三天没人清', taken: 40 });
    await settled({ person: 'chen-yun', text: '6号楼楼道灯一直闪', taken: 40 });
    await settled({ person: 'zhang-nainai', text: '6号楼门口垃圾没人清', taken: 40, by: staff });
    const october = await asks(staff, '简报 本月');
    expect(october).toContain('新报4件，上月同期0件。');
    expect(october).toContain('平均40分钟接单。');
    expect(october).toContain('网格内办结75%（3/4）。');
  });

  test('in November two do, taken after twenty; the riders report more than ever', async () => {
    await to('2026-11-12T09:00');
    await settled({ person: 'pan-bo', text: '8号楼楼道灯又不亮了', taken: 20 });
    await settled({ person: 'cao-ying', text: '5号楼门口垃圾又堆了', taken: 20 });
    for (const [rider, place] of [
      ['qian-jin', '5号楼'],
      ['sun-hao', '7号楼'],
      ['wu-yong', '8号楼'],
    ] as const)
      await settled({ person: rider, text: `${place}门口停满了电动车，出不去`, taken: 20 });
    await to('2026-11-13T15:00');
    const november = await asks(staff, '简报 本月');
    expect(november).toContain('新报5件，上月同期4件，多了25%。');
    expect(november).toContain('平均20分钟接单，上月同期40分钟，快了50%。');
    expect(november).toContain('网格内办结100%（5/5），上月同期75%。');
    expect(november).toContain('居民诉求：2件，上月同期4件，少了50%。');
    expect(november).toContain('前几个月居民诉求：10月4件。');
    expect(november).toContain('最多的：停车3件、');
  });

  test('a month later it stands as a whole month beside a whole month, after a restart as well', async () => {
    await to('2026-12-02T09:00');
    await world.restart();
    const last = await asks(staff, '简报上月');
    expect(last).toContain('简报：上月（11月1日起）\n新报5件，再上个月4件，多了25%。');
    expect(last).toContain('居民诉求：2件，再上个月4件，少了50%。');
    expect(last).not.toContain('在办');
    const december = await asks(staff, '简报 本月');
    expect(december).toContain('新报0件，上月同期0件，一样多。');
    expect(december).toContain('前几个月居民诉求：10月4件，11月2件（少了50%）。');
  });

  test('a grid, a category, and both; a grid without any matter is told so', async () => {
    expect(await asks(staff, '简报 第二网格 上月')).toContain('简报：上月（11月1日起）｜第二网格\n新报5件');
    expect(await asks(staff, '简报 第一网格 上月')).toContain('｜第一网格\n新报0件，再上个月0件，一样多。');
    expect(await asks(staff, '简报 停车 上月')).toContain('｜停车\n新报3件，再上个月0件。');
    expect(await asks(staff, '简报 8号楼的停车 上月')).toContain('｜8号楼｜停车\n新报1件');
    expect(await asks(staff, '简报 月亮')).toContain(
      '可以这样看：“简报 本月”“简报 上月”“简报 第一网格”“简报 第二网格”',
    );
  });

  test('a grid’s worker sees the own grid; another’s worker is told privately whose it is, and a resident nothing', async () => {
    expect(await asks(worker, '简报 第二网格 上月')).toContain('新报5件');
    expect(await asks(worker, '简报 上月')).toContain('｜第二网格\n新报5件');
    const refused = await asks('liu-yang', '简报 第二网格 上月');
    expect(refused).toBe('第二网格的简报，给管那里的人和社区看。\n您的：“简报 第一网格”。');
    for (const person of ['pan-bo', 'zhao-fei']) expect(await asks(person, '简报 第二网格')).not.toContain('新报');
  });

  test('in the staff group it is answered there, but what no group may hear; other words are talk there', async () => {
    const inGroup = (person: string, text: string) =>
      saidIn(world, 'staff', () => world.posts(person, 'staff', { text }));
    expect(texts(await inGroup(staff, '简报 第二网格 上月'))).toContain('新报5件');
    expect(texts(await inGroup(staff, '简报 我写好了'))).toBe('');
    expect(texts(await inGroup('liu-yang', '简报 第二网格'))).toBe('');
    const told = await toldTo(world, staff, async () => {
      expect(texts(await inGroup(staff, '简报 邻里纠纷'))).toBe('');
    });
    expect(texts(told)).toContain('邻里纠纷');
  });
});
