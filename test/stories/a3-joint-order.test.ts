import { saidIn, toldTo } from '../support/news';
import { packFile } from '../support/story-app';
import { sandboxWorld } from '../support/story-sandbox';
import { countSeen, lastSeen } from '../support/story-world';

type World = Awaited<ReturnType<typeof sandboxWorld>>;

let world: World;
/** A community where somebody approves and assigns, and every result is reviewed. */
const open = async (): Promise<void> => {
  const PACK = await packFile(new Map(), { dispatch: 'by-person', reviewShare: 1 });
  world = await sandboxWorld({ env: { PACK } });
};

const says = async (person: string, text: string, photo?: 'clean' | 'elder'): Promise<string> =>
  (await toldTo(world, person, () => world.writes(person, { text, ...(photo ? { photo } : {}) })))
    .map((seen) => seen.text)
    .join('\n---\n');

const presses = async (person: string, pattern: RegExp, label: string): Promise<void> =>
  world.presses(person, 'private', lastSeen(await world.private(person), pattern), label);

const number = 101;

/** Wang Fang has it, and has looked at it on the spot. */
const surveyed = async (): Promise<void> => {
  await open();
  await world.writes('liu-jianguo', { text: '6号楼3楼楼道屋顶渗水，墙上一大片水渍', photo: 'elder' });
  await presses('xu-ning', /请在.+前派人/, '王芳');
  await presses('wang-fang', /能办请回/, '接单');
  await world.writes('wang-fang', { text: `补充 #${number} 实地勘察：4楼水管接头漏，墙面也要补`, photo: 'elder' });
};

