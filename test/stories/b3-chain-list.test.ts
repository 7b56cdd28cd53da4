import { sandboxWorld } from '../support/story-sandbox';
import { countSeen, lastSeen } from '../support/story-world';

type World = Awaited<ReturnType<typeof sandboxWorld>>;

let world: World;
let number: number;
const numberIn = (text: string): number => Number(/#(\d+)/.exec(text)?.[1]);
const last = async (who: string, pattern: RegExp): Promise<string> => lastSeen(await world.private(who), pattern).text;
const list = (...names: readonly string[]): string =>
  `#接龙\n小广场清扫\n${names.map((name, index) => `${index + 1}. ${name}`).join('\n')}`;
const coming = async (): Promise<readonly string[]> => (await world.ticket(number)).reporters;
const count = async (): Promise<string> => lastSeen(await world.group('residents'), /在小广场。/).text;

describe('a 接龙 is read as what each person says of themself', () => {
  beforeAll(async () => {
    // A Friday, 9:00.
    world = await sandboxWorld();
    await world.writes('sun-mei', { text: '发起 周六上午9点到11点 小广场清扫 要12人' });
    const draft = lastSeen(await world.private('sun-mei'), /草稿/);
    number = numberIn(draft.text);
    await world.presses('sun-mei', 'private', draft, '是');
  });
  afterAll(() => world.stop());

  test('each adds a line to the copy before: all stay, nobody is answered one by one', async () => {
    await world.posts('hu-xia', 'residents', { text: list('胡霞') });
    await world.posts('deng-tao', 'residents', { text: list('胡霞', '邓涛+1') });
    await world.posts('huang-lei', 'residents', { text: `#接龙\n小广场清扫\n①胡霞\n②邓涛+1\n③黄 磊` });
    expect(await coming()).toEqual(['hu-xia', 'deng-tao', 'huang-lei']);
    expect(await count()).toContain('已有4人');
    expect(countSeen(await world.group('residents'), /刚报名的|名单/)).toBe(0);
  });

  test('two who add to the same copy both stay; a line that is missing removes nobody', async () => {
    await Promise.all([
      world.posts('song-jia', 'residents', { text: list('胡霞', '邓涛+1', '黄磊', '宋佳') }),
      world.posts('cao-ying', 'residents', { text: list('胡霞', '邓涛+1', '黄磊', '曹颖') }),
    ]);
    expect([...(await coming())].sort()).toEqual(['cao-ying', 'deng-tao', 'hu-xia', 'huang-lei', 'song-jia']);
  });

  test('five names are one message to the groups', async () => {
    expect(countSeen(await world.group('volunteers'), /刚报名的/)).toBe(1);
  });

  test('the same copy again, an edited line of somebody else, and one number twice change nothing', async () => {
    const before = await count();
    await world.posts('cao-ying', 'residents', {
      text: '#接龙\n小广场清扫\n1. 胡霞\n1. 邓涛\n2. 宋佳\n2. 曹颖\n2. 曹颖',
    });
    expect(await count()).toBe(before);
    expect(countSeen(await world.private('cao-ying'), /您要取消吗/)).toBe(0);
  });

  test('whose own line is gone from their own copy is asked; they alone take themselves out', async () => {
    await world.posts('song-jia', 'residents', { text: list('胡霞', '邓涛+1', '黄磊', '曹颖') });
    expect(await coming()).toContain('song-jia');
    const asked = lastSeen(await world.private('song-jia'), /您要取消吗/);
    await world.restart();
    await world.presses('song-jia', 'private', asked, '不是');
    expect(await coming()).toContain('song-jia');
    await world.posts('song-jia', 'residents', { text: list('胡霞', '邓涛+1', '黄磊', '曹颖') });
    await world.writes('song-jia', { text: '1' });
    expect(await coming()).not.toContain('song-jia');
    expect(await last('song-jia', /取消了/)).toContain(`报名 #${number}`);
  });

  test('a name of no member comes along with who wrote it, and goes with them or alone', async () => {
    await world.posts('pan-bo', 'residents', { text: list('胡霞', '邓涛+1', '黄磊', '曹颖', '潘博', '老李 2人') });
    expect(await count()).toContain('已有8人');
    await world.posts('pan-bo', 'residents', { text: `不去了 #${number} 老李` });
    expect(await count()).toContain('已有6人');
    expect(await coming()).toContain('pan-bo');
  });

  test('a member whom somebody else wrote down is asked, and is not on the list before', async () => {
    await world.posts('pan-bo', 'residents', { text: list('潘博', '刘建国') });
    expect(await coming()).not.toContain('liu-jianguo');
    const asked = lastSeen(await world.private('liu-jianguo'), /写了您的名字/);
    await world.presses('liu-jianguo', 'private', asked, '来');
    expect(await coming()).toContain('liu-jianguo');
  });

  test('the list is posted anew when it is asked for', async () => {
    await world.writes('sun-mei', { text: `名单 #${number}` });
    expect(lastSeen(await world.group('residents'), /名单/).text).toContain('2. 邓涛 2人');
  });

  test('a list of something else, and of too many, signs nobody up', async () => {
    const before = await coming();
    const said = (await world.group('residents')).length;
    await world.posts('chen-yun', 'residents', { text: '#接龙\n团购草莓，一箱30元\n1. 陈芸\n2. 刘小雨' });
    await world.posts('chen-yun', 'residents', {
      text: list(...Array.from({ length: 300 }, (_, index) => `邻居${index}号人家`)),
    });
    expect(await coming()).toEqual(before);
    expect(await last('chen-yun', /我记不下/)).toContain(`#${number}`);
    expect(await world.group('residents')).toHaveLength(said);
  });
});
