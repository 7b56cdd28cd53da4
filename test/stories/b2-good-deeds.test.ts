import { sandboxWorld } from '../support/story-sandbox';
import { countSeen, lastSeen } from '../support/story-world';

type World = Awaited<ReturnType<typeof sandboxWorld>>;

let world: World;
const numberIn = (text: string): number => Number(/#(\d+)/.exec(text)?.[1]);
const says = async (who: string, pattern: RegExp): Promise<string> => lastSeen(await world.private(who), pattern).text;
const balanceOf = async (account: string): Promise<number> =>
  (await world.books()).accounts.find(({ id }) => id === account)?.balance ?? 0;

describe('good deeds that neighbours name', () => {
  beforeAll(async () => {
    // A Friday, 9:00.
    world = await sandboxWorld();
    await world.writes('deng-tao', { text: '积分' });
  });
  afterAll(() => world.stop());

  test('a deed brings points when staff say that it counts, to whoever did it, once', async () => {
    await world.writes('chen-yun', { text: '表扬 邓涛 帮我拎菜上楼' });
    expect(await says('chen-yun', /记下了/)).toContain('您表扬邓涛：“帮我拎菜上楼”');
    expect(await balanceOf('person:deng-tao')).toBe(0);
    const asked = lastSeen(await world.private('xu-ning'), /陈芸表扬邓涛/);
    await world.presses('xu-ning', 'private', asked, '是');
    expect(await balanceOf('person:deng-tao')).toBe(20);
    expect(await says('deng-tao', /邻居表扬您/)).toContain('加20分');
    expect(await says('chen-yun', /社区核实了，谢谢/)).toContain('邓涛');
    await world.presses('chen-xiao', 'private', lastSeen(await world.private('chen-xiao'), /陈芸表扬邓涛/), '是');
    expect(await says('chen-xiao', /已经核实了/)).toContain('不用再回');
    expect(await balanceOf('person:deng-tao')).toBe(20);
    expect(await world.ticket(numberIn(asked.text))).toMatchObject({ kind: 'deed', state: 'approved' });
  });

  test.each([
    ['chen-yun', '表扬 陈芸 热心', /表扬自己不算/],
    ['deng-tao', '表扬 陈芸 也很热心', /30天里只算一次/],
    ['chen-yun', '表扬 没有这个人 热心', /没有找到“没有这个人”/],
    ['chen-yun', '表扬 邓涛', /要表扬谁、做了什么/],
    ['chen-yun', '表扬', /要表扬谁、做了什么/],
  ])('%s: “%s” is answered with what to do next, and nobody is asked', async (who, typed, answer) => {
    const before = countSeen(await world.private('xu-ning'), /表扬/);
    await world.writes(who, { text: typed });
    expect(await says(who, answer)).toMatch(/请回|人工/);
    expect(countSeen(await world.private('xu-ning'), /表扬/)).toBe(before);
  });

  test('whoever named it takes it back; a neighbour can neither see nor judge it', async () => {
    await world.writes('chen-yun', { text: '表扬 宋佳 浇了楼道的花' });
    const number = numberIn(await says('chen-yun', /浇了楼道的花/));
    await world.writes('pan-bo', { text: `通过 #${number}` });
    expect(await says('pan-bo', /没找到/)).not.toContain('浇了');
    await world.writes('chen-yun', { text: `撤回 #${number}` });
    expect(await world.ticket(number)).toMatchObject({ state: 'withdrawn' });
    await world.writes('xu-ning', { text: `通过 #${number}` });
    expect(await says('xu-ning', /已经撤回了/)).toContain('不用再回');
    expect(await balanceOf('person:song-jia')).toBe(0);
  });

  test('in a group praise is plain talk', async () => {
    const before = (await world.group('residents')).length;
    await world.posts('chen-yun', 'residents', { text: '表扬 胡霞 楼道扫得真干净' });
    expect((await world.group('residents')).length).toBe(before);
    expect(countSeen(await world.private('xu-ning'), /楼道扫得真干净/)).toBe(0);
  });

  test('nobody answers: it is asked again, over a restart, then lapses with a word to whoever named it', async () => {
    await world.writes('chen-yun', { text: '表扬 胡霞 送我去医院' });
    const number = numberIn(await says('chen-yun', /送我去医院/));
    await world.api.post('/clock', { to: '2026-11-24T12:00:00+08:00' });
    await world.restart();
    expect(countSeen(await world.private('lin-jing'), new RegExp(`#${number} 陈芸表扬胡霞`))).toBe(1);
    await world.api.post('/clock', { to: '2026-11-30T12:00:00+08:00' });
    expect(await world.ticket(number)).toMatchObject({ state: 'lapsed' });
    expect(await says('chen-yun', /一直没有人核实/)).toContain('人工');
  });
});
