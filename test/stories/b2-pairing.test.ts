import { toldTo } from '../support/news';
import { sandboxWorld } from '../support/story-sandbox';
import { countSeen, lastSeen } from '../support/story-world';

type World = Awaited<ReturnType<typeof sandboxWorld>>;

let world: World;
const advanceTo = (to: string): Promise<unknown> => world.api.post('/clock', { to });
const last = async (who: string, pattern: RegExp) => lastSeen(await world.private(who), pattern);
const answer = async (who: string, text: string): Promise<string> =>
  (await toldTo(world, who, () => world.writes(who, { text }))).map((one) => one.text).join('\n---\n');
const numberOf = (text: string): number => Number(/#(\d+)/.exec(text)?.[1]);

/** In the order in which they offer: 6号楼, 8号楼, 1号楼. */
const offers = new Map<string, number>();

describe('younger old neighbours look in on old ones who live alone', () => {
  beforeAll(async () => {
    // A Friday, 9:00.
    world = await sandboxWorld();
    for (const who of ['zhang-nainai', 'sun-mei', 'wang-fang', 'chen-xiao', 'cao-ying'])
      await world.writes(who, { text: '积分' });
  });
  afterAll(() => world.stop());
  afterEach(async () => {
    for (const group of ['residents', 'volunteers', 'staff', 'riders'])
      expect(countSeen(await world.group(group), /结对/)).toBe(0);
  });

  test('who is between 60 and 79 offers; only the decade is kept, and others hear what else helps', async () => {
    for (const [who, age] of [
      ['hu-xia', 61],
      ['pan-bo', 72],
      ['liu-jianguo', 66],
    ] as const)
      offers.set(who, numberOf(await answer(who, `愿意结对 ${age}岁`)));
    expect(await answer('liu-jianguo', '愿意结对 67岁')).toContain(`#${offers.get('liu-jianguo') ?? 0} 改好了`);
    expect(await answer('cao-ying', '愿意结对')).toContain('您今年多大');
    for (const age of ['35岁', '85岁', '0岁', '999岁'])
      expect(await answer('cao-ying', `愿意结对 ${age}`)).toContain('60到79岁');
    expect(await world.ticket(offers.get('liu-jianguo') ?? 0)).toMatchObject({ kind: 'companion', state: 'willing' });
    expect(JSON.stringify(await world.ticket(offers.get('pan-bo') ?? 0))).not.toContain('72');
  });

  test('a captain asks for a pair, and hears of the nearest first, with why; residents do not', async () => {
    expect(await answer('cao-ying', '结对 王奶奶')).toContain('由楼栋长、网格员或社区来提');
    expect(await answer('sun-mei', '结对')).toContain('要给哪位老人结对');
    expect(await answer('sun-mei', '结对 没有这个人')).toContain('没有找到“没有这个人”');
    expect(await answer('sun-mei', '结对 王奶奶 和 曹颖')).toContain('曹颖没有报名结对');
    const told = await answer('sun-mei', '结对 王奶奶');
    expect(told).toMatch(/1\. 刘建国，60多岁，同一栋楼\n2\. 潘博，70多岁，离得约50米\n3\. 胡霞，60多岁，离得约\d+米\n/);
  });

  test('both are asked in private, the captain for who has no phone; one “yes” makes no pair', async () => {
    const proposed = await last('sun-mei', /最近的/);
    await world.presses('sun-mei', 'private', proposed, '是第1位');
    const number = offers.get('liu-jianguo') ?? 0;
    expect((await last('sun-mei', /已经私下问刘建国和孙梅/)).text).toContain('两边都答应了才算');
    const asked = await last('liu-jianguo', /想请您和王奶奶结对/);
    expect((await last('sun-mei', /请当面问一下本人/)).text).toContain('60多岁的邻居');
    await world.presses('liu-jianguo', 'private', asked, '是');
    expect(await world.ticket(number)).toMatchObject({ state: 'asked' });
    expect((await last('liu-jianguo', /另一边也答应了，马上告诉您/)).text).toContain(`结束结对 #${number}`);
    expect(await answer('chen-xiao', '结对 王奶奶 和 潘博')).toContain(`已经在问，或者有人结对了（#${number}）`);
    expect(countSeen(await world.private('pan-bo'), /结对：/)).toBe(0);
  });

  test('with both it stands, also over a restart and a second press; a wrong person decides nothing', async () => {
    const number = offers.get('liu-jianguo') ?? 0;
    await world.restart();
    expect(await answer('cao-ying', `结束结对 #${number}`)).toContain('不由您来定');
    expect(await answer('cao-ying', `查 #${number}`)).toContain(`没找到您能用的 #${number}`);
    const asked = await last('sun-mei', /请当面问一下本人/);
    await world.presses('sun-mei', 'private', asked, '是');
    await world.presses('sun-mei', 'private', asked, '是').catch(() => undefined);
    expect(await world.ticket(number)).toMatchObject({ state: 'stands' });
    expect((await last('liu-jianguo', /结对成了/)).text).toContain('每次去看过，回“服务 王奶奶 1小时”');
    expect(countSeen(await world.private('sun-mei'), /结对成了：刘建国会常去看看王奶奶/)).toBe(1);
  });

  test('a visit is hours served like any other, and counted with the pair', async () => {
    await answer('liu-jianguo', '服务 王奶奶 1小时半 聊天');
    await world.presses('sun-mei', 'private', await last('sun-mei', /刘建国说/), '是');
    expect((await world.books()).accounts.find(({ id }) => id === 'person:liu-jianguo')?.balance).toBe(15);
    for (const who of ['liu-jianguo', 'chen-xiao'])
      expect(await answer(who, `查 #${offers.get('liu-jianguo') ?? 0}`)).toContain('看过1次，一共1小时30分钟');
  });

  test('either ends it at any time; the hours stay, and both are free again', async () => {
    await answer('liu-jianguo', '结束结对');
    expect((await last('sun-mei', /结对到这里结束了/)).text).toContain('刘建国说的');
    expect(await world.ticket(offers.get('liu-jianguo') ?? 0)).toMatchObject({ state: 'willing' });
    expect((await world.books()).accounts.find(({ id }) => id === 'person:liu-jianguo')?.balance).toBe(15);
    expect(await answer('liu-jianguo', '结束结对')).toContain('结束结对');
    expect(await answer('liu-jianguo', '不结对了')).toContain('不再给您介绍了');
    expect(await answer('sun-mei', '结对 王奶奶')).not.toContain('刘建国');
  });

  test('who has a phone is asked herself; “no” needs no reason and shames nobody', async () => {
    await answer('chen-xiao', '结对 张奶奶 和 潘博');
    const asked = await last('zhang-nainai', /张奶奶您好，陈晓想请潘博（70多岁的邻居）常来看看您/);
    await world.presses('pan-bo', 'private', await last('pan-bo', /想请您和张奶奶结对/), '是');
    await world.presses('zhang-nainai', 'private', asked, '不是');
    expect((await last('zhang-nainai', /没关系，谢谢您说一声/)).text).not.toContain('潘博');
    expect((await last('pan-bo', /这次没有结成，谢谢您答应/)).text).not.toContain('张奶奶');
    expect((await last('chen-xiao', /这次没结成/)).text).toContain('张奶奶这边不方便');
    await world.presses('pan-bo', 'private', await last('pan-bo', /想请您和张奶奶结对/), '是').catch(() => undefined);
    expect(await world.ticket(offers.get('pan-bo') ?? 0)).toMatchObject({ state: 'willing' });
  });

  test('nobody answers: asked once more, then whoever asked hears it, also when the program slept', async () => {
    await answer('sun-mei', '结对 王奶奶 和 胡霞');
    await advanceTo('2026-11-21T10:00:00+08:00');
    await world.restart();
    expect(countSeen(await world.private('hu-xia'), /再问一次.*想请您和王奶奶结对/)).toBe(1);
    await world.presses('hu-xia', 'private', await last('hu-xia', /想请您和王奶奶结对/), '是');
    await world.jump(3 * 1_440);
    await world.advance(1);
    expect((await last('sun-mei', /三天里没有都回话/)).text).toContain('结对 王奶奶');
    expect(countSeen(await world.private('hu-xia'), /这次没有结成，谢谢您答应/)).toBe(1);
    expect(countSeen(await world.private('hu-xia'), /再问一次/)).toBe(1);
    expect(await world.ticket(offers.get('hu-xia') ?? 0)).toMatchObject({ state: 'willing' });
  });

  test('two who ask at the same moment for the same old neighbour: one pair is asked for', async () => {
    await Promise.all([
      world.writes('sun-mei', { text: '结对 王奶奶 和 胡霞' }),
      world.writes('chen-xiao', { text: '结对 王奶奶 和 潘博' }),
    ]);
    const states = await Promise.all(
      ['hu-xia', 'pan-bo'].map(async (who) => (await world.ticket(offers.get(who) ?? 0)).state),
    );
    expect([...states].sort()).toEqual(['asked', 'willing']);
  });
});
