import { givePoints } from '../support/give-points';
import { sandboxWorld } from '../support/story-sandbox';
import { countSeen, lastSeen } from '../support/story-world';

type World = Awaited<ReturnType<typeof sandboxWorld>>;

let world: World;
const advanceTo = (to: string): Promise<unknown> => world.api.post('/clock', { to });
const numberIn = (text: string): number => Number(/#(\d+)/.exec(text)?.[1]);
const balanceOf = async (account: string): Promise<number> =>
  (await world.books()).accounts.find(({ id }) => id === account)?.balance ?? 0;
const says = async (who: string, pattern: RegExp): Promise<string> => lastSeen(await world.private(who), pattern).text;

describe('an hour given is an hour kept: the time bank', () => {
  beforeAll(async () => {
    // A Friday, 9:00.
    world = await sandboxWorld();
  });
  afterAll(() => world.stop());

  test('who was helped has no phone: the captain confirms, and half hours count', async () => {
    await world.writes('deng-tao', { text: '服务 王奶奶 1小时半 陪看病' });
    expect(await says('deng-tao', /记下了/)).toContain('邓涛11月20日帮王奶奶1小时30分钟');
    expect(await balanceOf('person:deng-tao')).toBe(0);
    const asked = lastSeen(await world.private('sun-mei'), /邓涛说/);
    expect(asked.text).toContain('陪看病');
    expect(asked.text).toContain('请问一下本人');
    await world.presses('sun-mei', 'private', asked, '是');
    expect(await balanceOf('person:deng-tao')).toBe(15);
    expect(await says('deng-tao', /孙梅确认了/)).toContain('加15分');
  });

  test('the second press, the wrong person, and the helper themself add nothing', async () => {
    const asked = lastSeen(await world.private('sun-mei'), /邓涛说/);
    await world.presses('sun-mei', 'private', asked, '是').catch(() => undefined);
    await world.writes('sun-mei', { text: '服务 王奶奶 2小时' });
    const own = lastSeen(await world.private('sun-mei'), /记下了/);
    expect(own.text).not.toContain('已请孙梅确认');
    expect(countSeen(await world.private('sun-mei'), /孙梅说/)).toBe(0);
    await world.writes('sun-mei', { text: `撤回 #${numberIn(own.text)}` });
    expect(await world.ticket(numberIn(own.text))).toMatchObject({ kind: 'service', state: 'withdrawn' });
    expect(await balanceOf('person:deng-tao')).toBe(15);
    expect(await balanceOf('person:sun-mei')).toBe(0);
  });

  test.each([
    ['服务 王奶奶 -3小时', /一次最多12小时/],
    ['服务 王奶奶 1000000000000小时', /一次最多12小时/],
    ['服务 王奶奶 2小时 明天', /只能记今天/],
    ['服务 没有这个人 2小时', /没有找到“没有这个人”/],
    ['服务 邓涛 2小时', /帮自己不算/],
    ['服务 王奶奶 2小时 卡 1234 5678', /卡上的码不对/],
    ['服务', /帮了谁、多久/],
  ])('“%s” is answered with what to do next, and nothing is noted', async (typed, answer) => {
    const before = (await world.books()).entries;
    await world.writes('deng-tao', { text: typed });
    expect(await says('deng-tao', answer)).toMatch(/请回“服务|人工/);
    expect((await world.books()).entries).toBe(before);
  });

  test('a card’s code confirms at once, and once', async () => {
    await world.writes('deng-tao', { text: '发卡 王奶奶' });
    expect(await says('deng-tao', /时间卡由楼栋长/)).toContain('什么都没有改');
    await world.writes('sun-mei', { text: '发卡 王奶奶' });
    const [code = ''] = /\d{4} \d{4}/.exec(await says('sun-mei', /时间卡/)) ?? [];
    await world.writes('hu-xia', { text: `服务 王奶奶 2小时 买菜 卡 ${code}` });
    expect(await says('hu-xia', /凭卡确认了/)).toContain('加20分');
    expect(await balanceOf('person:hu-xia')).toBe(20);
    await world.writes('hu-xia', { text: `服务 王奶奶 2小时 买菜 卡 ${code}` });
    expect(await says('hu-xia', /卡上的码不对，或者用过了/)).toContain('还没有记');
    expect(await balanceOf('person:hu-xia')).toBe(20);
  });

  test('who was helped and writes to Linli is asked; “no” brings no points', async () => {
    await world.writes('chen-yun', { text: '积分' });
    await world.writes('deng-tao', { text: '服务 陈芸 1小时' });
    const asked = lastSeen(await world.private('chen-yun'), /帮了您1小时/);
    await world.presses('chen-yun', 'private', asked, '不是');
    expect(await says('deng-tao', /没有得到确认/)).toContain('人工');
    expect(await balanceOf('person:deng-tao')).toBe(15);
  });

  test('nobody answers: the next who can confirm are asked, also over a restart, then it lapses with a word', async () => {
    await world.writes('hu-xia', { text: '服务 陈芸 1小时' });
    const number = numberIn(await says('hu-xia', /记下了/));
    await advanceTo('2026-11-22T12:00:00+08:00');
    await world.restart();
    expect(countSeen(await world.private('sun-mei'), new RegExp(`#${number} 胡霞说`))).toBe(1);
    await advanceTo('2026-11-24T12:00:00+08:00');
    await world.restart();
    expect(countSeen(await world.private('wang-fang'), new RegExp(`#${number} 胡霞说`))).toBe(1);
    await advanceTo('2026-11-30T12:00:00+08:00');
    expect(await world.ticket(number)).toMatchObject({ state: 'lapsed' });
    expect(await says('hu-xia', /一直没有人确认/)).toContain('人工');
    expect(await balanceOf('person:hu-xia')).toBe(20);
  });

  test('who is asked may type it as well; the helper may not, and a second time changes nothing', async () => {
    await world.writes('hu-xia', { text: '服务 王奶奶 1小时' });
    const number = numberIn(await says('hu-xia', /记下了/));
    await world.writes('hu-xia', { text: `通过 #${number}` });
    expect(await balanceOf('person:hu-xia')).toBe(20);
    await world.writes('sun-mei', { text: `通过 #${number}` });
    await world.writes('sun-mei', { text: `通过 #${number}` });
    expect(await balanceOf('person:hu-xia')).toBe(30);
  });

  test('170 hours are exactly 1,700 points, and the statement adds up', async () => {
    for (let day = 1; day <= 17; day += 1) {
      await world.writes('song-jia', { text: `服务 王奶奶 10小时 11月${day}日` });
      const asked = lastSeen(await world.private('sun-mei'), new RegExp(`宋佳说11月${day}日`));
      await world.presses('sun-mei', 'private', asked, '是');
    }
    expect(await balanceOf('person:song-jia')).toBe(1_700);
    await world.writes('song-jia', { text: '账单' });
    const statement = await says('song-jia', /一共有1700分/);
    const lines = [...statement.matchAll(/志愿服务 #\d+ \+(\d+)分，余(\d+)分/g)].map(([, points, left]) => [
      points,
      left,
    ]);
    expect(lines[0]).toEqual(['100', '1700']);
    expect(lines[1]).toEqual(['100', '1600']);
  });

  test('a hundred hours are a badge: told once, and in the month’s honours under the name that was chosen', async () => {
    expect(countSeen(await world.private('song-jia'), /服务满\d+小时/)).toBe(1);
    expect(await says('song-jia', /服务满100小时/)).toContain('榜名');
    await world.writes('deng-tao', { text: '光荣榜' });
    expect(await says('deng-tao', /光荣榜/)).toContain('服务满100小时：一位邻居');
    await world.writes('song-jia', { text: '榜名 小宋' });
    await world.writes('deng-tao', { text: '光荣榜' });
    expect(await says('deng-tao', /光荣榜/)).toContain('服务满100小时：小宋');
    expect(countSeen(await world.private('hu-xia'), /服务满/)).toBe(0);
  });

  test('time is kept, given, donated and granted: all of it or nothing', async () => {
    await world.writes('song-jia', { text: '存 100小时' });
    expect(await says('song-jia', /存好了/)).toContain('现在有700分，另存着1000分的时间，存的时间不过期。');
    await world.writes('song-jia', { text: '存 100小时' });
    expect(await says('song-jia', /积分里只有700分/)).toContain('什么都没有动');
    await world.writes('song-jia', { text: '送 陈芸 30小时' });
    expect(await says('chen-yun', /宋佳送给您/)).toContain('300分');
    expect(await balanceOf('saved:chen-yun')).toBe(300);
    await world.writes('song-jia', { text: '捐 80小时' });
    expect(await balanceOf('pool:neighbours')).toBe(800);
    expect(await balanceOf('saved:song-jia')).toBe(0);
    expect(await balanceOf('person:song-jia')).toBe(600);
    await world.writes('song-jia', { text: '拨 王奶奶 2小时' });
    expect(await says('song-jia', /由社区来办/)).toContain('什么都没有动');
    await world.writes('chen-xiao', { text: '拨 王奶奶 2小时' });
    expect(await balanceOf('saved:wang-nainai')).toBe(20);
    await world.writes('chen-yun', { text: '取 31小时' });
    expect(await balanceOf('saved:chen-yun')).toBe(300);
    await world.writes('chen-yun', { text: '取 2小时', id: 'once' });
    await world.writes('chen-yun', { text: '取 2小时', id: 'once' });
    expect(await balanceOf('person:chen-yun')).toBe(20);
  });

  test('what was given buys rice; the books stay at zero', async () => {
    await givePoints(world.app.mongoUri, { 'wang-nainai': 20 });
    await world.writes('sun-mei', { text: '代 王奶奶 兑 米' });
    await world.writes('sun-mei', { text: '1' });
    expect(await says('sun-mei', /给您留好了/)).toContain('王奶奶您好');
    const { sum, accounts } = await world.books();
    expect(sum).toBe(0);
    for (const { id, balance } of accounts)
      if (/^(?:person|saved|pool|stock):/.test(id)) expect([id, balance >= 0]).toEqual([id, true]);
  });
});
