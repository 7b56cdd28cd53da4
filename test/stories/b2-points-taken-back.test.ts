import { sandboxWorld } from '../support/story-sandbox';
import { countSeen, lastSeen } from '../support/story-world';

type World = Awaited<ReturnType<typeof sandboxWorld>>;

let world: World;
const says = async (who: string, pattern: RegExp): Promise<string> => lastSeen(await world.private(who), pattern).text;
const balanceOf = async (account: string): Promise<number> =>
  (await world.books()).accounts.find(({ id }) => id === account)?.balance ?? 0;

/** Somebody is praised, and staff say that it counts. */
const praised = async (by: string, name: string, what: string): Promise<number> => {
  await world.writes(by, { text: `表扬 ${name} ${what}` });
  const asked = lastSeen(await world.private('xu-ning'), new RegExp(what));
  await world.presses('xu-ning', 'private', asked, '是');
  return asked.number ?? 0;
};

describe('what was rewarded proves false', () => {
  beforeAll(async () => {
    // A Friday, 9:00.
    world = await sandboxWorld();
    await world.writes('deng-tao', { text: '积分' });
  });
  afterAll(() => world.stop());

  test('the points of a report come back, for a reason, once; nobody but staff does it', async () => {
    await world.posts('deng-tao', 'residents', { text: '报 6号楼门口又停满了，电动车出不去' });
    const card = lastSeen(await world.private('wang-fang'), /6号楼/);
    const number = card.number ?? 0;
    await world.presses('wang-fang', 'private', card, '接单');
    await world.writes('wang-fang', { text: `办结 #${number} 已拖走`, photo: 'clean' });
    await world.presses(
      'deng-tao',
      'private',
      lastSeen(await world.private('deng-tao'), /解决了，满意/),
      '解决了，满意',
    );
    expect(await balanceOf('person:deng-tao')).toBe(10);
    await world.writes('chen-yun', { text: `收回积分 #${number} 因为 不是真的` });
    expect(await balanceOf('person:deng-tao')).toBe(10);
    await world.writes('xu-ning', { text: `收回积分 #${number}` });
    expect(await says('xu-ning', /要写清原因/)).toContain('收回积分');
    await world.writes('xu-ning', { text: `收回积分 #${number} 因为 照片是去年的` });
    expect(await says('xu-ning', /收回了邓涛的10分/)).toContain('照片是去年的');
    expect(await says('deng-tao', /加的分收回10分/)).toContain('照片是去年的');
    expect(await balanceOf('person:deng-tao')).toBe(0);
    await world.writes('chen-xiao', { text: `收回积分 #${number} 因为 照片是去年的` });
    expect(await says('chen-xiao', /已经收回过了/)).toContain('没有再收');
    expect(await balanceOf('person:deng-tao')).toBe(0);
    await world.writes('deng-tao', { text: '账单' });
    expect(await says('deng-tao', /一共有0分/)).toContain(`收回 #${number} -10分，余0分`);
  });

  test('what was spent already is noted, and nobody falls below zero', async () => {
    const first = await praised('chen-yun', '邓涛', '帮我拎菜上楼');
    await world.writes('deng-tao', { text: '兑 米' });
    await world.presses('deng-tao', 'private', lastSeen(await world.private('deng-tao'), /兑一份米/), '是');
    expect(await balanceOf('person:deng-tao')).toBe(0);
    await world.writes('xu-ning', { text: `收回积分 #${first} 因为 没有这回事` });
    expect(await says('xu-ning', /收回了邓涛的0分/)).toContain('还有20分已经用掉');
    expect(await balanceOf('person:deng-tao')).toBe(0);
    expect(await balanceOf('owed:deng-tao')).toBe(-20);
    await praised('pan-bo', '邓涛', '修好了我的灯');
    expect(await balanceOf('person:deng-tao')).toBe(20);
  });

  test('a matter that gave nothing, and one that is not there, are answered', async () => {
    await world.writes('xu-ning', { text: '收回积分 #9999 因为 没有' });
    expect(await says('xu-ning', /#9999 这件事没有加过分/)).toContain('人工');
    expect((await world.books()).sum).toBe(0);
  });

  test('of one matter that several reported the first gets the points, the rest are thanked', async () => {
    await world.posts('chen-yun', 'residents', { text: '报 8号楼楼道的灯坏了' });
    await world.posts('pan-bo', 'residents', { text: '报 8号楼楼道灯不亮' });
    const cards = (await world.private('li-qiang')).filter(({ text }) => /8号楼/.test(text));
    const card = cards.at(-1);
    if (!card) throw new Error('no card');
    await world.presses('li-qiang', 'private', card, '接单');
    await world.writes('li-qiang', { text: `办结 #${card.number ?? 0} 换好了`, photo: 'clean' });
    await world.presses('pan-bo', 'private', lastSeen(await world.private('pan-bo'), /解决了，满意/), '解决了，满意');
    expect(await balanceOf('person:chen-yun')).toBe(10);
    expect(await balanceOf('person:pan-bo')).toBe(0);
    expect(countSeen(await world.private('pan-bo'), /谢谢/)).toBeGreaterThan(0);
  });
});
