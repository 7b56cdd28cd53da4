import { toldTo } from '../support/news';
import { sandboxWorld } from '../support/story-sandbox';
import { countSeen, lastSeen } from '../support/story-world';

type World = Awaited<ReturnType<typeof sandboxWorld>>;

let world: World;
beforeAll(async () => {
  world = await sandboxWorld();
});
afterAll(() => world.stop());

const day = 24 * 60;

const says = async (person: string, text: string, photo?: 'cars' | 'clean'): Promise<string> =>
  (await toldTo(world, person, () => world.writes(person, { text, ...(photo ? { photo } : {}) })))
    .map((seen) => seen.text)
    .join('\n---\n');

/** Somebody applies in private; the number of the application. */
const applies = async (person: string, text: string): Promise<number> => {
  const told = await toldTo(world, person, () => world.writes(person, { text }));
  return told.findLast(({ number }) => number !== null)?.number ?? 0;
};

const steps = async (number: number, what: string): Promise<number> =>
  (await world.ticket(number)).history.filter((step) => step.what === what).length;

describe('一次性告知: told once and completely, and the clock waits', () => {
  let number: number;

  test('the whole list is told at once, with how to bring it; nothing is promised yet, and no group hears', async () => {
    const before = (await world.group('residents')).length;
    number = await applies('pan-bo', '我想给我妈申请高龄津贴');
    const told = lastSeen(await world.private('pan-bo'), new RegExp(`#${number} 高龄津贴`)).text;
    expect(told).toMatch(/要3样材料，一次说全：\n1\. 老人身份证\n2\. 户口本\n3\. 一寸照片\n/);
    expect(told).toMatch(/带到社区服务大厅2号窗口[\s\S]*材料齐了才开始算时间[\s\S]*补充 #/);
    expect(countSeen(await world.private('pan-bo'), /一次说全/)).toBe(1);
    expect(await world.group('residents')).toHaveLength(before);
    lastSeen(await world.private('xu-ning'), /老人身份证、户口本、一寸照片。齐了才算时间/);
  });

  test('it cannot be done before they are complete', async () => {
    expect(await says('xu-ning', `办结 #${number} 办好了`)).toContain('材料还没齐');
    expect((await world.ticket(number)).state).toBe('dispatched');
    await says('xu-ning', `接 #${number}`);
  });

  test('为什么 says what it waits for, and no deadline runs', async () => {
    const why = await says('pan-bo', `为什么 #${number}`);
    expect(why).toContain('在等材料：老人身份证、户口本、一寸照片');
    expect(why).not.toContain('办结时限');
  });

  test('who has to bring them is reminded after three days, once, and nobody climbs the ladder', async () => {
    await world.advance(4 * day);
    expect(countSeen(await world.private('pan-bo'), /还在等您的材料/)).toBe(1);
    await world.restart();
    await world.advance(60);
    expect(countSeen(await world.private('pan-bo'), /还在等您的材料/)).toBe(1);
    expect(countSeen(await world.private('lin-jing'), new RegExp(`#${number}.*已超过`))).toBe(0);
  });

  test('what is brought is looked at by whoever has it', async () => {
    expect(await says('pan-bo', `补充 #${number} 身份证和照片`, 'clean')).toContain('材料收到了');
    const look = lastSeen(await world.private('xu-ning'), /送来了材料（1张照片）：“身份证和照片”/);
    expect(look).toMatchObject({ choices: ['齐了'], photos: 1 });
  });

  test('what is still missing of the list is said again; a paper beyond it needs a reason, and an apology', async () => {
    expect(await says('xu-ning', `还缺 #${number}`)).toContain('要写一句话');
    expect(await says('xu-ning', `还缺 #${number} 户口本`)).toContain('还差清单上的：户口本');
    expect(lastSeen(await world.private('pan-bo'), /还差清单上的/).text).toContain('还差清单上的：户口本。');
    expect(await says('xu-ning', `还缺 #${number} 居住证`)).toContain('要说原因');
    await says('xu-ning', `还缺 #${number} 居住证 因为 户口不在本市`);
    expect(lastSeen(await world.private('pan-bo'), /居住证/).text).toMatch(/户口不在本市[\s\S]*第一次没有说全，对不起/);
    expect(await steps(number, 'papers-missing')).toBe(2);
  });

  test('“还缺人” asks for people, not for papers', async () => {
    const card = lastSeen(await world.private('xu-ning'), new RegExp(`#${number} 高龄津贴`));
    const before = await steps(number, 'papers-missing');
    await world.writes('xu-ning', { text: '还缺两个人', replyTo: card });
    await world.writes('xu-ning', { text: '还缺人', replyTo: card });
    expect(await steps(number, 'papers-missing')).toBe(before);
    // "#…" of an alarm: hands are short.
    expect(await says('xu-ning', `还缺人 #${number}`)).toContain('不能“加人”');
  });

  test('others cannot say that they are complete', async () => {
    expect(await says('cao-ying', `齐了 #${number}`)).toContain('没找到您能用的');
    expect(await says('ma-li', `齐了 #${number}`)).toMatch(/没找到您能用的|要管这件事的人来说/);
    expect(await steps(number, 'papers-complete')).toBe(0);
  });

  test('the resident’s own 齐了 asks for a look; the press of whoever has it starts the clock, once', async () => {
    expect(await says('pan-bo', `齐了 #${number}`)).toContain('看过齐不齐，会告诉您');
    const look = lastSeen(await world.private('xu-ning'), /报的人送来了材料/);
    await world.restart();
    await world.presses('xu-ning', 'private', look, '齐了');
    lastSeen(await world.private('xu-ning'), /从现在开始算时间/);
    expect(lastSeen(await world.private('pan-bo'), /材料齐了，谢谢您/).text).toMatch(/最晚.*答复/);
    await world.presses('xu-ning', 'private', look, '齐了');
    expect(await steps(number, 'papers-complete')).toBe(1);
    expect(countSeen(await world.private('pan-bo'), /材料齐了，谢谢您/)).toBe(1);
    expect(await says('pan-bo', `为什么 #${number}`)).toContain('办结时限');
  });

  test('it goes to the back office with its deadline, and the result comes back to the resident', async () => {
    const { dueAt } = await world.ticket(number);
    await says('xu-ning', `转 #${number} 给 何敏 因为 后台办理`);
    expect((await world.ticket(number)).owner).toBe('he-min');
    expect((await world.ticket(number)).dueAt).toBe(dueAt);
    expect(await says('he-min', `办结 #${number} 津贴批了，下个月到卡上`, 'clean')).toContain('办好了，记下了');
    const asked = lastSeen(await world.private('pan-bo'), /已经办好了[\s\S]*解决了，满意回 1/);
    await world.presses('pan-bo', 'private', asked, '解决了，满意');
    expect((await world.ticket(number)).state).toBe('archived');
  });
});

describe('who never brings them, and who brings them late', () => {
  let number: number;

  test('closed for missing papers, both told; a late paper hears that it is over', async () => {
    number = await applies('chen-yun', '申请高龄津贴怎么办');
    await world.advance(16 * day);
    lastSeen(await world.private('chen-yun'), /材料一直没送来，这件事先关掉了/);
    expect((await world.ticket(number)).state).toBe('archived');
    expect(await says('chen-yun', `补充 #${number} 户口本`)).toMatch(/不能“补充”|没有改/);
    expect(await steps(number, 'papers-brought')).toBe(0);
  });

  test('two people’s applications are never one', async () => {
    const one = await applies('chen-yun', '我想申请高龄津贴');
    const other = await applies('liu-jianguo', '我也想申请高龄津贴');
    expect(one).toBeGreaterThan(0);
    expect(other).toBeGreaterThan(one);
    expect(countSeen(await world.private('liu-jianguo'), new RegExp(`#${one}`))).toBe(0);
  });
});

describe('people without a phone', () => {
  const done = async (by: string, number: number): Promise<void> => {
    await says(by, `齐了 #${number}`);
    await says(by, `办结 #${number} 津贴批了，每月发到卡上`);
  };

  test('whoever applied for an old lady hears the result, tells her at her door, and says what she said', async () => {
    const number = await applies('liu-xiaoyu', '代 太奶奶 报 申请高龄津贴');
    await done('lin-jing', number);
    const asked = lastSeen(await world.private('liu-xiaoyu'), /您替“太奶奶”报的这件事办好了：“津贴批了，每月发到卡上”/);
    expect(asked.choices).toHaveLength(4);
    expect(await says('cao-ying', `告知 #${number} 上门 满意`)).toContain('没找到您能用的');
    expect(await says('liu-xiaoyu', `告知 #${number} 好`)).toContain('没看懂是怎么告诉的');
    await world.restart();
    await says('liu-xiaoyu', `告知 #${number} 上门 太奶奶不太满意`);
    expect(await world.ticket(number)).toMatchObject({ state: 'archived', solved: true, satisfied: false });
    expect(await steps(number, 'told-in-person')).toBe(1);
    expect(await says('liu-xiaoyu', `告知 #${number} 上门 满意`)).toContain('不能“告知”');
    expect(await says('lin-jing', `查 #${number}`)).toContain('刘小雨上门告诉了本人');
  });

  test('without what she said, it is asked in one press; said twice, it is kept once', async () => {
    const number = await applies('ma-li', '代 3号楼李大爷 报 想申请高龄津贴');
    await done('lin-jing', number);
    expect(await says('ma-li', `告知 #${number} 电话`)).toContain('他怎么说？');
    await says('ma-li', `告知 #${number} 电话`);
    expect(await steps(number, 'told-in-person')).toBe(1);
    const asked = lastSeen(await world.private('ma-li'), /他怎么说？/);
    await world.presses('ma-li', 'private', asked, '解决了，满意');
    expect(await world.ticket(number)).toMatchObject({ state: 'archived', solved: true, satisfied: true });
  });

  test('nobody answers for somebody else how the own work came out: somebody else asks', async () => {
    const number = await applies('lin-jing', '代 5号楼周大妈 报 申请高龄津贴');
    await done('lin-jing', number);
    const told = lastSeen(await world.private('lin-jing'), /您替“5号楼周大妈”报的这件事办好了/);
    expect(told.choices).toEqual([]);
    expect(await says('lin-jing', `告知 #${number} 上门 很满意`)).toContain('满不满意请别人来问');
    expect((await world.ticket(number)).state).toBe('resolved');
    expect(await says('lin-jing', `好了 #${number}`)).toContain('自己办的事不能自己');
    expect(await steps(number, 'phone-task-given')).toBe(1);
    const { history } = await world.ticket(number);
    expect(history.filter(({ what }) => what === 'call-back-answered')).toEqual([]);
    const asker = await someoneAsked(/林静办的，结果也是他告诉“5号楼周大妈”的/);
    await world.presses(asker.person, 'private', asker.seen, '解决了，满意');
    expect(await world.ticket(number)).toMatchObject({ state: 'archived', solved: true, satisfied: true });
  });
});

/** The member of staff who was asked, and the question. */
const someoneAsked = async (pattern: RegExp) => {
  for (const person of ['chen-xiao', 'xu-ning', 'he-min', 'gao-yuan']) {
    const seen = (await world.private(person)).findLast(({ text }) => pattern.test(text));
    if (seen) return { person, seen };
  }
  throw new Error(`nobody of the staff was asked ${String(pattern)}`);
};
