import { givePoints } from '../support/give-points';
import { sandboxWorld } from '../support/story-sandbox';
import { countSeen, lastSeen } from '../support/story-world';

type World = Awaited<ReturnType<typeof sandboxWorld>>;

let world: World;
const advanceTo = (to: string): Promise<unknown> => world.api.post('/clock', { to });
const codeIn = (text: string): string => /领取码 (\d{4} \d{4})/.exec(text)?.[1] ?? '';
const numberIn = (text: string): number => Number(/#(\d+)/.exec(text)?.[1]);
const balanceOf = async (account: string): Promise<number> =>
  (await world.books()).accounts.find(({ id }) => id === account)?.balance ?? 0;
const says = async (who: string, pattern: RegExp): Promise<string> => lastSeen(await world.private(who), pattern).text;

describe('points buy what the shop has', () => {
  beforeAll(async () => {
    // A Friday, 9:00.
    world = await sandboxWorld();
    await givePoints(world.app.mongoUri, { 'liu-jianguo': 45, 'zhang-nainai': 20, 'chen-yun': 5 });
  });
  afterAll(() => world.stop());

  let code: string;

  test('兑 lists what there is; 兑 米 asks first, and holds points and the bag together', async () => {
    await world.writes('liu-jianguo', { text: '兑' });
    const list = await says('liu-jianguo', /可以兑/);
    expect(list).toContain('您有45分');
    expect(list).toContain('米 20分，还有50份');
    expect(list).not.toContain('骑手餐');
    await world.writes('liu-jianguo', { text: '兑 米' });
    expect(await balanceOf('person:liu-jianguo')).toBe(45);
    const asked = lastSeen(await world.private('liu-jianguo'), /用20分兑一份米/);
    await world.presses('liu-jianguo', 'private', asked, '是');
    const told = await says('liu-jianguo', /给您留好了/);
    expect(told).toContain('刘建国您好，米给您留好了，用20分，还剩25分。');
    expect(told).toContain('邻里积分超市（小广场东侧，每天 8:00 到 18:00）');
    expect(told).toContain('请别发到群里');
    code = codeIn(told);
    expect(code).toMatch(/^\d{4} \d{4}$/);
    expect(await balanceOf('person:liu-jianguo')).toBe(25);
    expect(await balanceOf('stock:rice')).toBe(49);
  });

  test('a second press orders nothing more', async () => {
    const asked = lastSeen(await world.private('liu-jianguo'), /用20分兑一份米/);
    await world.presses('liu-jianguo', 'private', asked, '是').catch(() => undefined);
    expect(await balanceOf('person:liu-jianguo')).toBe(25);
    expect(countSeen(await world.private('liu-jianguo'), /给您留好了/)).toBe(1);
  });

  test('a mistyped code, an unknown one and somebody who is no shop hand out nothing', async () => {
    const mistyped = `${(Number(code.charAt(0)) + 1) % 10}${code.slice(1)}`;
    await world.writes('zhou-man', { text: `核销 ${mistyped}` });
    expect(await says('zhou-man', /打错了/)).toContain('核销');
    await world.writes('chen-yun', { text: `核销 ${code}` });
    expect(await says('chen-yun', /由店里的人来做/)).toContain('什么都没有改');
    expect(await balanceOf('given:rice')).toBe(0);
  });

  test('two shops at once with the same code: one wins, the other is told', async () => {
    await Promise.all([
      world.writes('zhou-man', { text: `核销 ${code}` }),
      world.writes('he-min', { text: `核销 ${code.replace(' ', '')}` }),
    ]);
    const said = [...(await world.private('zhou-man')), ...(await world.private('he-min'))];
    expect(countSeen(said, /核销好了/)).toBe(1);
    expect(countSeen(said, /领过了/)).toBe(1);
    expect(countSeen(await world.private('liu-jianguo'), /领走了/)).toBe(1);
    const redeemed = (await balanceOf('redeemed:points-shop')) + (await balanceOf('redeemed:canteen'));
    expect(redeemed).toBe(20);
    expect(await balanceOf('given:rice')).toBe(1);
  });

  test('too few points: what is missing is said, and nothing is held', async () => {
    await world.writes('chen-yun', { text: '兑 米' });
    expect(await says('chen-yun', /还差15分/)).toContain('现在有5分');
    expect(await balanceOf('person:chen-yun')).toBe(5);
  });

  test('two answers at once for the last points: one order, never below zero', async () => {
    await world.writes('liu-jianguo', { text: '兑 米' });
    const first = lastSeen(await world.private('liu-jianguo'), /用20分兑一份米/);
    await world.writes('liu-jianguo', { text: '兑 米' });
    const second = lastSeen(await world.private('liu-jianguo'), /用20分兑一份米/);
    expect(second.id).not.toBe(first.id);
    await Promise.all(
      [first, second].map((asked) => world.presses('liu-jianguo', 'private', asked, '是').catch(() => undefined)),
    );
    expect(await balanceOf('person:liu-jianguo')).toBe(5);
    expect(await balanceOf('stock:rice')).toBe(48);
  });

  test('a proxy orders for who has no phone at hand; whoever is no proxy cannot', async () => {
    await world.writes('chen-yun', { text: '代 张奶奶 兑 米' });
    expect(await says('chen-yun', /替别人兑换/)).toContain('什么都没有改');
    await world.writes('sun-mei', { text: '代 张奶奶 兑 米' });
    expect(await says('sun-mei', /替张奶奶/)).toContain('兑了还剩0分');
    await world.writes('sun-mei', { text: '1' });
    expect(await says('sun-mei', /给您留好了/)).toContain('张奶奶您好');
    expect(await balanceOf('person:zhang-nainai')).toBe(0);
  });

  test('what is not collected is reminded of once, lapses and is paid back, also over a restart', async () => {
    const number = numberIn(await says('sun-mei', /给您留好了/));
    await advanceTo('2026-11-26T12:00:00+08:00');
    await world.restart();
    expect(countSeen(await world.private('sun-mei'), /还没领/)).toBe(0);
    await advanceTo('2026-11-27T12:00:00+08:00');
    await world.restart();
    expect(countSeen(await world.private('sun-mei'), /还没领/)).toBe(1);
    await advanceTo('2026-11-28T12:00:00+08:00');
    expect(countSeen(await world.private('sun-mei'), /过期没领/)).toBe(1);
    expect(await world.ticket(number)).toMatchObject({ kind: 'order', state: 'lapsed' });
    expect(await balanceOf('person:zhang-nainai')).toBe(20);
    await world.writes('zhou-man', { text: `核销 ${codeIn(await says('sun-mei', /给您留好了/))}` });
    expect(await says('zhou-man', /过期了，积分已经退回/)).toContain('不能再领');
  });

  test('撤回 gives points and bag back, once', async () => {
    await givePoints(world.app.mongoUri, { 'liu-jianguo': 50 });
    await world.writes('liu-jianguo', { text: '兑 油' });
    await world.writes('liu-jianguo', { text: '1' });
    const number = numberIn(await says('liu-jianguo', /食用油给您留好了/));
    const before = await balanceOf('stock:oil');
    const had = await balanceOf('person:liu-jianguo');
    await world.writes('liu-jianguo', { text: `撤回 #${number}` });
    await world.writes('liu-jianguo', { text: `撤回 #${number}` });
    expect(await balanceOf('stock:oil')).toBe(before + 1);
    expect(await balanceOf('person:liu-jianguo')).toBe(had + 50);
    expect(await says('liu-jianguo', /取消了，积分已经退回/)).toContain(`#${number}`);
  });

  test('a rider shows a discount code that costs nothing; a resident is not offered it', async () => {
    await world.writes('zhao-fei', { text: '兑 骑手餐八折' });
    await world.writes('zhao-fei', { text: '1' });
    const told = await says('zhao-fei', /骑手餐八折给您留好了/);
    expect(told).toContain('老年食堂');
    await world.writes('zhou-man', { text: `核销 ${codeIn(told)}` });
    expect(await says('zhou-man', /不在您店里领/)).toContain('老年食堂');
    await world.writes('he-min', { text: `核销 ${codeIn(told)}` });
    expect(await says('he-min', /核销好了：#\d+ 骑手餐八折/)).toContain('不用分');
    await world.writes('chen-yun', { text: '兑 骑手餐八折' });
    expect(await says('chen-yun', /说的是哪样/)).not.toContain('骑手餐八折 ');
  });

  test('the shop records what came in, and sees the month settled', async () => {
    const before = await balanceOf('stock:rice');
    await world.writes('zhou-man', { text: '进货 米 100' });
    expect(await says('zhou-man', /进货100份/)).toContain(`现在有${before + 100}份`);
    await world.writes('chen-xiao', { text: '结算' });
    const settled = await says('chen-xiao', /2026-11 兑换结算/);
    expect(settled).toMatch(/米 1份 20分/);
    expect(settled).toMatch(/骑手餐八折 1份 0分/);
    await world.writes('liu-jianguo', { text: '结算' });
    expect(await says('liu-jianguo', /结算由店里的人/)).toContain('人工');
  });

  test('the sum of all accounts is zero, and no code was ever said in a group', async () => {
    const { sum, accounts } = await world.books();
    expect(sum).toBe(0);
    for (const { id, balance } of accounts)
      if (/^(?:person|stock):/.test(id)) expect([id, balance >= 0]).toEqual([id, true]);
    for (const group of ['riders', 'residents', 'volunteers', 'staff'])
      expect(countSeen(await world.group(group), /领取码/)).toBe(0);
  });
});
