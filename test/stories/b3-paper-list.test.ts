import { toldTo } from '../support/news';
import { sandboxWorld } from '../support/story-sandbox';
import { countSeen, lastSeen } from '../support/story-world';

type World = Awaited<ReturnType<typeof sandboxWorld>>;

let world: World;
let number: number;
const advanceTo = (to: string): Promise<unknown> => world.api.post('/clock', { to });
const last = async (who: string, pattern: RegExp) => lastSeen(await world.private(who), pattern);
const balanceOf = async (who: string): Promise<number> =>
  (await world.books()).accounts.find(({ id }) => id === `person:${who}`)?.balance ?? 0;
const looks = async (who: string) => {
  const told = await toldTo(world, who, () => world.writes(who, { text: `查 #${number}` }));
  return lastSeen(told, new RegExp(`#${number}`));
};

/** A call by the captain, with these on the list. */
const calls = async (words: string, ...people: readonly string[]): Promise<void> => {
  await world.writes('sun-mei', { text: `发起 ${words} 发到居民群` });
  const draft = await last('sun-mei', /草稿/);
  number = draft.number ?? 0;
  await world.presses('sun-mei', 'private', draft, '是');
  for (const who of people) await world.posts(who, 'residents', { text: `报名 #${number}` });
};

describe('the photo of the paper list', () => {
  beforeAll(async () => {
    // A Friday, 9:00.
    world = await sandboxWorld();
    await calls('每周六上午9点到10点 小广场清扫 在小广场 要12人', 'hu-xia', 'deng-tao', 'cao-ying');
    await advanceTo('2026-11-21T10:01:00+08:00');
  });
  afterAll(() => world.stop());

  test('is kept and decides nothing: nobody has points, and who came is still asked', async () => {
    const told = await toldTo(world, 'sun-mei', () => world.writes('sun-mei', { photo: 'clean' }));
    expect(told.map(({ text }) => text)).toEqual([expect.stringContaining('照片留着作证明。时间要对上人才能记。')]);
    expect(await balanceOf('hu-xia')).toBe(0);
    expect(await world.ticket(number)).toMatchObject({ state: 'over' });
  });

  test('stands where who leads and staff see the activity, and nowhere else', async () => {
    for (const who of ['sun-mei', 'chen-xiao']) {
      const seen = await looks(who);
      expect(seen.text).toContain('11月21日周六的纸名单，照片在这里。');
      expect(seen.photos).toBe(1);
    }
    expect(await looks('cao-ying')).toMatchObject({ photos: 0 });
    expect((await looks('cao-ying')).text).not.toContain('纸名单');
    expect((await world.group('residents')).every(({ photos }) => photos === 0)).toBe(true);
  });

  test('a photo with words of something else is a report, while the question waits', async () => {
    await world.writes('sun-mei', { text: '5号楼楼道灯不亮了', photo: 'cars' });
    const told = await last('sun-mei', /照明｜5号楼/);
    expect(await world.ticket(told.number ?? 0)).toMatchObject({ kind: 'ticket', category: 'lamp' });
    expect(await looks('chen-xiao')).toMatchObject({ photos: 1 });
  });

  test('nobody but who leads proves anything', async () => {
    const thanks = await last('cao-ying', /提醒您/).catch(() => null);
    await world.posts('cao-ying', 'residents', { text: `查 #${number}` });
    const seen = await last('cao-ying', new RegExp(`#${number}`));
    await world.writes('cao-ying', { photo: 'clean', text: '名单', replyTo: thanks ?? seen });
    expect(await last('cao-ying', /由孙梅定，什么都没有改/)).toBeDefined();
    expect(await looks('chen-xiao')).toMatchObject({ photos: 1 });
  });

  test('together with the names: kept, and the names decide; also after a restart', async () => {
    await world.restart();
    await world.writes('sun-mei', { text: '曹颖没来，别人都到了', photo: 'clean' });
    expect((await last('sun-mei', /记下了/)).text).toContain('到了2位，没来1位');
    expect([await balanceOf('hu-xia'), await balanceOf('deng-tao'), await balanceOf('cao-ying')]).toEqual([10, 10, 0]);
    expect(await world.ticket(number)).toMatchObject({ state: 'open', reporters: [] });
    expect(await looks('chen-xiao')).toMatchObject({ photos: 2 });
  });

  test('days later, in reply: of the week that is over, books untouched', async () => {
    await advanceTo('2026-11-23T10:00:00+08:00');
    const noted = await last('sun-mei', /记下了/);
    await world.writes('sun-mei', { photo: 'clean', replyTo: noted });
    expect((await last('sun-mei', /照片留着作证明/)).text).toContain('谁来了已经记好，没有改');
    const seen = await looks('chen-xiao');
    expect(seen.text).toContain('11月21日周六的纸名单');
    expect(seen.photos).toBe(3);
    expect(await balanceOf('hu-xia')).toBe(10);
  });

  test('who vouches for the leader sees the paper too', async () => {
    await calls('周二上午9点到10点 送米 在小广场 要5人', 'song-jia', 'sun-mei');
    await advanceTo('2026-11-24T10:01:00+08:00');
    await world.writes('sun-mei', { text: '都到了', photo: 'clean' });
    const asked = await last('xu-ning', /不能自己证明/);
    expect(asked.photos).toBe(1);
    expect(await balanceOf('sun-mei')).toBe(0);
    await world.presses('xu-ning', 'private', asked, '是');
    expect(await balanceOf('sun-mei')).toBe(10);
    expect(countSeen(await world.group('residents'), /纸名单|不能自己证明/)).toBe(0);
  });
});
