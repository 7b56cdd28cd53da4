import { sandboxWorld } from '../support/story-sandbox';
import { countSeen, lastSeen } from '../support/story-world';

type World = Awaited<ReturnType<typeof sandboxWorld>>;

let world: World;
const advanceTo = (to: string): Promise<unknown> => world.api.post('/clock', { to });
const numberIn = (text: string): number => Number(/#(\d+)/.exec(text)?.[1]);
const wordsOf = async (who: string): Promise<string> => (await world.private(who)).map(({ text }) => text).join('\n');

describe('a matter that concerns many walks the six steps of the Tuesday talk', () => {
  let topic: number;

  beforeAll(async () => {
    // A Friday, 9:00.
    world = await sandboxWorld();
  });
  afterAll(() => world.stop());

  test('a resident proposes it in private, staff say with one press that it is to be talked over', async () => {
    await world.writes('liu-jianguo', { text: '说事 6号楼想装一个充电棚' });
    const noted = lastSeen(await world.private('liu-jianguo'), /记下了/);
    topic = numberIn(noted.text);
    expect(await world.ticket(topic)).toMatchObject({ kind: 'topic', state: 'proposed', reporters: ['liu-jianguo'] });
    const asked = lastSeen(await world.private('chen-xiao'), /有人想说一件事/);
    expect(asked.text).toContain('充电棚');
    expect(asked.text).not.toContain('刘建国');
    await world.presses('chen-xiao', 'private', asked, '是');
    expect(await world.ticket(topic)).toMatchObject({ state: 'ask' });
    expect(lastSeen(await world.private('liu-jianguo'), /网格问事/).text).toContain(`查 #${topic}`);
    expect(lastSeen(await world.private('wang-fang'), /现在到您这一步/).text).toContain(`下一步 #${topic}`);
  });

  test('a second press, and the same answer of a colleague, change nothing and say where it stands', async () => {
    const before = await world.ticket(topic);
    await world.writes('xu-ning', { text: '1' });
    expect(lastSeen(await world.private('xu-ning'), /走到“网格问事”了/).text).toContain(`#${topic}`);
    expect((await world.ticket(topic)).history).toEqual(before.history);
  });

  test('on Monday evening the residents’ group gets one card, the staff’s group none', async () => {
    await advanceTo('2026-11-23T18:59:00+08:00');
    expect(countSeen(await world.group('residents'), /周二说事/)).toBe(0);
    await world.restart();
    await advanceTo('2026-11-23T20:00:00+08:00');
    const card = lastSeen(await world.group('residents'), /周二说事/).text;
    expect(card).toContain(`#${topic} 6号楼想装一个充电棚`);
    expect(card).toContain('明天 19:00');
    expect(card).not.toContain('刘建国');
    await world.restart();
    await advanceTo('2026-11-24T20:00:00+08:00');
    expect(countSeen(await world.group('residents'), /周二说事/)).toBe(1);
    expect(countSeen(await world.group('staff'), /周二说事/)).toBe(0);
  });

  test('the wrong person records nothing; who has the step is asked for the words that are missing', async () => {
    await world.writes('pan-bo', { text: `下一步 #${topic} 都说好` });
    expect((await world.ticket(topic)).state).toBe('ask');
    await world.writes('zhou-man', { text: `下一步 #${topic} 都说好` });
    expect((await world.ticket(topic)).state).toBe('ask');
    await world.writes('wang-fang', { text: `下一步 #${topic}` });
    expect(lastSeen(await world.private('wang-fang'), /还要一句结果/).text).toContain('网格问事');
    await world.writes('wang-fang', { text: '问了30户，28户同意' });
    expect((await world.ticket(topic)).state).toBe('discuss');
    expect(lastSeen(await world.private('liu-jianguo'), /商议说事/).text).toContain('28户同意');
    await advanceTo('2026-11-25T09:00:00+08:00');
    expect(lastSeen(await world.private('chen-xiao'), /商议说事/).text).toContain('28户同意');
  });

  test('a redelivered message begins no further step', async () => {
    const before = (await world.ticket(topic)).history.length;
    await world.writes('chen-xiao', { text: `下一步 #${topic} 定了装在东侧`, id: 'twice' });
    await world.writes('chen-xiao', { text: `下一步 #${topic} 定了装在东侧`, id: 'twice' });
    expect(await world.ticket(topic)).toMatchObject({ state: 'solve' });
    expect((await world.ticket(topic)).history.length).toBe(before + 1);
  });

  test('a late step: one reminder, then the level above, each once, also over a restart', async () => {
    await advanceTo('2026-12-14T08:30:00+08:00');
    await world.restart();
    await advanceTo('2026-12-18T12:00:00+08:00');
    expect(countSeen(await world.private('chen-xiao'), /这一步现在等您/)).toBe(1);
    expect(countSeen(await world.private('lin-jing'), /所以请您过问/)).toBe(1);
    expect(countSeen(await world.private('gao-yuan'), /所以请您过问/)).toBe(1);
    expect(countSeen(await world.private('he-ping'), /所以请您过问/)).toBe(0);
  });

  test('this step needs a photo', async () => {
    await world.writes('chen-xiao', { text: `下一步 #${topic} 装好了` });
    expect(lastSeen(await world.private('chen-xiao'), /还要一张照片/).text).toContain('具体解事');
    await world.writes('chen-xiao', { photo: 'clean' });
    expect((await world.ticket(topic)).state).toBe('report');
    await world.writes('xu-ning', { text: `下一步 #${topic} 结果贴在楼下了` });
    expect((await world.ticket(topic)).state).toBe('revisit');
  });

  test('the proposer is asked in one press; not solved goes back to the work', async () => {
    await advanceTo('2026-12-18T15:00:00+08:00');
    const asked = lastSeen(await world.private('liu-jianguo'), /没解决回 3/);
    await world.presses('liu-jianguo', 'private', asked, '没解决');
    expect(await world.ticket(topic)).toMatchObject({ state: 'solve', solved: false });
    await world.writes('chen-xiao', { text: `下一步 #${topic} 又加了两个插座`, photo: 'clean' });
    await world.writes('chen-xiao', { text: `下一步 #${topic} 都告诉大家了` });
    await advanceTo('2026-12-21T10:00:00+08:00');
    const again = lastSeen(await world.private('liu-jianguo'), /没解决回 3/);
    expect(again.id).not.toBe(asked.id);
    await world.writes('liu-jianguo', { text: '1' });
    expect(await world.ticket(topic)).toMatchObject({ state: 'archive', solved: true, satisfied: true });
  });

  test('the last step files it; its history is told in plain words', async () => {
    await world.writes('chen-xiao', { text: `下一步 #${topic}` });
    expect(await world.ticket(topic)).toMatchObject({ state: 'archived', dueAt: null });
    expect(await wordsOf('liu-jianguo')).toContain('每一步都走完了，归档完事');
    await world.writes('chen-xiao', { text: `下一步 #${topic} 还有` });
    expect(lastSeen(await world.private('chen-xiao'), /不用再回/).text).toContain('归档');
    await world.writes('huang-lei', { text: `查 #${topic}` });
    const known = lastSeen(await world.private('huang-lei'), /办完归档了/).text;
    expect(known).not.toContain('28户');
    await world.writes('liu-jianguo', { text: `查 #${topic}` });
    const history = lastSeen(await world.private('liu-jianguo'), /办完归档了/).text;
    for (const said of ['提出这件事', '做完“网格问事”', '28户同意', '回访：没解决', '回访：解决了，满意', '归档完事'])
      expect(history).toContain(said);
  });
});

describe('a topic that comes of a ticket', () => {
  beforeAll(async () => {
    world = await sandboxWorld();
  });
  afterAll(() => world.stop());

  test('each knows of the other, and it is opened once', async () => {
    await world.writes('pan-bo', { text: '8号楼下面电动车乱停，出不去门' });
    const ticket = numberIn(lastSeen(await world.private('pan-bo'), /#\d+/).text);
    await world.posts('chen-xiao', 'staff', { text: `说事 #${ticket} 电动车停哪里` });
    const topic = numberIn(lastSeen(await world.private('chen-xiao'), /周二说事｜网格问事/).text);
    expect(topic).not.toBe(ticket);
    await world.writes('pan-bo', { text: `查 #${ticket}` });
    expect(lastSeen(await world.private('pan-bo'), /成了 #/).text).toContain(`#${topic}`);
    await world.writes('chen-xiao', { text: `查 #${topic}` });
    expect(lastSeen(await world.private('chen-xiao'), /从 #\d+ 提出/).text).toContain(`#${ticket}`);
    await world.writes('xu-ning', { text: `说事 #${ticket}` });
    expect(lastSeen(await world.private('xu-ning'), /已经在说了/).text).toContain(`#${topic}`);
  });

  test('what concerns somebody in person is not talked over in the open', async () => {
    await world.writes('huang-lei', { text: '报 低保申请交了两个月还没批下来' });
    const ticket = numberIn(lastSeen(await world.private('huang-lei'), /#\d+/).text);
    await world.writes('lin-jing', { text: `说事 #${ticket}` });
    expect(countSeen(await world.private('lin-jing'), /不拿出来一起说/)).toBe(1);
    expect(countSeen(await world.group('residents'), new RegExp(`#${ticket}`))).toBe(0);
  });

  test('a resident’s wrong number, and words without any, change nothing and say what to write', async () => {
    await world.writes('cao-ying', { text: '说事 #9999' });
    expect(countSeen(await world.private('cao-ying'), /没找到您能用的 #9999/)).toBe(1);
    await world.writes('cao-ying', { text: '说事' });
    expect(countSeen(await world.private('cao-ying'), /要说什么事/)).toBe(1);
    await world.posts('cao-ying', 'residents', { text: '说事 大家晚上来聊聊' });
    expect(countSeen(await world.group('residents'), /说事/)).toBe(0);
  });
});
