import { numberTold, saidIn, toldTo } from '../support/news';
import { sandboxWorld } from '../support/story-sandbox';
import { countSeen, lastSeen, type Seen } from '../support/story-world';

type World = Awaited<ReturnType<typeof sandboxWorld>>;

let world: World;
const texts = (seen: readonly Seen[]): string[] => seen.map(({ text }) => text);
const says = async (person: string, text: string): Promise<string> =>
  texts(await toldTo(world, person, () => world.writes(person, { text }))).join('\n---\n');
const report = async (person: string, text: string): Promise<number> => {
  await world.writes(person, { text });
  return numberTold(world, person);
};
const advanceTo = (to: string): Promise<unknown> => world.api.post('/clock', { to });

describe('what residents and handlers type', () => {
  beforeAll(async () => {
    world = await sandboxWorld();
  });
  afterAll(() => world.stop());

  test('bare numbers and talk in a group: silence', async () => {
    const said = await saidIn(world, 'residents', async () => {
      for (const text of [
        '1',
        '101',
        '+1',
        '收到',
        '好的',
        '谢谢大家',
        '早上好',
        '为什么',
        '等',
        '转',
        '我的',
        '积分',
        '哈哈哈',
      ])
        await world.posts('pan-bo', 'residents', { text });
    });
    expect(said).toEqual([]);
    expect(await world.private('pan-bo')).toEqual([]);
  });

  test('a bare 1 in private: told that nothing was asked; as an answer it is the first choice, once', async () => {
    expect(await says('pan-bo', '1')).toBe('现在没有等您回答的问题。\n看您的事，回“我的”。');
    const number = await report('pan-bo', '8号楼楼道灯不亮了');
    await world.writes('li-qiang', { text: `接 #${number}` });
    await world.writes('li-qiang', { text: `办结 #${number} 换了灯泡` });
    expect(await says('pan-bo', '１。')).toContain(`#${number} 办结了`);
    expect(await says('pan-bo', '1')).toContain('现在没有等您回答的问题');
    expect(await world.ticket(number)).toMatchObject({ state: 'archived', solved: true, satisfied: true });
  });

  test('a late reply to what is over changes nothing and says so', async () => {
    const number = await numberTold(world, 'pan-bo');
    const before = (await world.ticket(number)).history.length;
    expect(await says('li-qiang', `办结 #${number} 又看了一遍`)).toContain('现在是“已办结”，不能“办结”，什么都没有改');
    expect(await says('pan-bo', `撤回 #${number}`)).toMatch(/现在是“已办结”，不能“撤回”|不能直接撤回/);
    expect(lastSeen(await world.private('pan-bo'), /解决了，满意回 1/).choices).toEqual([]);
    expect(await says('pan-bo', '3')).toContain('现在没有等您回答的问题');
    expect(await world.ticket(number)).toMatchObject({ state: 'archived', solved: true });
    expect((await world.ticket(number)).history).toHaveLength(before);
  });

  test('还没好 after the end opens it again; points are given once', async () => {
    const number = await numberTold(world, 'pan-bo');
    const given = (await world.books()).entries;
    await world.writes('pan-bo', { text: `还没好 #${number}` });
    expect(await world.ticket(number)).toMatchObject({ state: 'claimed', reopenings: 1 });
    await world.writes('li-qiang', { text: `办结 #${number} 换了线` });
    await world.writes('pan-bo', { text: '1' });
    expect(await world.ticket(number)).toMatchObject({ state: 'archived', solved: true });
    expect(await world.books()).toMatchObject({ sum: 0, entries: given });
  });

  test('我也是 in the group: joined, thanked in private, the card counts; the closing notice comes, no question', async () => {
    await world.posts('cao-ying', 'residents', { text: '5号楼门口垃圾堆了三天没人清' });
    const { number, id } = lastSeen(await world.group('residents'), /环境卫生｜5号楼/);
    const said = await saidIn(world, 'residents', () =>
      world.posts('chen-yun', 'residents', { text: `我也是 #${number}` }),
    );
    expect(said).toEqual([]);
    expect(texts(await world.private('chen-yun')).join()).toContain('记下了，您也遇到了，谢谢您');
    const card = (await world.group('residents')).find((each) => each.id === id);
    expect(card).toMatchObject({ edited: true });
    expect(card?.text).toContain('已有2人说了');
    await world.writes('wang-fang', { text: `接 #${number}` });
    await world.writes('wang-fang', { text: `办结 #${number} 清走了` });
    await world.writes('cao-ying', { text: '1' });
    expect(countSeen(await world.private('chen-yun'), /您也遇到的这件事有结果了/)).toBe(1);
    expect(countSeen(await world.private('chen-yun'), /解决了，满意回 1/)).toBe(0);
  });

  test('还没好 after the work: reopened; 好了: archived', async () => {
    const number = await report('emma', '3号楼电梯停运了');
    await world.writes('liu-yang', { text: `接 #${number}` });
    await world.writes('liu-yang', { text: `办结 #${number} 修好了` });
    await world.writes('emma', { text: `还没好 #${number}` });
    expect(await world.ticket(number)).toMatchObject({ state: 'claimed', reopenings: 1 });
    await world.writes('liu-yang', { text: `办结 #${number} 换了门机` });
    await world.writes('emma', { text: '好了' });
    expect(await world.ticket(number)).toMatchObject({ state: 'archived', solved: true });
  });

  test('撤回: while nobody has it, then too late', async () => {
    const first = await report('huang-lei', '2号楼门口有人违停，堵住出入口');
    expect(await says('huang-lei', '撤回')).toContain('报的人撤回了');
    expect(await world.ticket(first)).toMatchObject({ state: 'archived' });
    expect(
      countSeen(await world.private('liu-yang'), new RegExp(`#${first}[^]*不用再办|#${first}[^]*撤回`)),
    ).toBeGreaterThan(0);
    const second = await report('huang-lei', '2号楼楼道灯坏了');
    await world.writes('liu-yang', { text: `接 #${second}` });
    expect(await says('huang-lei', `撤回 #${second}`)).toContain('刘洋已经在办，不能直接撤回');
  });

  test('退 asks why; the next message is the reason, and the reporter hears it', async () => {
    const number = await report('hu-xia', '1号楼旁边市政路的路灯不亮');
    expect(await says('liu-yang', `退 #${number}`)).toContain('“退”要说原因');
    expect(await says('liu-yang', '这是市政的灯，已转告市政')).toContain('不归社区管');
    expect(lastSeen(await world.private('hu-xia'), /不归社区管/).text).toContain('这是市政的灯，已转告市政');
  });

  test('转 … 给 …, 等 … 因为 …, 继续, 上报, 留言: each is done and told', async () => {
    const number = await report('liu-jianguo', '6号楼屋顶漏水，渗到墙上了');
    await world.writes('wang-fang', { text: `接 #${number}` });
    expect(await says('wang-fang', `等 #${number} 到周一 因为 要买防水料`)).toContain('先等一等');
    expect(await world.ticket(number)).toMatchObject({ state: 'waiting' });
    expect(lastSeen(await world.private('liu-jianguo'), /先等一等/).number).toBe(number);
    expect(await says('wang-fang', `继续 #${number}`)).toContain('由您负责');
    expect(await says('wang-fang', `转 #${number} 给 没这个人 因为 忙`)).toContain('没找到这个人');
    expect(await says('wang-fang', `转 #${number} 给 李强`)).toContain('“转”要说原因');
    expect(await says('wang-fang', `转 #${number} 给 李强 因为 我明天请假`)).toContain('已经转给李强');
    expect(await world.ticket(number)).toMatchObject({ owner: 'li-qiang' });
    expect(lastSeen(await world.private('li-qiang'), new RegExp(`#${number}`)).text).toContain('您接下了');
    await world.writes('li-qiang', { text: `上报 #${number} 要动维修资金` });
    expect(lastSeen(await world.private('he-ping'), /往上报了/).text).toContain('要动维修资金');
    expect(await says('li-qiang', `留言 #${number} 已约施工队`)).toContain('留言记在这件事里了');
    expect((await world.ticket(number)).history.map(({ what }) => what)).toEqual([
      'reported',
      'dispatched',
      'claimed',
      'waiting-began',
      'waiting-ended',
      'handed-over',
      'raised',
      'noted',
    ]);
  });

  test('the work is paused until the named end, then goes on by itself', async () => {
    const number = await numberTold(world, 'liu-jianguo');
    await world.writes('li-qiang', { text: `等 #${number} 到周一 因为 等施工队` });
    await advanceTo('2026-11-23T10:00:00+08:00');
    expect(await world.ticket(number)).toMatchObject({ state: 'claimed', owner: 'li-qiang' });
    await advanceTo('2026-11-23T11:00:00+08:00');
  });

  test('我的, 待办, 为什么: what is open and what time will do', async () => {
    const number = await numberTold(world, 'liu-jianguo');
    expect(await says('liu-jianguo', '我的')).toMatch(new RegExp(`^您的事：\n#${number} 渗漏｜6号楼.*｜已接单`));
    expect(await says('li-qiang', '待办')).toContain(`#${number} 渗漏`);
    expect(await says('liu-jianguo', '为什么')).toMatch(
      /^#\d+ 渗漏.*\n现在由李强负责。\n第一责任人：.+。\n.+：还没办好，就提醒/,
    );
    expect(await says('chen-xiao', '我的')).not.toBe('');
  });

  test('人工: who is on duty is told by name and words', async () => {
    expect(await says('zhang-nainai', '人工')).toContain('会来找您');
    expect(countSeen(await world.private('chen-xiao'), /张奶奶想找人说话/)).toBe(1);
  });

  test('补充 reaches the matter; empty it is asked for', async () => {
    const number = await numberTold(world, 'liu-jianguo');
    expect(await says('liu-jianguo', `补充 #${number} 墙皮也掉了`)).toContain('补充的内容记在这件事里了');
    expect(await says('liu-jianguo', `补充 #${number}`)).toContain('要写一句话');
    expect(await says('liu-jianguo', '五楼也开始漏了')).toContain('补充的内容记在这件事里了');
  });

  test('the second press of a button is told who was first; another person cannot press it', async () => {
    const number = await report('chen-yun', '7号楼健身器材坏了');
    const card = new RegExp(`#${number}`);
    const his = lastSeen(await world.private('li-qiang'), card);
    const mine = lastSeen(await world.private('wang-fang'), card);
    await world.presses('wang-fang', 'private', mine, '接单');
    await world.presses('wang-fang', 'private', mine, '接单').catch(() => undefined);
    await world.writes('li-qiang', { text: '接', replyTo: his });
    expect(lastSeen(await world.private('li-qiang'), /先接了/).text).toContain('王芳先接了');
    expect(await world.ticket(number)).toMatchObject({ owner: 'wang-fang' });
    const press = { from: 'pan-bo', choice: 'resolve' };
    await expect(world.api.post(`/chats/private-wang-fang/messages/${mine.id}/choose`, press)).rejects.toThrow('403');
    expect((await world.ticket(number)).history.filter(({ what }) => what === 'claimed')).toHaveLength(1);
  });
});

