import { givePoints } from '../support/give-points';
import { sandboxWorld } from '../support/story-sandbox';
import { countSeen, lastSeen } from '../support/story-world';

type World = Awaited<ReturnType<typeof sandboxWorld>>;

let world: World;
const says = async (who: string, pattern: RegExp): Promise<string> => lastSeen(await world.private(who), pattern).text;

describe('honours by the name that each chose', () => {
  beforeAll(async () => {
    // A Friday, 9:00.
    world = await sandboxWorld();
    await givePoints(world.app.mongoUri, { 'deng-tao': 60, 'hu-xia': 40 });
    await world.writes('song-jia', { text: '服务 王奶奶 5小时' });
    await world.presses('sun-mei', 'private', lastSeen(await world.private('sun-mei'), /宋佳说/), '是');
    await world.writes('hu-xia', { text: '服务 王奶奶 2小时' });
    await world.presses('sun-mei', 'private', lastSeen(await world.private('sun-mei'), /胡霞说/), '是');
  });
  afterAll(() => world.stop());

  test('who earned in the month is listed, the most first; nobody is named who did not choose a name', async () => {
    await world.writes('chen-yun', { text: '光荣榜' });
    expect(await says('chen-yun', /2026-11 光荣榜/)).toContain('1. 一位邻居 50分\n2. 一位邻居 20分\n');
    await world.writes('song-jia', { text: '榜名 小宋' });
    await world.writes('hu-xia', { text: '榜名 13812345678' });
    expect(await says('hu-xia', /不能有号码/)).toContain('榜名');
    await world.writes('chen-yun', { text: '光荣榜' });
    expect(await says('chen-yun', /小宋/)).toContain('1. 小宋 50分\n2. 一位邻居 20分');
  });

  test('staff post it in the groups once, whoever asks and however often; a resident cannot', async () => {
    await world.writes('chen-yun', { text: '发光荣榜' });
    expect(await says('chen-yun', /由社区发/)).toContain('光荣榜');
    await world.writes('chen-xiao', { text: '发光荣榜' });
    await world.writes('xu-ning', { text: '发光荣榜' });
    for (const group of ['residents', 'volunteers']) {
      const seen = await world.group(group);
      expect(countSeen(seen, /光荣榜/)).toBe(1);
      expect(lastSeen(seen, /光荣榜/).text).not.toMatch(/宋佳|胡霞/);
    }
    for (const group of ['riders', 'staff']) expect(countSeen(await world.group(group), /光荣榜/)).toBe(0);
  });

  test('who no longer wants to be named is not, and last month has a list of its own', async () => {
    await world.writes('song-jia', { text: '榜名 不上' });
    await world.writes('chen-yun', { text: '光荣榜' });
    const [last] = (await world.private('chen-yun')).slice(-1);
    expect(last?.text).toContain('1. 一位邻居 50分');
    await world.writes('chen-yun', { text: '光荣榜 上月' });
    expect(await says('chen-yun', /2026-10 光荣榜/)).toContain('还没有人得分');
  });
});
