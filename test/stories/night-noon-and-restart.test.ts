import { numberTold } from '../support/news';
import { sandboxWorld } from '../support/story-sandbox';
import { countSeen, lastSeen } from '../support/story-world';

type World = Awaited<ReturnType<typeof sandboxWorld>>;

let world: World;
const advanceTo = (to: string): Promise<unknown> => world.api.post('/clock', { to });

describe('at night', () => {
  beforeAll(async () => {
    world = await sandboxWorld({ startsAt: '2026-11-19T22:30:00+08:00' });
  });
  afterAll(() => world.stop());

  test('a private answer at once, the card and the handler’s work in the morning', async () => {
    await world.posts('pan-bo', 'residents', { text: '8号楼门口垃圾堆成山没人清' });
    expect(await world.group('residents')).toEqual([]);
    expect(lastSeen(await world.private('pan-bo'), /环境卫生/).text).toContain('收到，谢谢您');
    expect(await world.private('li-qiang')).toEqual([]);
    await advanceTo('2026-11-20T06:59:00+08:00');
    expect(await world.group('residents')).toEqual([]);
    await advanceTo('2026-11-20T07:01:00+08:00');
    expect(countSeen(await world.group('residents'), /环境卫生｜8号楼/)).toBe(1);
    // Li Qiang has no turn of duty on Fridays: his day begins with the working hours.
    expect(await world.private('li-qiang')).toEqual([]);
    await advanceTo('2026-11-20T08:01:00+08:00');
    expect(countSeen(await world.private('li-qiang'), /环境卫生｜8号楼/)).toBe(1);
  });

  test('whoever works before the morning hears an answer to each word, though the card itself waits', async () => {
    await advanceTo('2026-11-20T22:30:00+08:00');
    await world.posts('zhao-fei', 'riders', { text: '6号楼门口又停满了，电动车出不去' });
    const number = lastSeen(await world.private('zhao-fei'), /停车/).number ?? 0;
    const answers = async (text: string): Promise<number> => {
      const before = (await world.private('wang-fang')).length;
      await world.writes('wang-fang', { text });
      return (await world.private('wang-fang')).length - before;
    };
    expect(await answers(`接 #${number}`)).toBeGreaterThan(0);
    expect(await answers(`接 #${number}`)).toBe(1);
    expect(await answers(`办结 #${number} 已拖走`)).toBe(1);
    expect(lastSeen(await world.private('wang-fang'), /办好了/).text).toContain('辛苦您');
    expect(await world.group('riders')).toEqual([]);
  });

  test('danger waits for no morning', async () => {
    await advanceTo('2026-11-20T23:30:00+08:00');
    await world.posts('emma', 'residents', { text: '3号楼着火了，快来人' });
    expect(countSeen(await world.private('emma'), /119/)).toBe(1);
    const alarmed = await Promise.all(['zheng-hai', 'he-ping', 'liu-yang', 'xu-ning'].map((who) => world.private(who)));
    expect(alarmed.flat().filter(({ text }) => text.startsWith('【紧急】')).length).toBeGreaterThan(0);
  });
});

describe('at noon', () => {
  beforeAll(async () => {
    world = await sandboxWorld({ startsAt: '2026-11-20T10:00:00+08:00' });
  });
  afterAll(() => world.stop());

  test('riders are not called back at the meal peak, residents are', async () => {
    await world.posts('zhao-fei', 'riders', { text: '6号楼门口汽车违停，电动车出不去' });
    await world.writes('pan-bo', { text: '6号楼屋顶漏水，渗到墙上了' });
    await advanceTo('2026-11-20T11:00:00+08:00');
    for (const [person, what] of [
      ['zhao-fei', /停车/],
      ['pan-bo', /渗漏/],
    ] as const) {
      const number = lastSeen(await world.private('wang-fang'), what).number ?? 0;
      await world.writes('wang-fang', { text: `接 #${number}` });
      await world.writes('wang-fang', { text: `办结 #${number} 处理了` });
      expect(countSeen(await world.private(person), /解决了，满意回 1/)).toBe(person === 'pan-bo' ? 1 : 0);
    }
    await advanceTo('2026-11-20T13:29:00+08:00');
    expect(countSeen(await world.private('zhao-fei'), /解决了，满意回 1/)).toBe(0);
    await advanceTo('2026-11-20T13:31:00+08:00');
    expect(countSeen(await world.private('zhao-fei'), /解决了，满意回 1/)).toBe(1);
  });
});

describe('the program ends and starts again between any two steps', () => {
  beforeAll(async () => {
    world = await sandboxWorld();
  });
  afterAll(() => world.stop());

  test('the report goes on as if nothing had been', async () => {
    const before = (await world.books()).entries;
    await world.posts('zhao-fei', 'riders', { photo: 'cars' });
    await world.restart();
    await world.posts('zhao-fei', 'riders', { text: '6号楼门口又停满了，电动车出不去' });
    await world.restart();
    const number = lastSeen(await world.group('riders'), /停车｜6号楼/).number ?? 0;
    const card = lastSeen(await world.private('wang-fang'), new RegExp(`#${number}`));
    expect(card.photos).toBe(1);
    await world.presses('wang-fang', 'private', card, '接单');
    await world.restart();
    expect(await world.ticket(number)).toMatchObject({ owner: 'wang-fang' });
    await world.writes('wang-fang', { text: '办结 已拖走', photo: 'clean', replyTo: card });
    await world.restart();
    const question = lastSeen(await world.private('zhao-fei'), /解决了，满意回 1/);
    await world.presses('zhao-fei', 'private', question, '没解决');
    await world.restart();
    await world.writes('wang-fang', { text: `办结 #${number} 又拖走了` });
    await world.restart();
    await world.writes('zhao-fei', { text: '1' });
    expect(await world.ticket(number)).toMatchObject({ state: 'archived', solved: true, reopenings: 1 });
    expect(await world.group('riders')).toHaveLength(1);
    expect(await world.books()).toMatchObject({ sum: 0, entries: before + 1 });
    expect(await world.api.get('/outbox')).toMatchObject({ rows: [], doubles: 0, incidents: [] });
  });

  test('reminders that fall due after a restart come once', async () => {
    await world.writes('pan-bo', { text: '8号楼楼道灯不亮了' });
    const number = await numberTold(world, 'pan-bo');
    await world.restart();
    await world.advance(50);
    await world.restart();
    await world.advance(20);
    expect(countSeen(await world.private('li-qiang'), new RegExp(`#${number}.*还有.+到时间`))).toBe(1);
    expect(countSeen(await world.private('he-ping'), new RegExp(`#${number}.*已超过`))).toBe(1);
  });
});
