import { packFile } from '../support/story-app';
import { sandboxWorld } from '../support/story-sandbox';
import { telegramWorld } from '../support/story-telegram';
import { countSeen, lastSeen, type StoryWorld } from '../support/story-world';

const rider = 'zhao-fei';
const worker = 'wang-fang';
const leader = 'he-ping';
/** On duty on the Tuesday on which the phone task comes. */
const staff = 'xu-ning';
const day = 24 * 60;

const whole = /解决了，满意回 1/;

describe('how it came out is asked of whoever reported', () => {
  let world: StoryWorld;
  const begins = async (policy: Parameters<typeof packFile>[1] = {}): Promise<void> => {
    world = await sandboxWorld({ env: { PACK: await packFile(new Map(), policy) } });
  };
  afterEach(() => world.stop());

  const report = (): Promise<void> =>
    world.posts(rider, 'riders', { text: '报 6号楼门口又停满了，电动车出不去', photo: 'cars' });
  const done = (number: number): Promise<void> =>
    world.writes(worker, { text: `办结 #${number} 已拖走`, photo: 'clean' });
  const asked = async (): Promise<number> => countSeen(await world.private(rider), whole);
  const what = async (): Promise<readonly string[]> => (await world.ticket(101)).history.map((each) => each.what);

  test('nobody answers: asked after a day and after three, then closed as unanswered; a late answer still counts', async () => {
    await begins({ phoneTaskShare: 0 });
    await report();
    await done(101);
    expect(await asked()).toBe(1);
    await world.advance(day + 1);
    expect(await asked()).toBe(2);
    await world.advance(2 * day);
    expect(await asked()).toBe(3);
    await world.advance(2 * day);
    expect(await asked()).toBe(3);
    expect(await world.ticket(101)).toMatchObject({ state: 'archived', solved: null, satisfied: null });
    expect(lastSeen(await world.private(rider), /先按“未回应”归档/).number).toBe(101);
    expect((await world.books()).accounts.filter(({ owner }) => owner === rider)).toEqual([]);
    await world.restart();
    await world.writes(rider, { text: '还没好 #101' });
    expect(await world.ticket(101)).toMatchObject({ state: 'claimed', reopenings: 1, solved: null });
    expect(await what()).not.toContain('phone-task-given');
  });

  test('what the pack draws is rung up: staff take down the answer, nobody else may', async () => {
    await begins({ phoneTaskShare: 1 });
    await report();
    await done(101);
    await world.advance(5 * day);
    expect(await world.ticket(101)).toMatchObject({ state: 'resolved', solved: null });
    expect(await what()).toContain('phone-task-given');
    const task = lastSeen(await world.private(staff), /#101/);
    await world.presses(staff, 'private', task, '解决了，满意');
    expect(await world.ticket(101)).toMatchObject({ state: 'archived', solved: true, satisfied: true });
    expect(await world.books()).toMatchObject({ sum: 0 });
  });

  test('not solved three times: the leader above hears why, and may take it over', async () => {
    await begins();
    await report();
    for (let time = 1; time <= 3; time += 1) {
      await done(101);
      await world.presses(rider, 'private', lastSeen(await world.private(rider), whole), '没解决');
      expect(countSeen(await world.private(leader), /一再没办好的事/)).toBe(time < 3 ? 0 : 1);
    }
    const told = lastSeen(await world.private(leader), /一再没办好的事/);
    expect(told.text).toMatch(/^#101 停车｜6号楼门口\n报的人第3次说没解决。/);
    await world.presses(leader, 'private', told, '接单');
    expect(await world.ticket(101)).toMatchObject({ owner: leader, reopenings: 3 });
  });

  test('a word beside the answer reaches whoever did it; a neighbour who reported it too is asked for an own answer', async () => {
    await begins();
    await report();
    await world.posts('qian-jin', 'riders', { text: '报 6号楼门口停满了，电动车出不去', photo: 'cars' });
    expect((await world.ticket(101)).reporters).toEqual([rider, 'qian-jin']);
    await done(101);
    await world.writes(rider, { text: '2，等了太久' });
    expect(await world.ticket(101)).toMatchObject({ state: 'archived', solved: true, satisfied: false });
    expect(lastSeen(await world.private(worker), /但不满意：“等了太久”/).number).toBe(101);
    expect(lastSeen(await world.private('qian-jin'), /有位邻居说解决了/).number).toBe(101);
    await world.presses('qian-jin', 'private', lastSeen(await world.private('qian-jin'), whole), '没解决');
    expect(await world.ticket(101)).toMatchObject({ state: 'claimed', reopenings: 1, solved: null });
    await world.writes('feng-lei', { text: '好了 #101' });
    expect(await world.ticket(101)).toMatchObject({ state: 'claimed', reopenings: 1 });
    expect((await world.books()).accounts).toContainEqual(expect.objectContaining({ owner: rider, balance: 10 }));
  });

  test('what comes back is asked about a month later, also after a restart: back again, it is done again', async () => {
    await begins();
    await world.posts('pan-bo', 'residents', { text: '报 8号楼三单元楼顶渗水漏水', photo: 'cars' });
    expect(await world.ticket(101)).toMatchObject({ category: 'leak' });
    await world.writes('li-qiang', { text: '办结 #101 已补好防水', photo: 'clean' });
    await world.presses('pan-bo', 'private', lastSeen(await world.private('pan-bo'), whole), '解决了，满意');
    expect(await world.ticket(101)).toMatchObject({ state: 'archived' });
    await world.restart();
    await world.advance(30 * day + 60);
    const asked = lastSeen(await world.private('pan-bo'), /现在还好吗/);
    expect(asked.text).toContain('楼顶渗水漏水');
    await world.presses('pan-bo', 'private', asked, '又不好了');
    expect(await world.ticket(101)).toMatchObject({ state: 'claimed', owner: 'li-qiang', reopenings: 1 });
    await world.writes('pan-bo', { text: '1' });
    expect(await world.ticket(101)).toMatchObject({ state: 'claimed', reopenings: 1 });
  });
});

test('whom no private message reaches is rung up at once, and not after days of asking', async () => {
  const world = await telegramWorld();
  try {
    await world.posts(rider, 'riders', { text: '报 6号楼门口又停满了，电动车出不去', photo: 'cars' });
    world.user(rider).blocksBot();
    await world.writes(worker, { text: '办结 #101 已拖走', photo: 'clean' });
    await world.advance(1);
    const task = lastSeen(await world.private('xu-ning'), /请您打个电话问一声/);
    expect(task.text).toContain('私信送不到赵小飞那里');
    await world.presses('xu-ning', 'private', task, '解决了，满意');
    expect(await world.ticket(101)).toMatchObject({ state: 'archived', solved: true, satisfied: true });
  } finally {
    await world.stop();
  }
});