describe('photos, places and categories that are not sure', () => {
  beforeAll(async () => {
    world = await sandboxWorld();
  });
  afterAll(() => world.stop());

  test('photos within 60 seconds after the words join; later ones do not', async () => {
    await world.posts('sun-hao', 'riders', { text: '7号楼门口汽车违停，车出不去' });
    const { number } = lastSeen(await world.group('riders'), /停车｜7号楼/);
    await world.advance(0.5);
    await world.posts('sun-hao', 'riders', { photo: 'cars' });
    await world.advance(0.9);
    await world.posts('sun-hao', 'riders', { photo: 'cars' });
    const photos = (await world.private('wang-fang')).filter((each) => each.number === number && each.photos > 0);
    expect(photos).toHaveLength(1);
    expect(await world.group('riders')).toHaveLength(1);
    expect(countSeen(await world.private('sun-hao'), /照片收到了/)).toBe(0);
    await world.advance(1.1);
    expect(countSeen(await world.private('sun-hao'), /照片收到了/)).toBe(1);
  });

  test('a bare photo among residents: silence for ever; among riders: asked once in private, and the words make the report', async () => {
    await world.posts('pan-bo', 'residents', { photo: 'cars' });
    await world.posts('wu-yong', 'riders', { photo: 'cars' });
    await world.advance(5);
    expect(await world.group('residents')).toEqual([]);
    expect(await world.private('pan-bo')).toEqual([]);
    expect(texts(await world.private('wu-yong'))).toEqual(['照片收到了。\n请再说一句：在哪里、怎么了。']);
    await world.writes('wu-yong', { text: '8号楼下水道堵了，污水外溢' });
    const number = await numberTold(world, 'wang-fang');
    expect(await world.ticket(number)).toMatchObject({ category: 'drain', reporters: ['wu-yong'] });
    expect(lastSeen(await world.private('wang-fang'), new RegExp(`#${number}`)).photos).toBe(1);
  });

  test('an unsure place: asked in private, the bare answer dispatches to the desk of that place', async () => {
    await world.posts('chen-yun', 'residents', { text: '楼道灯不亮了，黑漆漆的' });
    const number = await numberTold(world, 'chen-yun');
    expect(lastSeen(await world.private('chen-yun'), /请告诉我在哪里/).text).toContain('楼道灯不亮了');
    expect(await world.ticket(number)).toMatchObject({ state: 'reported' });
    expect(await says('chen-yun', '谢谢')).toBe('');
    await world.writes('chen-yun', { text: '就在老年活动室楼' });
    expect(await world.ticket(number)).toMatchObject({ state: 'dispatched', category: 'lamp' });
    expect(countSeen(await world.private('wang-fang'), new RegExp(`#${number} 照明`))).toBe(1);
    expect(countSeen(await world.private('liu-yang'), new RegExp(`#${number} `))).toBe(0);
    expect(lastSeen(await world.group('residents'), new RegExp(`#${number}`)).text).toContain('已请第二网格处理');
  });

  test('another matter while the place is asked is a matter of its own', async () => {
    const first = await report('song-jia', '路灯坏了，一片黑');
    const second = await report('song-jia', '4号楼电梯停运了');
    expect(second).not.toBe(first);
    expect(await world.ticket(second)).toMatchObject({ category: 'lift', place: '4号楼' });
    await world.writes('song-jia', { text: '西门' });
    expect(await world.ticket(first)).toMatchObject({ category: 'lamp', place: '西门', state: 'dispatched' });
  });

  test('no answer to "where?": it goes to the community’s desk all the same', async () => {
    const number = await report('deng-tao', '垃圾桶满了，臭得很');
    await world.advance(31);
    expect((await world.ticket(number)).history.map(({ what }) => what)).toContain('dispatched');
  });

  test('an unsure category: staff choose among three, then it is dispatched', async () => {
    const number = await report('zhang-nainai', '6号楼楼道里那个东西又坏了，没人管');
    expect(await world.ticket(number)).toMatchObject({ category: null, state: 'reported' });
    const question = lastSeen(await world.private('xu-ning'), /归哪一类/);
    expect(question.choices).toHaveLength(3);
    await world.presses('xu-ning', 'private', question, question.choices[1] ?? '');
    const after = await world.ticket(number);
    expect(after.category).not.toBeNull();
    expect(after.state).toBe('dispatched');
    expect(countSeen(await world.private('wang-fang'), new RegExp(`#${number} `))).toBe(1);
  });

  test('danger without a place: the answer to text 7 reaches those who were alarmed', async () => {
    await world.writes('hu-xia', { text: '煤气味很大，快来人' });
    const number = await numberTold(world, 'xu-ning');
    expect(lastSeen(await world.private('hu-xia'), /请告诉我在哪里/).text).toContain('马上打119');
    await world.writes('hu-xia', { text: '1号楼2单元' });
    expect(await world.ticket(number)).toMatchObject({ category: 'gas', place: '1号楼2单元' });
    expect(lastSeen(await world.private('xu-ning'), new RegExp(`#${number} `)).text).toContain('1号楼2单元');
    await world.writes('hu-xia', { text: '误报 不是煤气，是烧焦的锅' });
    expect((await world.ticket(number)).state).not.toBe('archived');
  });
});
