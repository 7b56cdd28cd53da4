import { numberTold, saidIn, toldTo } from '../support/news';
import { sandboxWorld } from '../support/story-sandbox';
import { countSeen, lastSeen } from '../support/story-world';

type World = Awaited<ReturnType<typeof sandboxWorld>>;

let world: World;
const says = async (person: string, text: string): Promise<string> =>
  (await toldTo(world, person, () => world.writes(person, { text }))).map((seen) => seen.text).join('\n---\n');

describe('those who handle, as they write', () => {
  beforeAll(async () => {
    world = await sandboxWorld();
  });
  afterAll(() => world.stop());

  test('“马上去看” in private, with one matter in hand, is a note on it', async () => {
    await world.writes('pan-bo', { text: '8号楼楼道灯不亮了' });
    const number = await numberTold(world, 'pan-bo');
    expect(await says('li-qiang', '马上去看')).not.toContain('留言记在');
    await world.writes('li-qiang', { text: `接 #${number}` });
    expect(await says('li-qiang', '马上去看')).toContain('留言记在这件事里了');
    expect((await world.ticket(number)).history.at(-1)?.what).toBe('noted');
  });

  test('“收到” after an alarm: thanked, and told that only “我负责” counts', async () => {
    await world.writes('hu-xia', { text: '1号楼2单元着火了，快来人' });
    const number = await numberTold(world, 'xu-ning');
    const { text } = lastSeen(await world.private('hu-xia'), /马上打119/);
    expect(text).toContain('已记下地点：1号楼');
    expect(text).not.toContain('在哪里');
    expect(await says('xu-ning', '收到')).toContain(`马上回“我负责 #${number}”`);
    expect((await world.ticket(number)).state).toBe('dispatched');
    await world.writes('xu-ning', { text: `我负责 #${number}` });
    expect(await says('xu-ning', '收到')).not.toContain('我负责');
  });

  test('words of the work are heard in the staff group without a mention, answered in private', async () => {
    const told = await toldTo(world, 'xu-ning', async () => {
      expect(await saidIn(world, 'staff', () => world.posts('xu-ning', 'staff', { text: '待办' }))).toEqual([]);
    });
    expect(told.map(({ text }) => text).join()).toContain('您的事');
    await world.posts('lin-jing', 'staff', { text: '邀请 网格员 第一网格' });
    expect((await world.private('lin-jing')).at(-1)?.text).toContain('第一网格网格员的码');
    const residents = await toldTo(world, 'xu-ning', () => world.posts('xu-ning', 'residents', { text: '待办' }));
    expect(residents).toEqual([]);
  });

  test('人工 again within ten minutes: staff hear it once, the person that it was passed on; later once more', async () => {
    await world.api.post('/clock', { to: '2026-11-20T03:00:00.000Z' });
    const before = countSeen(await world.private('xu-ning'), /张奶奶想找人说话/);
    expect(await says('zhang-nainai', '人工')).toContain('会来找您');
    expect(await says('zhang-nainai', '人工')).toContain('已经转告了');
    expect(countSeen(await world.private('xu-ning'), /张奶奶想找人说话/)).toBe(before + 1);
    await world.advance(10);
    expect(await says('zhang-nainai', '人工')).toContain('会来找您');
    expect(countSeen(await world.private('xu-ning'), /张奶奶想找人说话/)).toBe(before + 2);
  });

  test('我的资料: roles, building, open matters and points, in private only', async () => {
    await world.writes('cao-ying', { text: '5号楼楼道灯不亮了' });
    const number = await numberTold(world, 'cao-ying');
    expect(await says('cao-ying', '我的资料')).toBe(
      [
        '曹颖您好，这里记着您这些，只给管事的人看：',
        '身份：邻里社区的居民。',
        '住处：5号楼。',
        `还没办完的事：#${number}。积分：0分。`,
        '还有您聊天软件的账号，和您报事时说的话、发的照片。',
        '哪里不对，回“人工”说一声；要全部删掉，回“忘记我”。',
      ].join('\n'),
    );
    expect(await saidIn(world, 'residents', () => world.posts('cao-ying', 'residents', { text: '我的资料' }))).toEqual(
      [],
    );
  });

  test('it says whether its bots are ready', async () => {
    const answer = await fetch(`${world.app.address}/readyz`);
    expect(await answer.json()).toEqual({ ready: true, database: 'ready', queue: 'ready', bots: 'ready' });
  });
});
