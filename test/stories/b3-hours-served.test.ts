import { sandboxWorld } from '../support/story-sandbox';
import { countSeen, lastSeen } from '../support/story-world';

type World = Awaited<ReturnType<typeof sandboxWorld>>;

let world: World;
let number: number;
let code: string;
const advanceTo = (to: string): Promise<unknown> => world.api.post('/clock', { to });
const last = async (who: string, pattern: RegExp): Promise<string> => lastSeen(await world.private(who), pattern).text;
const count = async (who: string, pattern: RegExp): Promise<number> => countSeen(await world.private(who), pattern);
const points = async (): Promise<Readonly<Record<string, number>>> =>
  Object.fromEntries(
    (await world.books()).accounts.flatMap(({ owner, kind, balance }) =>
      kind === 'person' && owner !== null ? [[owner, balance]] : [],
    ),
  );

describe('hours that were served become points', () => {
  beforeAll(async () => {
    // A Friday, 9:00.
    world = await sandboxWorld();
    await world.writes('sun-mei', { text: '发起 每周六上午9点到11点 小广场清扫 要12人 发到居民群' });
    const draft = lastSeen(await world.private('sun-mei'), /草稿/);
    expect(draft.text).toContain('每周一次');
    number = Number(/#(\d+)/.exec(draft.text)?.[1]);
    await world.presses('sun-mei', 'private', draft, '是');
    code = /签到码 (\d{4})/.exec(await last('sun-mei', /签到码/))?.[1] ?? '';
    for (const who of ['hu-xia', 'deng-tao', 'song-jia', 'cao-ying', 'sun-mei'])
      await world.posts(who, 'residents', { text: `报名 #${number}` });
  });
  afterAll(() => world.stop());

  test('a change is said to everybody who signed up, and to the groups; only who leads may change', async () => {
    await world.writes('cao-ying', { text: `改活动 #${number} 周六上午10点到12点` });
    expect(await last('cao-ying', /什么都没有改/)).toContain('孙梅');
    await world.writes('sun-mei', { text: `改活动 #${number} 周四上午9点到10点` });
    await world.writes('sun-mei', { text: `改活动 #${number} 周六上午9点到11点半` });
    for (const who of ['hu-xia', 'cao-ying']) expect(await last(who, /有变动/)).toContain('09:00到11:30');
    expect(lastSeen(await world.group('residents'), /有变动/).text).toContain('11月21日周六');
    expect(await last('sun-mei', /改好了/)).toContain('已经告诉报名的4位');
  });

  test('reminders come the evening before and an hour before, once each, also over restarts', async () => {
    await world.restart();
    await advanceTo('2026-11-20T18:31:00+08:00');
    expect(await count('hu-xia', /提醒您/)).toBe(1);
    await world.restart();
    await advanceTo('2026-11-21T07:59:00+08:00');
    expect(await count('hu-xia', /提醒您/)).toBe(1);
    await advanceTo('2026-11-21T08:01:00+08:00');
    await world.restart();
    await world.advance(1);
    expect(await count('hu-xia', /提醒您/)).toBe(2);
    expect(await last('sun-mei', /提醒您/)).toContain(`签到码 ${code}`);
    expect(await last('hu-xia', /提醒您/)).not.toContain(code);
    expect(await count('emma', /reminder/)).toBe(0);
  });

  test('the code on the spot checks in, also who never signed up; a wrong one does not', async () => {
    await world.writes('deng-tao', { text: `签到 ${code === '1000' ? '1001' : '1000'}` });
    expect(await last('deng-tao', /签到码不对/)).toContain('四个数字');
    await world.writes('deng-tao', { text: `签到 ${code}` });
    expect(await last('deng-tao', /签到了/)).toContain('签退');
    await world.writes('deng-tao', { text: `签到 ${code}` });
    expect(await count('deng-tao', /已经签到了/)).toBe(1);
    await world.writes('hu-xia', { text: `签到 ${code}` });
    await advanceTo('2026-11-21T09:30:00+08:00');
    await world.writes('liu-jianguo', { text: `签到 ${code}` });
    expect((await world.ticket(number)).reporters).toContain('liu-jianguo');
    await world.writes('cao-ying', { text: '签退' });
    expect(await count('cao-ying', /没有签到的活动/)).toBe(1);
  });

  test('leaving counts, in half hours; a second time counts nothing', async () => {
    await advanceTo('2026-11-21T11:05:00+08:00');
    await world.writes('liu-jianguo', { text: '签退', id: 'out' });
    await world.writes('liu-jianguo', { text: '签退', id: 'out' });
    await world.writes('liu-jianguo', { text: '签退' });
    await world.writes('deng-tao', { text: '签退' });
    expect(await last('deng-tao', /谢谢您来/)).toContain('服务2小时5分钟，加20分。');
    expect(await points()).toEqual({ 'liu-jianguo': 15, 'deng-tao': 20 });
  });

  test('afterwards who leads is asked once who came; others say nothing of it', async () => {
    await advanceTo('2026-11-21T11:31:00+08:00');
    await world.restart();
    const asked = await last('sun-mei', /活动结束了/);
    expect(asked).toContain('胡霞、宋佳、曹颖、孙梅');
    expect(asked).toContain('另有2位已经记好');
    expect(await count('sun-mei', /活动结束了/)).toBe(1);
    await world.writes('hu-xia', { text: `都到了 #${number}` });
    expect(await last('hu-xia', /什么都没有改/)).toContain('孙梅');
    await world.writes('sun-mei', { photo: 'clean' });
    expect(await last('sun-mei', /照片留着/)).toContain('没来 姓名');
  });

  test('a no-show is noted and not shamed; nobody confirms themself', async () => {
    await world.writes('sun-mei', { text: '曹颖没来，别人都到了' });
    expect(await last('sun-mei', /记下了/)).toContain('到了2位，没来1位');
    expect(await points()).toEqual({ 'liu-jianguo': 15, 'deng-tao': 20, 'hu-xia': 25, 'song-jia': 25 });
    expect(countSeen(await world.group('residents'), /没来/)).toBe(0);
    expect(await count('cao-ying', /没来/)).toBe(0);
    await world.presses('xu-ning', 'private', lastSeen(await world.private('xu-ning'), /不能自己证明/), '是');
    await world.presses('chen-xiao', 'private', lastSeen(await world.private('chen-xiao'), /不能自己证明/), '不是');
    expect(await points()).toMatchObject({ 'sun-mei': 25 });
    expect(await world.books()).toMatchObject({ sum: 0 });
    expect(await last('hu-xia', /谢谢您来/)).toContain('服务2小时30分钟，加25分。');
  });

  test('when all is known the call goes out for the next week, with an empty list and another code', async () => {
    expect(await world.ticket(number)).toMatchObject({ state: 'open', reporters: [] });
    const card = lastSeen(await world.group('residents'), /在小广场。/);
    expect(card.text).toContain('11月28日周六 09:00到11:30，在小广场。要12人，已有0人。');
    await world.presses('hu-xia', 'residents', card, '报名');
    expect((await world.ticket(number)).reporters).toEqual(['hu-xia']);
    await advanceTo('2026-11-28T09:05:00+08:00');
    await world.writes('hu-xia', { text: `签到 ${code}` });
    expect(await count('hu-xia', /签到码不对/)).toBe(1);
  });

  test('nobody answers: the leader is asked again, then staff, then those who came hear whom to ask', async () => {
    await advanceTo('2026-11-29T09:05:00+08:00');
    expect(await count('sun-mei', /再问一次/)).toBe(1);
    await advanceTo('2026-11-30T09:05:00+08:00');
    await world.writes('chen-xiao', { text: `都到了 #${number}` });
    expect(await points()).toMatchObject({ 'hu-xia': 50 });
    expect(await world.books()).toMatchObject({ sum: 0 });
  });
});
