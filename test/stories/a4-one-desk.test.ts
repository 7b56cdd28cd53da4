import { toldTo } from '../support/news';
import { sandboxWorld } from '../support/story-sandbox';
import { countSeen, lastSeen } from '../support/story-world';

type World = Awaited<ReturnType<typeof sandboxWorld>>;

let world: World;

const says = async (person: string, text: string, photo?: 'cars' | 'clean'): Promise<string> =>
  (await toldTo(world, person, () => world.writes(person, { text, ...(photo ? { photo } : {}) })))
    .map((seen) => seen.text)
    .join('\n---\n');

/** A resident reports in private; the number of what it became. */
const reports = async (person: string, text: string): Promise<number> => {
  const told = await toldTo(world, person, () => world.writes(person, { text }));
  return told.findLast(({ number }) => number !== null)?.number ?? 0;
};

const historyOf = async (number: number): Promise<readonly string[]> =>
  (await world.ticket(number)).history.map(({ what }) => what);

// Friday morning.
beforeAll(async () => {
  world = await sandboxWorld({ startsAt: '2026-11-20T09:00:00+08:00' });
});
afterAll(() => world.stop());

describe('a desk beside the ladder: what is the property firm’s goes to the property firm', () => {
  let number: number;

  test('whoever answers for the desk is asked, and the resident hears which desk has it', async () => {
    number = await reports('pan-bo', '8号楼楼道灯不亮了');
    await world.writes('li-qiang', { text: `接 #${number}` });
    expect(await says('li-qiang', `转 #${number} 给 物业`)).toContain('要说原因');
    expect(await says('li-qiang', `转 #${number} 给 物业 因为 楼道灯归物业管`)).toMatch(
      /已经请物业来办（丁伟、罗军），请他们在今天 1\d:\d\d前接下/,
    );
    for (const person of ['ding-wei', 'luo-jun'])
      lastSeen(await world.private(person), new RegExp(`#${number}[\\s\\S]*能办请回`));
    lastSeen(await world.private('pan-bo'), new RegExp(`#${number}.*已派单\\n物业在管这件事`));
    expect(await says('pan-bo', `查 #${number}`)).toContain('李强请物业来办：“楼道灯归物业管”');
  });

  test('said twice it is given once; a neighbour and another desk cannot take it', async () => {
    expect(await says('li-qiang', `转 #${number} 给 物业 因为 楼道灯归物业管`)).toContain('已经请物业来办');
    expect((await historyOf(number)).filter((what) => what === 'given-to-desk')).toHaveLength(1);
    for (const person of ['cao-ying', 'tao-li'])
      expect(await says(person, `接 #${number}`)).toContain('没找到您能用的');
  });

  test('退 comes back to who gave it, also after a restart', async () => {
    await world.restart();
    const card = lastSeen(await world.private('luo-jun'), /能办请回/);
    await world.presses('luo-jun', 'private', card, '退回');
    await world.writes('luo-jun', { text: '灯是路灯所的，不是我们的' });
    const asked = lastSeen(await world.private('li-qiang'), /罗军退回来了：“灯是路灯所的，不是我们的”/);
    expect(asked.choices[0]).toBe('李强');
    expect((await world.ticket(number)).state).toBe('reported');
    expect(await says('ding-wei', `接 #${number}`)).toContain('没找到您能用的');
  });

  test('whoever got it back sends it to a department; who has it there finishes it', async () => {
    expect(await says('li-qiang', `派 #${number} 给 城管 因为 他们能找路灯所`)).toContain('已经请城管来办（肖勇）');
    expect(await says('xiao-yong', `接 #${number}`)).toContain('这件事由您负责');
    expect(await says('xiao-yong', `办结 #${number} 路灯所来换了灯`, 'clean')).toContain('办好了，记下了');
    lastSeen(await world.private('pan-bo'), /城管讲已经办好了[\s\S]*解决了，满意回 1/);
    await world.writes('pan-bo', { text: '1' });
    expect(await world.ticket(number)).toMatchObject({ state: 'archived', solved: true, satisfied: true });
  });
});

