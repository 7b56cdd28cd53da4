import { sandboxWorld } from '../support/story-sandbox';
import { countSeen, lastSeen, type Seen } from '../support/story-world';

type World = Awaited<ReturnType<typeof sandboxWorld>>;

let world: World;
const advanceTo = (to: string): Promise<unknown> => world.api.post('/clock', { to });
const numberIn = (text: string): number => Number(/#(\d+)/.exec(text)?.[1]);
const call = async (group: string): Promise<Seen> => lastSeen(await world.group(group), /在小广场。/);
const last = async (who: string, pattern: RegExp): Promise<string> => lastSeen(await world.private(who), pattern).text;

describe('a captain’s one message is a call that people answer as they do', () => {
  let number: number;

  beforeAll(async () => {
    // A Friday, 9:00.
    world = await sandboxWorld();
  });
  afterAll(() => world.stop());

  test('what is missing is asked for, then the draft is shown to the captain alone', async () => {
    await world.writes('sun-mei', { text: '发起 周六上午9点到11点 小广场清扫' });
    const asked = lastSeen(await world.private('sun-mei'), /要几个人/);
    number = numberIn(asked.text);
    await world.writes('sun-mei', { text: '12人' });
    const draft = await last('sun-mei', /草稿/);
    expect(draft).toContain('11月21日周六 09:00到11:00，在小广场。要12人，每小时10分。');
    expect(draft).toContain('发到：志愿者群、居民群。');
    expect(await world.ticket(number)).toMatchObject({ kind: 'activity', state: 'draft', owner: 'sun-mei' });
    expect(countSeen(await world.group('volunteers'), /清扫/)).toBe(0);
  });

  test('a word changes it, a yes posts the call in the chosen groups, a second yes posts nothing', async () => {
    await world.writes('sun-mei', { text: '要6人' });
    const draft = lastSeen(await world.private('sun-mei'), /要6人/);
    await world.presses('sun-mei', 'private', draft, '是');
    expect(await world.ticket(number)).toMatchObject({ state: 'open' });
    for (const group of ['volunteers', 'residents']) {
      const seen = lastSeen(await world.group(group), /清扫/);
      expect(seen.text).toBe(
        `#${number} 小广场清扫\n11月21日周六 09:00到11:00，在小广场。要6人，已有0人。\n想来回“报名 #${number}”，两个人就加“2人”；接龙也行。`,
      );
      expect(seen.choices).toEqual(['报名']);
    }
    expect(countSeen(await world.group('riders'), /清扫/)).toBe(0);
    expect(await last('sun-mei', /签到码 \d{4}/)).toContain('别发到群里');
  });

  test('a button, a number, “+1” and “算我一个” in reply: each is counted, none is answered in the group', async () => {
    await world.presses('hu-xia', 'volunteers', await call('volunteers'), '报名');
    await world.posts('deng-tao', 'residents', { text: `报名 #${number}` });
    await world.posts('song-jia', 'volunteers', { text: '+1', replyTo: await call('volunteers') });
    await world.posts('huang-lei', 'residents', { text: '算我一个', replyTo: await call('residents') });
    expect((await world.ticket(number)).reporters).toEqual(['hu-xia', 'deng-tao', 'song-jia', 'huang-lei']);
    expect((await call('residents')).text).toContain('要6人，已有4人。');
    expect(countSeen(await world.group('residents'), /刚报名的/)).toBe(0);
  });

  test('a second press changes nothing and says so in private', async () => {
    await world.presses('hu-xia', 'volunteers', await call('volunteers'), '报名');
    expect(await last('hu-xia', /已经报上了/)).toContain(`不去了 #${number}`);
    expect((await call('volunteers')).text).toContain('已有4人');
  });

  test('ten minutes later the groups hear of all of them in one message, also over a restart', async () => {
    await world.restart();
    await world.advance(11);
    for (const group of ['volunteers', 'residents']) {
      expect(countSeen(await world.group(group), /刚报名的/)).toBe(1);
      expect(lastSeen(await world.group(group), /刚报名的/).text).toContain('胡霞、邓涛、宋佳、黄磊');
    }
    await world.advance(30);
    expect(countSeen(await world.group('residents'), /刚报名的/)).toBe(1);
  });

  test('“我和老伴两个人” takes two places; then it is full, and the list is posted anew', async () => {
    await world.posts('liu-jianguo', 'residents', { text: '我和老伴两个人', replyTo: await call('residents') });
    expect((await call('residents')).text).toContain('位子满了');
    const list = lastSeen(await world.group('volunteers'), /报满了/).text;
    expect(list).toContain('5. 刘建国 2人');
    expect(list).toContain('一共6人，要6人。');
  });

  test('who comes then waits in line, in order', async () => {
    await world.posts('cao-ying', 'residents', { text: `报名 #${number}` });
    expect(await last('cao-ying', /先给您排上/)).toContain('您排第一位');
    await world.posts('pan-bo', 'residents', { text: `报名 #${number}` });
    expect(await last('pan-bo', /先给您排上/)).toContain('前面还有1位');
    expect((await world.ticket(number)).reporters).toHaveLength(5);
  });

  test('nobody takes somebody else out; a freed place is offered to the first in line', async () => {
    await world.posts('emma', 'residents', { text: `不去了 #${number}` });
    expect(await last('emma', /not on the list/)).toContain('sign up #');
    await world.posts('deng-tao', 'residents', { text: '不去了', replyTo: await call('residents') });
    expect(await last('deng-tao', /取消了/)).toContain(`报名 #${number}`);
    const offer = await last('cao-ying', /空出一个位子/);
    expect(offer).toContain('曹颖您好，小广场清扫空出一个位子，轮到您了。');
    expect(offer).toContain('请在今天');
    expect(countSeen(await world.private('pan-bo'), /空出一个位子/)).toBe(0);
  });

  test('no answer in time: it goes to the next, who takes it; a late answer is told so', async () => {
    await world.restart();
    await world.advance(121);
    expect(await last('cao-ying', /没等到您回话/)).toContain(`报名 #${number}`);
    const offer = lastSeen(await world.private('pan-bo'), /空出一个位子/);
    await world.presses('pan-bo', 'private', offer, '来');
    expect((await world.ticket(number)).reporters).toContain('pan-bo');
    await world.writes('cao-ying', { text: `不去了 #${number}` });
    expect(await last('cao-ying', /您没有报这个/)).toContain(`#${number}`);
  });

  test('a clash with another activity is said at once and takes no place', async () => {
    await world.posts('chen-xiao', 'staff', { text: '发起 周六上午10点到12点 西门站岗 要3人 发到居民群' });
    await world.presses('chen-xiao', 'private', lastSeen(await world.private('chen-xiao'), /草稿/), '是');
    const other = numberIn(lastSeen(await world.group('residents'), /西门站岗/).text);
    expect(countSeen(await world.group('volunteers'), /西门站岗/)).toBe(0);
    await world.posts('huang-lei', 'residents', { text: `报名 #${other}` });
    expect(await last('huang-lei', /这个时间您已经报了/)).toContain(`先回“不去了 #${number}”`);
    expect((await world.ticket(other)).reporters).toEqual([]);
    await world.writes('huang-lei', { text: `取消活动 #${other}` });
    expect(await world.ticket(other)).toMatchObject({ state: 'open' });
    await world.posts('cao-ying', 'residents', { text: `报名 #${other}` });
    await world.writes('chen-xiao', { text: `取消活动 #${other} 因为 下雨` });
    expect(await last('cao-ying', /取消了/)).toContain('下雨');
    await world.posts('cao-ying', 'residents', { text: `报名 #${other}` });
    expect(await last('cao-ying', /什么都没有改/)).toContain('取消了');
  });

  test('two who come at the same moment for the last place: one is in, one waits', async () => {
    await world.writes('sun-mei', { text: '发起 周日下午2点到4点 陪老人聊天 在6号楼 要1人' });
    await world.presses('sun-mei', 'private', lastSeen(await world.private('sun-mei'), /草稿/), '是');
    const other = numberIn(await last('sun-mei', /陪老人聊天[\s\S]*签到码/));
    await Promise.all([
      world.posts('hu-xia', 'volunteers', { text: `报名 #${other}` }),
      world.posts('cao-ying', 'residents', { text: `报名 #${other}` }),
      world.posts('emma', 'residents', { text: `报名 #${other}` }),
    ]);
    expect((await world.ticket(other)).reporters).toHaveLength(1);
  });

  test('residents call nobody; talk of sign-ups without an anchor is talk', async () => {
    await world.writes('pan-bo', { text: '发起 周六上午9点 爬山 要5人' });
    expect(await last('pan-bo', /要队长或社区来/)).toContain('人工');
    const before = await world.group('residents');
    await world.posts('emma', 'residents', { text: '周末爬山，报名的加我' });
    expect(await world.group('residents')).toHaveLength(before.length);
  });

  test('when it begins sign-ups are closed and the list stands in the groups', async () => {
    await advanceTo('2026-11-21T09:01:00+08:00');
    expect(lastSeen(await world.group('residents'), /报名截止/).text).toContain('刘建国 2人');
    await world.posts('emma', 'residents', { text: `报名 #${number}` });
    expect(await last('emma', /has begun/)).toContain('"check in"');
  });
});
