import { toldTo } from '../support/news';
import { sandboxWorld } from '../support/story-sandbox';
import { countSeen, lastSeen } from '../support/story-world';

type World = Awaited<ReturnType<typeof sandboxWorld>>;

let world: World;
const advanceTo = (to: string): Promise<unknown> => world.api.post('/clock', { to });
const last = async (who: string, pattern: RegExp) => lastSeen(await world.private(who), pattern);
const calls = async (words: string): Promise<number> => {
  await world.writes('sun-mei', { text: `发起 ${words} 发到居民群` });
  const draft = await last('sun-mei', /草稿/);
  await world.presses('sun-mei', 'private', draft, '是');
  return draft.number ?? 0;
};
const coming = async (number: number): Promise<readonly string[]> => (await world.ticket(number)).reporters;
const answer = async (who: string, text: string): Promise<string> =>
  (await toldTo(world, who, () => world.writes(who, { text }))).map((one) => one.text).join('\n---\n');

beforeAll(async () => {
  // A Friday, 9:00.
  world = await sandboxWorld();
  for (const who of ['hu-xia', 'deng-tao', 'cao-ying', 'pan-bo', 'huang-lei', 'chen-yun'])
    await world.writes(who, { text: '积分' });
});
afterAll(() => world.stop());

describe('roles with numbers each', () => {
  let number: number;
  beforeAll(async () => {
    number = await calls('周日上午9点到11点 送米 在小广场 其中搬运1人、登记2人');
  });

  test('the call says how many of each; whoever names a role gets it, and waits for that one alone', async () => {
    const call = lastSeen(await world.group('residents'), /送米/).text;
    expect(call).toContain('其中搬运1人、登记2人');
    await world.posts('hu-xia', 'residents', { text: `报名 #${number} 搬运` });
    await world.posts('deng-tao', 'residents', { text: `报名 #${number} 搬运` });
    await world.posts('cao-ying', 'residents', { text: `报名 #${number} 登记` });
    expect(await coming(number)).toEqual(['hu-xia', 'cao-ying']);
    expect((await last('deng-tao', /先给您排上/)).text).toContain('您排第一位');
  });

  test('whoever names none gets what is free; the one who waits for another role is not passed over', async () => {
    await world.posts('pan-bo', 'residents', { text: `报名 #${number}` });
    expect(await coming(number)).toEqual(['hu-xia', 'cao-ying', 'pan-bo']);
    // A place of the other role frees: it is not offered to who waits for carrying.
    await world.writes('cao-ying', { text: `不去了 #${number}` });
    expect(countSeen(await world.private('deng-tao'), /空出一个位子/)).toBe(0);
    await world.writes('hu-xia', { text: `不去了 #${number}` });
    await world.presses('deng-tao', 'private', await last('deng-tao', /空出一个位子/), '来');
    expect([...(await coming(number))].sort()).toEqual(['deng-tao', 'pan-bo']);
  });

  test('another time and a notice of the weather reach everybody who signed up, once, and who waits', async () => {
    await world.posts('chen-yun', 'residents', { text: `报名 #${number} 搬运` });
    expect(await last('chen-yun', /先给您排上/)).toBeDefined();
    expect(await answer('sun-mei', `改活动 #${number} 周日下午2点到4点 因为 上午有雨`)).toContain('已经告诉报名的3位');
    for (const who of ['deng-tao', 'pan-bo', 'chen-yun']) {
      expect(countSeen(await world.private(who), /有变动/)).toBe(1);
      expect((await last(who, /有变动/)).text).toContain('14:00到16:00');
    }
    expect(lastSeen(await world.group('residents'), /有变动/).text).toContain('14:00到16:00');
    // Reminders follow the new time.
    await advanceTo('2026-11-22T08:01:00+08:00');
    expect(countSeen(await world.private('pan-bo'), /提醒您/)).toBe(1);
    await advanceTo('2026-11-22T13:01:00+08:00');
    expect(countSeen(await world.private('pan-bo'), /提醒您/)).toBe(2);
  });

  test('called off for the weather: everybody hears why, the groups too, and no reminder follows', async () => {
    expect(await answer('sun-mei', `取消活动 #${number} 因为 下大雨`)).toContain('已经告诉报名的3位');
    for (const who of ['deng-tao', 'pan-bo', 'chen-yun']) expect((await last(who, /取消了/)).text).toContain('下大雨');
    expect(lastSeen(await world.group('residents'), /活动取消了/).text).toContain('下大雨');
    await advanceTo('2026-11-22T16:30:00+08:00');
    expect(countSeen(await world.private('pan-bo'), /提醒您/)).toBe(2);
    expect(countSeen(await world.private('sun-mei'), new RegExp(`#${number}[^]*活动结束了`))).toBe(0);
  });
});

describe('every week, with one week called off', () => {
  let number: number;
  beforeAll(async () => {
    number = await calls('每周三上午9点到10点 扫楼道 在6号楼 要5人');
    for (const who of ['hu-xia', 'deng-tao']) await world.posts(who, 'residents', { text: `报名 #${number}` });
  });

  test('that week is off for those who signed up; the next one stands open with an empty list', async () => {
    await world.writes('sun-mei', { text: `取消活动 #${number} 因为 降温` });
    for (const who of ['hu-xia', 'deng-tao']) expect((await last(who, /取消了/)).text).toContain('11月25日周三');
    expect(await world.ticket(number)).toMatchObject({ state: 'open', reporters: [] });
    expect(lastSeen(await world.group('residents'), /在6号楼。/).text).toContain('12月2日周三 09:00到10:00');
    await advanceTo('2026-11-25T09:30:00+08:00');
    expect(countSeen(await world.private('hu-xia'), /扫楼道[^]*提醒|提醒您：[^]*扫楼道/)).toBe(0);
  });

  test('the week after goes on as usual, over a restart; who did not come is noted and not shamed', async () => {
    for (const who of ['hu-xia', 'cao-ying']) await world.posts(who, 'residents', { text: `报名 #${number}` });
    await world.restart();
    await advanceTo('2026-12-02T10:01:00+08:00');
    const told = await toldTo(world, 'cao-ying', () => world.writes('sun-mei', { text: '曹颖没来，别人都到了' }));
    expect((await last('sun-mei', /记下了/)).text).toContain('到了1位，没来1位');
    expect(told).toEqual([]);
    expect(countSeen(await world.group('residents'), /没来/)).toBe(0);
    expect((await world.books()).accounts.find(({ id }) => id === 'person:hu-xia')?.balance).toBe(10);
    // She signs up again like anybody.
    await world.posts('cao-ying', 'residents', { text: `报名 #${number}` });
    expect(await coming(number)).toEqual(['cao-ying']);
  });

  test('for good: only this once, then it does not come again', async () => {
    expect(await answer('sun-mei', `改活动 #${number} 就这一次`)).toContain('改好了');
    await world.writes('sun-mei', { text: `取消活动 #${number}` });
    expect(await world.ticket(number)).toMatchObject({ state: 'cancelled' });
  });
});