describe('the branch convenes: minutes, solved', () => {
  let number: number;

  test('only the branch convenes, with a day, an hour and a place', async () => {
    number = await reports('pan-bo', '8号楼门口垃圾堆得很高');
    await world.writes('li-qiang', { text: `接 #${number}` });
    for (const person of ['li-qiang', 'chen-xiao', 'zheng-hai'])
      expect(await says(person, `召集 #${number} 明天15点 在居委会`)).toContain('要由这一片的网格党支部来召集');
    expect(await says('cao-ying', `召集 #${number} 明天15点 在居委会`)).toContain('没找到您能用的');
    expect(await says('he-ping', `召集 #${number} 在居委会`)).toContain('没看懂哪天几点开会');
    expect(await says('he-ping', `召集 #${number} 明天15点`)).toContain('还没说在哪里开会');
    expect(await says('he-ping', `纪要 #${number} 解决了`)).toContain('还没有召集过会');
  });

  test('the owners’ committee, the property firm and whoever has it are told where and when; once', async () => {
    const told = await says('he-ping', `召集 #${number} 明天15点 在居委会二楼`);
    expect(told).toMatch(/已经请业委会、物业明天 15:00来开会，在居委会二楼（黄磊、曹颖、丁伟、罗军、李强）/);
    expect(await says('he-ping', `召集 #${number} 明天15点 在居委会二楼`)).toContain('已经请业委会、物业');
    for (const person of ['huang-lei', 'cao-ying', 'ding-wei', 'luo-jun', 'li-qiang'])
      expect(
        countSeen(await world.private(person), /二网格党支部请业委会、物业一起商量这件事：明天 15:00，在居委会二楼/),
      ).toBe(1);
    expect(countSeen(await world.group('residents'), /居委会二楼/)).toBe(0);
  });

  test('who cannot come says so to whoever convened; others of the house cannot look into it', async () => {
    expect(await says('ding-wei', `留言 #${number} 明天我在外地，罗军去`)).toContain('留言记在这件事里了');
    lastSeen(await world.private('he-ping'), /丁伟留言：“明天我在外地，罗军去”/);
    expect(await says('emma', `查 #${number}`)).toContain('There is no #');
  });

  test('all are reminded once, also over a restart; afterwards the branch is asked for the minutes', async () => {
    await world.restart();
    await world.advance(28 * 60);
    for (const person of ['huang-lei', 'luo-jun', 'he-ping'])
      expect(countSeen(await world.private(person), /别忘了：今天 15:00在居委会二楼开会/)).toBe(1);
    await world.advance(4.5 * 60);
    expect(countSeen(await world.private('he-ping'), /15:00的会开得怎么样/)).toBe(1);
    expect(countSeen(await world.private('luo-jun'), /别忘了/)).toBe(1);
  });

  test('minutes with a result: it is done, settled within the grid, and the resident is asked', async () => {
    expect(await says('he-ping', `纪要 #${number} 大家都来了`)).toContain('没看懂会上谈成了没有');
    expect(await says('luo-jun', `纪要 #${number} 解决了`)).toContain('要由这一片的网格党支部来召集');
    expect(await says('he-ping', `纪要 #${number} 解决了，物业每天清两次，业委会监督`, 'clean')).toContain(
      '办好了，记下了',
    );
    expect((await historyOf(number)).slice(-3)).toEqual(['minutes-taken', 'resolved', 'call-back-asked']);
    await world.advance(24 * 60);
    lastSeen(await world.private('pan-bo'), new RegExp('已经办好了[\\s\\S]*解决了，满意回 1'));
    await world.writes('pan-bo', { text: '1' });
    expect(await world.ticket(number)).toMatchObject({ state: 'archived', solved: true });
  });

  test('minutes that come late are kept and change nothing', async () => {
    expect(await says('he-ping', `纪要 #${number} 没解决，补一份签到`)).toContain('这件事的结果没有变');
    expect(await world.ticket(number)).toMatchObject({ state: 'archived', solved: true });
  });
});

describe('what the meeting cannot solve climbs with the minutes', () => {
  test('the community hears why, and takes it', async () => {
    await world.api.post('/clock', { to: '2026-11-23T09:00:00+08:00' });
    const number = await reports('cao-ying', '5号楼楼道堆满杂物过不去人');
    await world.writes('li-qiang', { text: `接 #${number}` });
    await world.writes('he-ping', { text: `召集 #${number} 今天11点 在5号楼下 请物业` });
    expect(countSeen(await world.private('huang-lei'), new RegExp(`#${number}\\b`))).toBe(0);
    lastSeen(await world.private('luo-jun'), /二网格党支部请物业一起商量这件事：今天 11:00，在5号楼下/);
    await world.advance(150);
    expect(await says('he-ping', `纪要 #${number} 没解决，物业说没有清运的钱，请社区想办法`)).toContain('已经告诉');
    const up = lastSeen(
      await world.private('lin-jing'),
      /二网格党支部开会商量过，没能解决，往上报了。何平的纪要：“没解决，物业说没有清运的钱/,
    );
    await world.presses('lin-jing', 'private', up, '接单');
    expect(await world.ticket(number)).toMatchObject({ state: 'claimed', owner: 'lin-jing' });
    await world.writes('lin-jing', { text: `办结 #${number} 社区出钱清走了` });
    expect(await historyOf(number)).toContain('raised');
  });

  test('简报 shows the share that was settled within the grid: what the branch’s meeting settled counts', async () => {
    // The first was a department's; the third waits for its reviewer, since it was raised.
    expect(await says('chen-xiao', '简报')).toContain('网格内办结50%（1/2）');
  });
});
