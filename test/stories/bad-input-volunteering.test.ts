import { givePoints } from '../support/give-points';
import { saidIn, toldTo } from '../support/news';
import { sandboxWorld } from '../support/story-sandbox';
import { countSeen, lastSeen } from '../support/story-world';

type World = Awaited<ReturnType<typeof sandboxWorld>>;

let world: World;
let number: number;
const numberIn = (text: string): number => Number(/#(\d+)/.exec(text)?.[1]);
const advanceTo = (to: string): Promise<unknown> => world.api.post('/clock', { to });
const coming = async (): Promise<readonly string[]> => (await world.ticket(number)).reporters;
const last = async (who: string, pattern: RegExp): Promise<string> => lastSeen(await world.private(who), pattern).text;

/** What Linli answers in private; nothing of it stands in the group. */
const answers = async (who: string, text: string, group?: string): Promise<readonly string[]> => {
  let told: readonly { readonly text: string }[] = [];
  const open = await saidIn(world, 'residents', async () => {
    told = await toldTo(world, who, () => (group ? world.posts(who, group, { text }) : world.writes(who, { text })));
  });
  expect(open).toEqual([]);
  return told.map((one) => one.text);
};

const calls = async (words: string): Promise<number> => {
  await world.writes('sun-mei', { text: `发起 ${words}` });
  const draft = lastSeen(await world.private('sun-mei'), /草稿/);
  await world.presses('sun-mei', 'private', draft, '是');
  return numberIn(draft.text);
};

const list = (...rows: readonly string[]): string => `#接龙\n小广场清扫\n${rows.join('\n')}`;

beforeAll(async () => {
  // A Friday, 9:00.
  world = await sandboxWorld();
  await givePoints(world.app.mongoUri, { 'deng-tao': 20, 'hu-xia': 45 });
  for (const who of ['hu-xia', 'deng-tao', 'cao-ying', 'pan-bo', 'huang-lei', 'chen-yun', 'liu-jianguo', 'sun-mei'])
    await world.writes(who, { text: '积分' });
  number = await calls('周六上午9点到11点 小广场清扫 要9人 发到居民群');
});
afterAll(() => world.stop());

describe('signing up for somebody else', () => {
  test.each(['报名 #N 邓涛', '报名 #N 替邓涛报', '帮邓涛报名 #N'])(
    '“%s”: who is named is asked, and neither of the two is on the list before',
    async (typed) => {
      const told = await answers('hu-xia', typed.replace('N', String(number)));
      expect(told).toEqual([
        `#${number} 小广场清扫\n已经私下问邓涛来不来，本人答应了才算。\n您自己要来，回“报名 #${number}”。`,
      ]);
      expect(await coming()).toEqual([]);
    },
  );

  test('who was named is asked once, and comes when they say so', async () => {
    expect(countSeen(await world.private('deng-tao'), /胡霞报名时写了您的名字/)).toBe(1);
    await world.presses('deng-tao', 'private', lastSeen(await world.private('deng-tao'), /写了您的名字/), '来');
    expect(await coming()).toEqual(['deng-tao']);
    expect(await answers('hu-xia', `报名 #${number} 邓涛`)).toEqual([
      `#${number} 小广场清扫\n邓涛已经在名单里了。\n您自己要来，回“报名 #${number}”。`,
    ]);
  });

  test('“帮邓涛报名” in reply to the call, in the group: answered in private, and signs up nobody', async () => {
    const call = lastSeen(await world.group('residents'), /在小广场。/);
    const told = await toldTo(world, 'pan-bo', () =>
      world.posts('pan-bo', 'residents', { text: '帮曹颖报名', replyTo: call }),
    );
    expect(told.map(({ text }) => text)).toEqual([expect.stringContaining('已经私下问曹颖来不来')]);
    expect(await coming()).toEqual(['deng-tao']);
  });

  test('who is no member comes as a guest of whoever names them, and goes with their word alone', async () => {
    expect((await answers('hu-xia', `帮老李报名 #${number}`))[0]).toContain('报上了，1人');
    expect(await coming()).toEqual(['deng-tao', 'hu-xia']);
    expect((await answers('cao-ying', `不去了 #${number} 老李`))[0]).toContain('要本人或带队的孙梅来取消');
    await answers('hu-xia', `不去了 #${number} 老李`);
    expect(await coming()).toEqual(['deng-tao']);
  });

  test('nobody takes off another’s line, nor loses their own by trying', async () => {
    await answers('cao-ying', `报名 #${number}`);
    const told = await answers('cao-ying', `不去了 #${number} 邓涛`);
    expect(told).toEqual([
      `#${number} 小广场清扫\n别人的名字，要本人或带队的孙梅来取消，什么都没有改。\n您自己来不了，回“不去了 #${number}”。`,
    ]);
    expect(await coming()).toEqual(['deng-tao', 'cao-ying']);
  });
});

describe('numbers that are none', () => {
  test.each(['-3人', '0人', '-3', '+0'])('“报名 %s”: asked how many really come', async (people) => {
    expect((await answers('huang-lei', `报名 #${number} ${people}`))[0]).toContain('人数不对，什么都没有改');
    expect(await coming()).not.toContain('huang-lei');
  });

  test.each(['99人', '1000000000000人', '1000000000000'])('“报名 %s” is more than anybody brings', async (people) => {
    expect((await answers('huang-lei', `报名 #${number} ${people}`))[0]).toContain('我记不下，没有报');
    expect(await coming()).not.toContain('huang-lei');
  });

  test('“报名 abc”: in private the open calls with their numbers; in a group silence', async () => {
    expect(await answers('huang-lei', '报名 abc')).toEqual([
      `“报名”说的是哪一个？\n#${number} 小广场清扫（11月21日周六 09:00）\n请带上号码，比如“报名 #${number}”。`,
    ]);
    expect(await answers('huang-lei', '报名 abc', 'residents')).toEqual([]);
    expect(await coming()).not.toContain('huang-lei');
  });

  test.each([
    ['签到 abc', /签到码不对/],
    ['签到 12345', /签到码不对/],
    ['签到 -1', /签到要现场的四个数字|签到码不对|没看懂/],
  ])('“%s” says what a code is', async (typed, answer) => {
    expect(await answers('huang-lei', typed)).toEqual([expect.stringMatching(answer)]);
  });

  test.each([
    ['存 -3小时', /时间要写清楚/],
    ['存 0小时', /时间要写清楚/],
    ['存 abc', /时间要写清楚/],
    ['存 1e3小时', /时间要写清楚/],
    ['取 -1小时', /时间要写清楚/],
    ['捐 -1小时', /时间要写清楚/],
    ['存 1000000000000小时', /积分里只有20分，什么都没有动/],
    ['取 1000000000000小时', /一共只有0分，什么都没有动/],
    ['送 胡霞 -2小时', /时间要写清楚/],
    ['送 胡霞 1000000000000小时', /只有20分，什么都没有动/],
    ['服务 王奶奶 0小时', /一次最多12小时/],
    ['服务 王奶奶 -3小时', /一次最多12小时/],
    ['服务 王奶奶 1000000000000小时', /一次最多12小时/],
    ['服务 王奶奶', /帮了谁、多久/],
    ['服务 王奶奶 abc小时', /帮了谁、多久/],
  ])('“%s”: one answer, and the books stay as they are', async (typed, answer) => {
    const before = await world.books();
    expect(await answers('deng-tao', typed)).toEqual([expect.stringMatching(answer)]);
    expect(await world.books()).toEqual(before);
  });

  test('talk of service is none of an hour: it is a report or nothing', async () => {
    expect((await answers('chen-yun', '服务 态度太差')).join('')).not.toContain('帮了谁');
  });

  test.each([
    ['发起 周六上午9点到11点 爬树 在小广场 要-5人', /要几个人/],
    ['发起 周六上午9点到11点 爬树 在小广场 要1000000000000人', /要几个人/],
    ['发起 昨天上午9点到11点 爬树 在小广场 要5人', /什么时候/],
    ['发起 2月30日上午9点到11点 爬树 在小广场 要5人', /什么时候/],
    ['发起 周六上午9点到11点 爬树 在小广场 要5人 每小时-10分', /每小时10分/],
    ['发起 周六上午9点到11点 爬树 在小广场 要5人 每小时1000000000000分', /每小时10分/],
  ])('“%s”: what cannot be is asked for, or shown as the pack has it', async (typed, answer) => {
    const [told = ''] = await answers('sun-mei', typed);
    expect(told).toMatch(answer);
    expect(told).toMatch(/^#\d+ 爬树(?:（草稿）)?\n/);
  });

  test('who leads changes nothing by what cannot be read, and hears how to say it', async () => {
    expect((await answers('sun-mei', `改活动 #${number} 要-5人`))[0]).toContain('没看懂要改什么，什么都没有改');
    expect((await answers('sun-mei', `改活动 #${number} 昨天上午9点到11点`))[0]).toContain('时间不对，什么都没有改');
    expect((await answers('pan-bo', `改活动 #${number} 要50人`))[0]).toContain('由孙梅定，什么都没有改');
  });
});

describe('a 接龙 as it arrives', () => {
  test('numbers of every kind, twice the same, and names with blanks: each person once', async () => {
    await answers('pan-bo', list('1️⃣ 潘 博', '②王 大 锤', '②王大锤', '3.王大锤', '３．  邓涛'), 'residents');
    expect(await coming()).toEqual(['deng-tao', 'cao-ying', 'pan-bo', 'pan-bo']);
    expect(lastSeen(await world.group('residents'), /在小广场。/).text).toContain('已有4人');
  });

  test('lines that another edited change nothing of theirs', async () => {
    await world.posts('huang-lei', 'residents', { text: list('1. 潘博 5人', '2. 王大锤+3', '3. 黄磊') });
    expect(await coming()).toEqual(['deng-tao', 'cao-ying', 'pan-bo', 'pan-bo', 'huang-lei']);
    expect(lastSeen(await world.group('residents'), /在小广场。/).text).toContain('已有5人');
    expect(countSeen(await world.private('pan-bo'), /取消/)).toBe(0);
  });

  test('300 lines: whoever sent them is told in private, and nobody is signed up', async () => {
    const rows = Array.from({ length: 299 }, (_, index) => `${index + 1}. 邻居${index}号人家`);
    const told = await answers('chen-yun', list(...rows, '300. 陈芸'), 'residents');
    expect(told).toEqual([expect.stringContaining('我记不下，没有报')]);
    expect(await coming()).toHaveLength(5);
  });
});

describe('codes at the shop', () => {
  test.each(['核销', '核销 abc', '核销 1234', '核销 １２３４ ５６７８', '核销 12345678901234567890'])(
    '“%s” hands out nothing, and says what a code is',
    async (typed) => {
      const before = await world.books();
      expect(await answers('zhou-man', typed)).toEqual([expect.stringContaining('八个数字')]);
      expect(await world.books()).toEqual(before);
    },
  );

  test('a neighbour’s code in one’s own hand hands out nothing, whoever types it', async () => {
    await world.writes('hu-xia', { text: '兑 米' });
    await world.writes('hu-xia', { text: '1' });
    const code = /领取码 (\d{4} \d{4})/.exec(await last('hu-xia', /领取码/))?.[1] ?? '';
    for (const text of [`核销 ${code}`, `兑 ${code}`, code]) {
      await world.writes('deng-tao', { text });
      expect((await world.books()).accounts.find(({ id }) => id === 'given:rice')?.balance ?? 0).toBe(0);
    }
    expect(await last('deng-tao', /核销由店里的人来做/)).toContain('人工');
  });
});

describe('what has begun, is over or was cancelled', () => {
  test('under way: the list stays as it is, and who comes is told to check in', async () => {
    await answers('sun-mei', `报名 #${number}`);
    await advanceTo('2026-11-21T09:05:00+08:00');
    for (const text of [`报名 #${number}`, `不去了 #${number}`, `报名 #${number} 邓涛`])
      expect((await answers('liu-jianguo', text))[0]).toContain('已经开始了，名单不再改');
  });

  test('a leader’s own word for himself counts nothing: somebody else is asked', async () => {
    expect((await answers('sun-mei', `到了 #${number} 孙梅`))[0]).toContain('已经请社区的人证明');
    expect((await world.books()).accounts.find(({ id }) => id === 'person:sun-mei')?.balance ?? 0).toBe(0);
    await answers('sun-mei', `到了 #${number} 孙梅`);
    expect(countSeen(await world.private('xu-ning'), /不能自己证明/)).toBe(1);
    expect((await world.books()).accounts.find(({ id }) => id === 'person:sun-mei')?.balance ?? 0).toBe(0);
    expect((await answers('pan-bo', `到了 #${number} 潘博`))[0]).toContain('由孙梅定，什么都没有改');
    expect((await answers('sun-mei', `到了 #${number} 没有这个人`))[0]).toContain('名单里没有找到这个名字');
  });

  test('over, and cancelled: told so, with what to look at', async () => {
    await advanceTo('2026-11-21T12:05:00+08:00');
    for (const text of [`报名 #${number}`, `不去了 #${number}`, `报名 #${number} 邓涛`])
      expect((await answers('liu-jianguo', text))[0]).toMatch(/已经结束|结束了[^]*什么都没有改/);
    const called = await calls('周日上午9点到11点 送米 在小广场 要3人 发到居民群');
    await world.writes('sun-mei', { text: `取消活动 #${called}` });
    for (const text of [`报名 #${called}`, `报名 #${called} 邓涛`, `不去了 #${called}`])
      expect((await answers('liu-jianguo', text))[0]).toMatch(new RegExp(`取消了[^]*查 #${called}`));
  });
});