describe('a water stain that two departments mend together', () => {
  beforeAll(surveyed, 60_000);
  afterAll(() => world.stop());

  test('two departments are asked, each with its part; the reporter sees it', async () => {
    expect(await says('wang-fang', `联 #${number} 自来水公司 做 换4楼水管接头`)).toContain('已经请自来水公司（陶力）');
    expect(await says('wang-fang', `联 #${number} 物业 做 补好墙面 周二前`)).toContain('物业（丁伟、罗军）');
    const asked = lastSeen(await world.private('tao-li'), /王芳请自来水公司帮着办：“换4楼水管接头”/);
    expect([asked.choices, asked.photos > 0]).toEqual([['接单', '退回'], true]);
    expect(await says('liu-jianguo', `查 #${number}`)).toContain('联办｜自来水公司（陶力）：“换4楼水管接头”，还没接');
  });

  test('the first of a desk has its part, and the leader cannot close before both have done theirs', async () => {
    await presses('tao-li', /帮着办/, '接单');
    lastSeen(await world.private('wang-fang'), /自来水公司陶力接下了联办的那一块/);
    expect(await says('ding-wei', `接 #${number}`)).toContain('您接下了联办的这一块');
    expect(await says('luo-jun', `接 #${number}`)).toContain('丁伟先接了');
    expect(await says('wang-fang', `办结 #${number} 好了`, 'clean')).toMatch(
      /联办的还没都办好[\s\S]*自来水公司[\s\S]*物业/,
    );
    expect(await world.ticket(number)).toMatchObject({ state: 'claimed', owner: 'wang-fang' });
  });

  test('what a helper says in between, and after a restart, is of the helper’s own part', async () => {
    await world.restart();
    await says('tao-li', `留言 #${number} 下午两点停水半小时`);
    lastSeen(await world.private('wang-fang'), /自来水公司陶力说了联办的进展：“下午两点停水半小时”/);
    expect(await says('tao-li', `办结 #${number}`)).toContain('要写一句话');
    expect(await says('tao-li', '接头换好了')).toContain('您联办的这一块记下了');
    expect(lastSeen(await world.private('wang-fang'), /联办的那一块办好了：“接头换好了”/).text).toContain(
      '还有1家没办好',
    );
    expect(await says('tao-li', `办结 #${number} 接头换好了`)).toContain('您联办的这一块记下了');
    expect(await says('wang-fang', `为什么 #${number}`)).toMatch(/联办｜物业（丁伟）：“补好墙面 周二前”，在办/);
  });

  test('each part has its own clock: the helper and the leader hear when it is over', async () => {
    await world.advance(4 * 1440 + 120);
    lastSeen(await world.private('ding-wei'), /联办的这一块超过时间了/);
    lastSeen(await world.private('wang-fang'), /联办的那一块超过时间了[\s\S]*物业（丁伟）/);
    await says('ding-wei', `办结 #${number} 墙面刷好了`, 'clean');
    lastSeen(await world.private('wang-fang'), /各家都办好了。整件事好了，请回“办结 #101”/);
  });

  test('the reviewer sends back one part, and only that', async () => {
    await says('wang-fang', `办结 #${number} 不漏了，墙也补了`, 'clean');
    expect(await world.ticket(number)).toMatchObject({ state: 'under-review' });
    expect(await says('fang-zheng', `驳回 #${number} 物业 因为 墙角还是湿的`)).toContain('驳回了');
    lastSeen(await world.private('ding-wei'), /您联办的这一块驳回了：“墙角还是湿的”/);
    expect(countSeen(await world.private('tao-li'), /驳回/)).toBe(0);
    expect(await says('wang-fang', `办结 #${number} 好了`, 'clean')).toContain('联办的还没都办好');
    await says('ding-wei', `办结 #${number} 墙角重新做了防水`, 'clean');
    await says('wang-fang', `办结 #${number} 都好了`, 'clean');
    await presses('fang-zheng', /请审单/, '通过');
  });

  test('the reporter is asked, and asked again after a look; then it is filed, and every step can be read', async () => {
    await presses('liu-jianguo', /解决了，满意回 1/, '还没去看');
    await world.advance(1440);
    expect(countSeen(await world.private('liu-jianguo'), /解决了，满意回 1/)).toBe(2);
    await presses('liu-jianguo', /解决了，满意回 1/, '解决了，满意');
    expect(await world.ticket(number)).toMatchObject({ state: 'archived', solved: true, satisfied: true });
    const history = await says('liu-jianguo', `查 #${number}`);
    for (const step of [
      ...['许宁已审批，派给王芳', '王芳接单', '补充了情况', '王芳请自来水公司陶力联办：“换4楼水管接头”'],
      ...['王芳请物业丁伟、罗军联办', '陶力接了联办的那一块', '陶力联办的那一块办好了', '丁伟联办的那一块办好了'],
      ...['王芳办好了', '方正审单驳回', '方正审单通过', '第2次问报的人', '解决了，满意', '归档'],
    ])
      expect(history).toContain(step);
  });
});

describe('otherwise', () => {
  afterEach(() => world.stop());

  test('who may ask, whom, and what when they cannot: refused in private with what would do', async () => {
    await surveyed();
    expect(await says('wang-fang', `联 #${number} 飞船公司 做 查水管`)).toMatch(
      /没找到要请的部门或人[\s\S]*物业、自来水公司/,
    );
    expect(await says('wang-fang', `联 #${number} 物业`)).toContain('要说请他们做什么');
    expect(await says('liu-jianguo', `联 #${number} 物业 做 查水管`)).toContain('要管这件事的人来说');
    expect(await says('tao-li', `办结 #${number} 好了`)).toContain('没找到您能用的');
    await says('wang-fang', `联 #${number} 网格党支部 做 找住户商量`);
    lastSeen(await world.private('he-ping'), /王芳请二网格党支部帮着办：“找住户商量”/);
    expect(await says('wang-fang', `联 #${number} 网格党支部 做 找住户商量`)).toContain('已经请过了');

    // Not theirs: the leader asks another, or takes the part away with a reason, and can close.
    await world.writes('wang-fang', { text: `联 #${number} 丁伟 做 看看墙面` });
    expect(await says('ding-wei', `退 #${number}`)).toContain('要说原因');
    expect(await says('ding-wei', '这面墙归业主自己修')).toContain('已经告诉牵头的人');
    const news = lastSeen(await world.private('wang-fang'), /物业丁伟退回了联办的那一块：“这面墙归业主自己修”/);
    expect(news.text).toContain(`撤联 #${number} 物业`);
    expect(await says('wang-fang', `办结 #${number} 好了`, 'clean')).toContain('联办的还没都办好');
    expect(await says('wang-fang', `撤联 #${number} 物业`)).toContain('要说原因');
    await says('wang-fang', '业主自己修');
    expect(await says('wang-fang', `撤联 #${number} 网格党支部 因为 住户同意了`)).toContain('撤了二网格党支部那一块');
    expect(lastSeen(await world.private('he-ping'), /不用您办了/).text).toContain('住户同意了');
    await says('wang-fang', `办结 #${number} 好了`, 'clean');
    expect(await world.ticket(number)).toMatchObject({ state: 'under-review' });
  });

  test('in the group the card names desks and nobody; at night a firm is not disturbed before its hours', async () => {
    world = await sandboxWorld();
    const cards = await saidIn(world, 'residents', () =>
      world.posts('liu-jianguo', 'residents', { text: '6号楼门口下水道堵了，污水往外冒', photo: 'elder' }),
    );
    const [card] = cards;
    const own = card?.number ?? 0;
    await says('wang-fang', `接 #${own}`);
    await says('wang-fang', `联 #${own} 物业 做 疏通下水道`);
    const shown = lastSeen(await world.group('residents'), new RegExp(`#${own}`));
    expect(shown.text).toContain('物业一起办');
    expect(shown.text).not.toMatch(/丁伟|罗军|疏通/);

    await world.writes('pan-bo', { text: '8号楼楼道灯不亮，换个灯泡' });
    const lamp = own + 1;
    await says('li-qiang', `接 #${lamp}`);
    await world.advance(11 * 60 + 30);
    await says('li-qiang', `联 #${lamp} 自来水公司 做 配合停水`);
    expect(countSeen(await world.private('tao-li'), /配合停水/)).toBe(0);
    await world.advance(3 * 1440);
    expect(countSeen(await world.private('tao-li'), /请自来水公司帮着办：“配合停水”/)).toBe(1);
  });
});
