import { numberTold, saidIn, toldTo } from '../support/news';
import { sandboxWorld } from '../support/story-sandbox';
import { countSeen, type Seen } from '../support/story-world';

type World = Awaited<ReturnType<typeof sandboxWorld>>;

let world: World;
const texts = (seen: readonly Seen[]): string => seen.map(({ text }) => text).join('\n---\n');

const reports = async (person: string, text: string): Promise<number> => {
  await world.writes(person, { text });
  return numberTold(world, person);
};

describe('the program was away, and comes back', () => {
  beforeEach(async () => {
    world = await sandboxWorld();
  });
  afterEach(() => world.stop());

  test('one report: what was missed, what went late, and what needs a person; a restart tells nothing again', async () => {
    const nobodys = await reports('pan-bo', '8号楼楼道灯不亮了');
    const taken = await reports('cao-ying', '5号楼门口垃圾堆了三天没人清');
    await world.writes('li-qiang', { text: `接 #${taken}` });
    const done = await reports('chen-yun', '6号楼楼道灯一直闪');
    await world.writes('li-qiang', { text: `接 #${done}` });
    await world.writes('li-qiang', { text: `办结 #${done} 换了灯泡` });
    const report = texts(await saidIn(world, 'staff', () => world.jump(3 * 24 * 60)));
    expect(report).toContain('机器人停过一阵。从');
    expect(report).toContain('3件事到点没办，现在都补上了。');
    expect(report).toContain(`没人接：#${nobodys}。`);
    expect(report).toContain(`超过时间：#${taken}。`);
    expect(report).not.toContain(`#${done}`);
    expect(report).toContain('请从上往下看');
    await world.restart();
    await world.advance(120);
    expect(countSeen(await world.group('staff'), /停过一阵/)).toBe(1);
  });

  test('a danger that nobody has taken charge of stands first', async () => {
    await world.posts('qian-jin', 'riders', { text: '着火了！6号楼楼道冒烟' });
    const report = texts(await saidIn(world, 'staff', () => world.jump(60)));
    expect(report).toMatch(/现在都补上了。\n急事没人负责，请马上看：#101。/);
  });

  test('a second outage hours later has a report of its own, and a pause of two minutes has none', async () => {
    await reports('pan-bo', '8号楼楼道灯不亮了');
    expect(texts(await saidIn(world, 'staff', () => world.jump(2)))).not.toContain('停过一阵');
    expect(texts(await saidIn(world, 'staff', () => world.jump(120)))).toContain('停过一阵');
    expect(texts(await saidIn(world, 'staff', () => world.jump(180)))).toContain('停过一阵');
  });
});

describe('人工', () => {
  test('is heard by who is on duty, and by who stands in for them', async () => {
    world = await sandboxWorld();
    try {
      const heard = await toldTo(world, 'pan-bo', () => world.writes('pan-bo', { text: '人工' }));
      expect(texts(heard)).toContain('已经告诉邻里社区的人，会来找您。');
      expect(texts(await world.private('xu-ning'))).toContain('想找人说话');
      await world.writes('xu-ning', { text: '请假 到 周日 由 陈晓 代' });
      await world.advance(15);
      const told = await toldTo(world, 'chen-xiao', () => world.writes('cao-ying', { text: '人工' }));
      expect(texts(told)).toContain('想找人说话');
    } finally {
      await world.stop();
    }
  });
});
