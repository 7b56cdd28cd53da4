import { sandboxWorld } from '../support/story-sandbox';
import { countSeen, lastSeen } from '../support/story-world';

type World = Awaited<ReturnType<typeof sandboxWorld>>;

let world: World;
let number: number;
const advanceTo = (to: string): Promise<unknown> => world.api.post('/clock', { to });
const last = async (who: string, pattern: RegExp): Promise<string> => lastSeen(await world.private(who), pattern).text;
const count = async (who: string, pattern: RegExp): Promise<number> => countSeen(await world.private(who), pattern);
const writes = (who: string, text: string): Promise<void> => world.writes(who, { text });
const households = async (): Promise<Readonly<Record<string, number>>> =>
  Object.fromEntries(
    (await world.books()).accounts.flatMap(({ id, kind, balance }) =>
      kind === 'household' ? [[id.slice('household:'.length), balance]] : [],
    ),
  );
const groupsSaid = async (pattern: RegExp): Promise<number> => {
  const groups = await Promise.all(['residents', 'volunteers', 'riders', 'staff'].map((group) => world.group(group)));
  return countSeen(groups.flat(), pattern);
};

describe('a round over the households of two villages', () => {
  beforeAll(async () => {
    // A Friday, 9:00; the round begins on the 25th.
    world = await sandboxWorld();
  });
  afterAll(() => world.stop());

  test('nothing is marked before its day; then every inspector hears of their villages', async () => {
    await writes('zhou-dashan', '打分 3号 9 8 10');
    expect(await last('zhou-dashan', /才开始/)).toContain('什么都没有记');
    await world.restart();
    await advanceTo('2026-11-25T09:01:00+08:00');
    const told = await last('zhou-dashan', /入户评分开始了/);
    number = Number(/#(\d+)/.exec(told)?.[1]);
    expect(told).toContain('11月入户评分开始了，请在周日 18:00前打完。\n山前村：20户，已打0户\n');
    expect(told).not.toContain('柳湾村');
    expect(await last('wu-he', /入户评分开始了/)).toContain('柳湾村：20户，已打0户');
    expect(await groupsSaid(/入户评分/)).toBe(0);
  });

  test('an inspector marks by message, in items or in numbers, and again when it was wrong', async () => {
    await writes('zhou-dashan', '打分 3号院 个人9 居家8 环境10');
    expect(await last('zhou-dashan', /山前村3号记好了/)).toContain(
      '个人9/10，居家8/10，环境10/10，共27/30分。\n这个村还有19户。',
    );
    await writes('zhou-dashan', '打分 三号 居家7分');
    expect(await last('zhou-dashan', /山前村3号改好了/)).toContain(
      '居家7/10，环境10/10，共26/30分。\n这个村还有19户。',
    );
    await writes('zhou-dashan', '打分 4号 9 9 10');
    await writes('wu-he', '打分 山前村5号 环境10 个人10 居家10');
    await writes('wu-he', '打分 柳湾村2号 5 5 5');
    await writes('zheng-lan', '打分 3号 10 9 9');
    await writes('zheng-lan', '打分 4号 4 4 4');
    expect(await count('qin-yu', /分/)).toBe(0);
  });

  test('a second press and a redelivery change nothing', async () => {
    await writes('zhou-dashan', '打分 4号 9 9 10');
    expect(await count('zhou-dashan', /已经是这个分/)).toBe(1);
    await world.writes('zhou-dashan', { text: '打分 6号 1 1 1', id: 'once' });
    await world.writes('zhou-dashan', { text: '打分 6号 1 1 1', id: 'once' });
    expect(await count('zhou-dashan', /山前村6号记好了/)).toBe(1);
    expect(await count('zhou-dashan', /已经是这个分/)).toBe(1);
  });

  test.each([
    ['zhou-dashan', '打分 1号 10 10 10', /自己家的不能自己打/],
    ['zhou-dashan', '打分 柳湾村2号 9 9 9', /由本村的检查员来打/],
    ['zhou-dashan', '打分 33号 9 9 9', /山前村没有33号，什么都没有改。\n有13号、3号/],
    ['zhou-dashan', '打分 7号 9 9', /什么都没有记/],
    ['zhou-dashan', '打分 7号 个人9 厨房8', /“厨房8”没看懂/],
    ['zhou-dashan', '打分 7号 个人11 居家8 环境10', /这一项最多10分/],
    ['zhou-dashan', '打分 7号 个人9', /还少2项/],
    ['wu-he', '打分 7号 9 9 9', /不止一个村有/],
    ['qin-yu', '打分 4号 9 9 9', /由本村的检查员来打/],
  ])('%s says %s and hears why not', async (who, text, why) => {
    await writes(who, text);
    expect(await last(who, why)).toMatch(/打分|户号/);
  });

  test('of photos only those of the outside are kept, with the marks of the outside', async () => {
    await world.writes('zhou-dashan', { text: '打分 8号 9 9 9', photo: 'clean' });
    expect(await last('zhou-dashan', /山前村8号记好了/)).toContain('照片留作凭证');
    await world.writes('zhou-dashan', { text: '打分 8号 居家8', photo: 'elder' });
    expect(await last('zhou-dashan', /山前村8号改好了/)).toContain('照片没有留');
  });

  test('who has households left is reminded once, over a restart', async () => {
    await advanceTo('2026-11-28T18:01:00+08:00');
    await world.restart();
    await world.advance(1);
    expect(await count('zhou-dashan', /截止。\n山前村：20户，已打5户，还有1号、2号/)).toBe(1);
  });

  test('each household hears its own marks, alone; paper cards go to who carries them; no group hears anything', async () => {
    await advanceTo('2026-11-29T18:00:30+08:00');
    await writes('zhou-dashan', '打分 9号 9 9 9');
    expect(await last('zhou-dashan', /已经截止/)).toContain('什么都没有改');
    await world.restart();
    await advanceTo('2026-11-29T18:10:00+08:00');
    const told = await last('qin-yu', /您家/);
    expect(told).toContain('您家（山前村3号）11月入户评分：个人9/10，居家7/10，环境10/10，共26/30分。');
    expect(told).toContain('没有异议，就给您家的户账户加26分。\n不同意，请在周三 18:00前回“异议”加原因。');
    expect(told).not.toContain('清洁户');
    expect(await last('han-bing', /您家/)).toContain('够得上“清洁户”');
    expect(await count('han-bing', /您家/)).toBe(1);
    expect(await last('zhou-dashan', /纸卡/)).toContain('6号 3分\n8号 26分');
    expect(await last('chen-xiao', /打完了/)).toContain('已告诉8户，其中3户用纸卡，没打的32户');
    expect(await groupsSaid(/评分|\d+分/)).toBe(0);
  });

  test('an objection is heard from the household alone, once, with a reason; staff decide it', async () => {
    await writes('pan-bo', '异议 不公平');
    expect(await last('pan-bo', /由这一户的人来提/)).toContain('户主');
    await writes('qin-yu', '异议');
    expect(await last('qin-yu', /请写上哪里不对/)).toContain('异议');
    await writes('qin-yu', '异议 家里那天在办喜事，已经收拾好了');
    expect(await last('qin-yu', /异议收到了/)).toContain('不入账');
    await writes('qin-yu', '异议 再说一次');
    expect(await count('qin-yu', /已经收到过/)).toBe(1);
    await writes('tian-wei', '异议 五分太低');
    expect(await last('xu-ning', /山前村3号提了异议/)).toContain('家里那天在办喜事');
    await writes('zhou-dashan', '改分 山前村3号 居家10');
    expect(await last('zhou-dashan', /异议由社区来定/)).toContain('什么都没有改');
    await writes('xu-ning', '改分 山前村4号 居家10 因为 试试');
    expect(await last('xu-ning', /没有提异议/)).toContain('山前村4号');
    await writes('xu-ning', '改分 山前村3号院 居家8 因为 看了照片');
    expect(await last('xu-ning', /山前村3号：改好了/)).toContain('共27分');
    expect(await last('qin-yu', /异议定了/)).toContain(
      '改分，个人9/10，居家8/10，环境10/10，共27/30分。\n说明：“看了照片”',
    );
    await writes('qin-yu', '异议 还是不同意');
    expect(await last('qin-yu', /已经定过/)).toContain('人工');
    await writes('xu-ning', '异议');
    expect(await last('xu-ning', /等您定的异议/)).toContain('柳湾村2号');
  });

  test('what nobody objected to is posted to the households, once, over a restart; the rest waits for staff', async () => {
    await advanceTo('2026-12-02T18:00:00+08:00');
    await world.restart();
    await advanceTo('2026-12-03T08:30:00+08:00');
    const balances = { 'shanqian.3': 27, 'shanqian.4': 28, 'shanqian.5': 30, 'shanqian.6': 3, 'shanqian.8': 26 };
    expect(await households()).toEqual({ ...balances, 'liuwan.3': 28, 'liuwan.4': 12 });
    expect(await last('xu-ning', /入账了/)).toContain('7户，共154分；清洁户4户。\n还有1户的异议没定');
    await writes('han-bing', '异议 晚了');
    expect(await last('han-bing', /已经截止，分已入账/)).toContain('人工');
    await writes('xu-ning', '维持 柳湾村2号 因为 院子里堆着柴');
    expect(await households()).toEqual({ ...balances, 'liuwan.3': 28, 'liuwan.4': 12, 'liuwan.2': 15 });
    expect(await last('tian-wei', /异议定了/)).toContain('维持原来的分');
    await writes('xu-ning', '维持 柳湾村2号');
    expect(await count('xu-ning', /已经定过/)).toBe(1);
    await advanceTo('2026-12-05T09:00:00+08:00');
    expect(await world.ticket(number)).toMatchObject({ kind: 'round', state: 'done' });
    expect(await households()).toEqual({ ...balances, 'liuwan.3': 28, 'liuwan.4': 12, 'liuwan.2': 15 });
    expect(await world.books()).toMatchObject({ sum: 0 });
  });

  test('a household sees its own account, apart from anybody’s own points', async () => {
    await writes('han-bing', '户积分');
    const account = await last('han-bing', /户账户有/);
    expect(account).toContain('山前村4号的户账户有28分，和个人的分开记。');
    expect(account).toContain(`入户评分 #${number} +28分，余28分`);
    expect(account).toContain('清洁户光荣牌1次。');
    await writes('han-bing', '积分');
    expect(await last('han-bing', /您一共有/)).toContain('您一共有0分');
    await writes('pan-bo', '户积分');
    expect(await last('pan-bo', /还没有对上/)).toContain('户主');
  });

  test('the list shows plaques alone, by number or the name a household chose; staff post it once', async () => {
    await writes('lu-fang', '户榜名 阳光小院');
    await writes('han-bing', '户榜名 13812345678');
    expect(await last('han-bing', /不能有号码/)).toContain('户榜名');
    await writes('chen-yun', '发清洁户');
    expect(await last('chen-yun', /由社区发到群里/)).toContain('清洁户');
    await writes('chen-xiao', '发清洁户');
    await writes('xu-ning', '发清洁户');
    const list = lastSeen(await world.group('residents'), /光荣榜/).text;
    expect(list).toContain('1. 阳光小院 30分\n2. 柳湾村3号 28分\n3. 山前村4号 28分\n4. 山前村3号 27分\n');
    expect(list).not.toMatch(/8号|6号|2号|26分|秦玉|陆芳/);
    expect(countSeen(await world.group('residents'), /光荣榜/)).toBe(1);
    expect(await groupsSaid(/山前村[68]号|柳湾村[24]号/)).toBe(0);
  });

  test('marks that prove wrong are taken back for a reason, once; the household hears it alone, and loses the plaque', async () => {
    await writes('zhou-dashan', `收回积分 #${number} 山前村4号 因为 试试`);
    expect((await households())['shanqian.4']).toBe(28);
    await writes('xu-ning', `收回积分 #${number} 因为 没说是哪一户`);
    expect(await last('xu-ning', /没看懂是哪一户/)).toContain('户号');
    await writes('xu-ning', `收回积分 #${number} 山前村4号`);
    expect(await last('xu-ning', /要写清原因/)).toContain('收回积分');
    await writes('xu-ning', `收回积分 #${number} 山前村9号 因为 没打过`);
    expect(await last('xu-ning', /没有加过分/)).toContain('什么都没有动');
    await world.writes('xu-ning', { text: `收回积分 #${number} 山前村4号 因为 照片是别家的`, id: 'take-4' });
    await world.restart();
    await world.writes('xu-ning', { text: `收回积分 #${number} 山前村4号 因为 照片是别家的`, id: 'take-4' });
    expect(await last('xu-ning', /收回了山前村4号/)).toContain('28分，因为：“照片是别家的”');
    expect(await count('han-bing', /您家（山前村4号）11月评分加的分收回28分，因为：“照片是别家的”/)).toBe(1);
    await writes('chen-xiao', `收回积分 #${number} 山前村4号 因为 再来一次`);
    expect(await last('chen-xiao', /已经收回过了/)).toContain('没有再收');
    expect((await households())['shanqian.4']).toBe(0);
    await writes('han-bing', '户积分');
    expect(await last('han-bing', /户账户有0分/)).toContain(`收回 #${number} -28分，余0分`);
    expect(await last('han-bing', /户账户有0分/)).toContain('光荣牌0次');
    await writes('chen-xiao', '清洁户');
    expect(await last('chen-xiao', /光荣榜/)).not.toContain('山前村4号');
    expect(await groupsSaid(/收回|别家/)).toBe(0);
    expect(await world.books()).toMatchObject({ sum: 0 });
  });

  test('a head who can chat now is linked, and the next month’s round is planned', async () => {
    await writes('zhou-dashan', '户主 6号 黄磊');
    expect(await last('zhou-dashan', /户主对上了/)).toContain('黄磊');
    await writes('huang-lei', '户积分');
    expect(await last('huang-lei', /山前村6号的户账户有3分/)).toContain('12月');
    await advanceTo('2026-12-25T09:05:00+08:00');
    expect(await last('zheng-lan', /12月入户评分开始了/)).toContain('柳湾村：20户，已打0户');
  });
});
