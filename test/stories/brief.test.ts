import { numberTold, saidIn, toldTo } from '../support/news';
import { sandboxWorld } from '../support/story-sandbox';
import type { Seen } from '../support/story-world';

type World = Awaited<ReturnType<typeof sandboxWorld>>;

const staff = 'chen-xiao';
const worker = 'li-qiang';

let world: World;
const texts = (seen: readonly Seen[]): string => seen.map(({ text }) => text).join('\n---\n');
const asks = async (person: string, text = '简报'): Promise<string> =>
  texts(await toldTo(world, person, () => world.writes(person, { text })));

/** Reported, claimed and done at once; its reporter says whether it is well. */
const settled = async (person: string, text: string, answer: string): Promise<void> => {
  await world.writes(person, { text });
  const number = await numberTold(world, person);
  await world.writes(worker, { text: `接 #${number}` });
  await world.writes(worker, { text: `办结 #${number} 办好了` });
  await world.writes(person, { text: answer });
  expect(await world.ticket(number)).toMatchObject({ state: 'archived', solved: true });
};

describe('简报: how things stand, told in a chat', () => {
  beforeAll(async () => {
    world = await sandboxWorld({ startsAt: '2026-10-20T09:00:00+08:00' });
  });
  afterAll(() => world.stop());

  test('in October two residents complain, and a rider reports', async () => {
    await settled('pan-bo', '8号楼楼道灯不亮了', '1');
    await settled('cao-ying', '5号楼门口垃圾堆了三天没人清', '1');
    await settled('qian-jin', '6号楼门口又停满了，电动车出不去', '2');
    expect(await asks(staff)).toBe(
      [
        '简报：10月20日 09:00',
        '今天新报3件，解决3件，其中满意2件。',
        '在办0件，超时0件。',
        '没有等人负责的急事。',
        '今天最多的：照明1件、环境卫生1件、停车1件。',
        '本月：按时接单100%（3/3），按时办结100%（3/3），解决100%（3/3），满意67%（2/3），网格内办结100%（3/3）。',
        '居民诉求：本月2件，上月同期0件。',
        '看整月回“简报 本月”，看一个网格在后面写上名字。',
      ].join('\n'),
    );
  });

  test('a month later one resident complains, nobody takes it, and nobody takes charge of a fire', async () => {
    await world.api.post('/clock', { to: '2026-11-20T09:30:00+08:00' });
    await world.writes('pan-bo', { text: '8号楼楼道灯又不亮了' });
    await world.advance(90);
    await world.posts('qian-jin', 'riders', { text: '着火了！6号楼楼道冒烟' });
    const brief = await asks(staff);
    expect(brief).toContain('简报：11月20日 11:00\n今天新报2件，解决0件，其中满意0件。\n在办2件，超时1件。\n');
    expect(brief).toContain('急事有1件没人负责，请马上看。');
    expect(brief).toContain('居民诉求：本月1件，上月同期2件，少了50%。');
  });

  test('in the staff group the word alone is enough, and is answered there; as part of a sentence it is talk', async () => {
    expect(texts(await saidIn(world, 'staff', () => world.posts(staff, 'staff', { text: '简报。' })))).toContain(
      '在办2件',
    );
    for (const text of ['今天的简报谁写', '我的', '积分'])
      expect(texts(await saidIn(world, 'staff', () => world.posts(staff, 'staff', { text })))).toBe('');
  });

  test('it is for staff and directors: others are told nothing of it, and other groups hear nothing', async () => {
    expect(await asks('lin-jing')).toContain('在办2件');
    expect(await asks('pan-bo')).not.toContain('在办');
    expect(await asks(worker)).not.toContain('在办');
    expect(texts(await saidIn(world, 'staff', () => world.posts(worker, 'staff', { text: '简报' })))).toBe('');
    expect(texts(await saidIn(world, 'volunteers', () => world.posts('he-min', 'volunteers', { text: '简报' })))).toBe(
      '',
    );
  });
});
