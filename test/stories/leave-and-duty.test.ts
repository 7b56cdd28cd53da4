import { numberTold } from '../support/news';
import { sandboxWorld } from '../support/story-sandbox';
import { countSeen, lastSeen } from '../support/story-world';

type World = Awaited<ReturnType<typeof sandboxWorld>>;

let world: World;
const advanceTo = (to: string): Promise<unknown> => world.api.post('/clock', { to });
const lampAt = async (who: string, text: string): Promise<number> => {
  await world.writes(who, { text });
  return numberTold(world, who);
};

describe('a leave with somebody who stands in', () => {
  let first: number;
  let second: number;

  beforeAll(async () => {
    // A Friday, 9:00; Wang Fang and Li Qiang are the workers of grid 2.
    world = await sandboxWorld();
    first = await lampAt('pan-bo', '6号楼楼道灯不亮了');
    await world.writes('wang-fang', { text: `接 #${first}` });
    second = await lampAt('cao-ying', '6号楼门口垃圾堆成山没人清');
  });
  afterAll(() => world.stop());

  test('what is plain talk among residents stays plain talk', async () => {
    await world.writes('pan-bo', { text: '请假 到 周五' });
    expect(countSeen(await world.private('pan-bo'), /记下了/)).toBe(0);
  });

  test('a leave without understandable days, or with somebody unknown, changes nothing and says what to write', async () => {
    await world.writes('wang-fang', { text: '请假' });
    expect(lastSeen(await world.private('wang-fang'), /没看懂是哪天/).text).toContain('请假 到 周五');
    await world.writes('wang-fang', { text: '请假 到 周日 由 李四 代' });
    expect(lastSeen(await world.private('wang-fang'), /没找到/).text).toContain('李四');
    await world.writes('wang-fang', { text: '由 李强 代' });
    expect(lastSeen(await world.private('wang-fang'), /没有查到您请的假/).text).toContain('请假 到');
  });

  test('both are told, and who stands in gets one message with everything that was in hand', async () => {
    await world.writes('wang-fang', { text: '请假 到 周二 由 李强 代' });
    expect(lastSeen(await world.private('wang-fang'), /记下了/).text).toContain('由李强代');
    const told = lastSeen(await world.private('li-qiang'), /王芳请假到/);
    expect(told.text).toContain('转给您这2件');
    expect(told.text).toContain(`#${first} 照明`);
    expect(told.text).toContain(`#${second} 环境卫生`);
    expect(countSeen(await world.private('li-qiang'), /王芳/)).toBe(1);
    expect(await world.ticket(first)).toMatchObject({ owner: 'li-qiang' });
    expect((await world.ticket(first)).history.map(({ what }) => what)).toContain('stood-in');
  });

  test('on asking why: the deadline with what does not count, the rules by name, and who stands in for whom', async () => {
    await world.writes('li-qiang', { text: `为什么 #${first}` });
    const why = lastSeen(await world.private('li-qiang'), /办结时限/).text;
    expect(why).toMatch(/办结时限：从09:00起一个工作日，午休、下班和节假日不计，周一 09:00前。/);
    expect(why).toContain('王芳请假，由李强代。');
    expect(why).toContain('就提醒管事的人（规矩：办结提醒）');
    expect(why).toContain('就请网格长安排（规矩：办结超时）');
  });

  test('who stands in may take it, and then sees words and photos; the ladder goes to them', async () => {
    await world.writes('li-qiang', { text: `接 #${second}` });
    expect(lastSeen(await world.private('li-qiang'), /垃圾堆成山/).number).toBe(second);
    await advanceTo('2026-11-23T09:00:00+08:00');
    expect(countSeen(await world.private('li-qiang'), new RegExp(`#${first}.*还有`))).toBe(1);
    expect(countSeen(await world.private('wang-fang'), new RegExp(`#${first}.*还有`))).toBe(0);
  });

  test('what comes in meanwhile goes to who stands in', async () => {
    const third = await lampAt('zhang-nainai', '6号楼电梯按钮坏了一个');
    expect(countSeen(await world.private('li-qiang'), new RegExp(`#${third} `))).toBeGreaterThan(0);
    expect(countSeen(await world.private('wang-fang'), new RegExp(`#${third} `))).toBe(0);
  });

  test('standing in for each other in a circle is refused, and the circle is named', async () => {
    await world.writes('li-qiang', { text: '请假 明天 由 王芳 代' });
    await world.writes('li-qiang', { text: '请假 今天 由 王芳 代' });
    const refused = lastSeen(await world.private('li-qiang'), /转成一个圈/);
    expect(refused.text).toContain('李强→王芳→李强');
    expect(refused.text).toContain('请换一个人代');
  });

  test('back early: what comes in is one’s own again, and who stood in is told', async () => {
    await world.writes('wang-fang', { text: '销假' });
    expect(lastSeen(await world.private('wang-fang'), /回来了/).text).toContain('李强');
    await world.restart();
    const fourth = await lampAt('zhang-nainai', '6号楼二楼的灯也不亮了');
    expect(countSeen(await world.private('wang-fang'), new RegExp(`#${fourth} `))).toBeGreaterThan(0);
    expect(lastSeen(await world.private('li-qiang'), /不用您代了/).text).toContain('王芳');
  });
});

describe('duty by chat', () => {
  beforeAll(async () => {
    world = await sandboxWorld();
  });
  afterAll(() => world.stop());

  test('“值班 我” lasts to the end of the turn, and an alarm calls who said so', async () => {
    await world.posts('he-min', 'staff', { text: '值班 我' });
    expect(lastSeen(await world.private('he-min'), /记下了：何敏值班/).text).toContain('到今天 20:00');
    await world.writes('emma', { text: '3号楼着火了，快来人' });
    expect(countSeen(await world.private('he-min'), /【紧急】/)).toBe(1);
  });

  test('staff put a colleague on duty; a grid worker may not', async () => {
    await world.writes('xu-ning', { text: '值班 王芳 周六' });
    expect(lastSeen(await world.private('wang-fang'), /王芳值班/).text).toContain('明天 00:00');
    await world.writes('li-qiang', { text: '值班 王芳 周日' });
    expect(lastSeen(await world.private('li-qiang'), /要社区干部来说/).text).toContain('值班 我');
  });

  test('a leave that leaves nobody on duty is refused, until somebody stands in', async () => {
    const leaves = ['xu-ning', 'he-min', 'chen-xiao'];
    // On Sundays Lin Jing has the day alone; grid workers cover the grids, so the pack's gap is at no grid.
    for (const who of leaves) await world.writes(who, { text: '请假 从 周日 到 周日' });
    for (const who of ['liu-yang', 'wang-fang']) await world.writes(who, { text: '请假 周日' });
    await world.writes('lin-jing', { text: '请假 周日' });
    const refused = lastSeen(await world.private('lin-jing'), /没有人值班/);
    expect(refused.text).toContain('由 姓名 代');
    await world.writes('lin-jing', { text: '请假 周日 由 高远 代' });
    expect(lastSeen(await world.private('lin-jing'), /记下了/).text).toContain('由高远代');
    expect(lastSeen(await world.private('gao-yuan'), /由您代/).text).toContain('林静');
  });
});
