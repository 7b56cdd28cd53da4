import { sandboxWorld } from '../support/story-sandbox';
import { telegramWorld } from '../support/story-telegram';
import { countSeen, lastSeen, type StoryWorld } from '../support/story-world';

const rider = 'zhao-fei';
const worker = 'wang-fang';
const otherWorker = 'li-qiang';
const leader = 'he-ping';
const director = 'lin-jing';

const worlds: readonly (readonly [string, () => Promise<StoryWorld>])[] = [
  ['the sandbox', () => sandboxWorld()],
  ['Telegram', () => telegramWorld()],
];

describe.each(worlds)('a report lives its whole life, through %s', (_name, makeWorld) => {
  let world: StoryWorld;
  beforeEach(async () => {
    world = await makeWorld();
  });
  afterEach(() => world.stop());

  /** A photo, and 8 seconds later the words. */
  const report = async (): Promise<void> => {
    await world.posts(rider, 'riders', { photo: 'cars' });
    await world.advance(8 / 60);
    await world.posts(rider, 'riders', { text: '6号楼门口又停满了，电动车出不去' });
  };

  const claim = async (): Promise<void> => {
    const card = lastSeen(await world.private(worker), /#101/);
    await world.presses(worker, 'private', card, '接单');
  };

  const resolve = async (): Promise<void> => {
    const card = lastSeen(await world.private(worker), /骑手说/);
    await world.writes(worker, { text: '办结 已拖走', photo: 'clean', replyTo: card });
  };

  const answer = async (label: string): Promise<void> => {
    const question = lastSeen(await world.private(rider), /解决了，满意回 1/);
    await world.presses(rider, 'private', question, label);
  };

  test('photo and words are one ticket, with one card in the group and nothing else said there', async () => {
    await report();
    expect(await world.ticket(101)).toMatchObject({ category: 'parking', place: '6号楼门口', state: 'dispatched' });
    const cards = await world.group('riders');
    expect(cards).toHaveLength(1);
    expect(cards[0]?.text).toMatch(
      /^#101 停车｜6号楼｜.+\n收到，谢谢您。已请第二网格处理，最晚.+答复。\n您也遇到了，就回“我也是 #101”。$/,
    );
    expect(cards[0]?.text).not.toMatch(/赵小飞|王芳/);
    const handler = lastSeen(await world.private(worker), /#101/);
    expect(handler.photos).toBe(1);
    expect(handler.choices).toContain('接单');
  });

  test('claimed once: the card is edited in place, the second is told who was first', async () => {
    await report();
    await claim();
    const cards = await world.group('riders');
    expect(cards).toHaveLength(1);
    expect(cards[0]).toMatchObject({ edited: true });
    expect(cards[0]?.text).toContain('已接单');
    await world.writes(otherWorker, { text: '接 #101' });
    expect(lastSeen(await world.private(otherWorker), /#101/).text).toContain('王芳先接了');
    expect(await world.ticket(101)).toMatchObject({ owner: worker, state: 'claimed' });
  });

  test('resolved, called back in one press, archived, thanked and rewarded; the books balance', async () => {
    await report();
    await claim();
    await resolve();
    const question = lastSeen(await world.private(rider), /解决了，满意回 1/);
    expect(question.choices).toEqual(['解决了，满意', '解决了，但不满意', '没解决', '还没去看']);
    await answer('解决了，满意');
    expect(lastSeen(await world.private(rider), /解决了，满意回 1/).choices).toEqual([]);
    expect(await world.ticket(101)).toMatchObject({ state: 'archived', solved: true, satisfied: true, reopenings: 0 });
    expect(lastSeen(await world.private(rider), /10分/).text).toContain('谢谢');
    await world.writes(rider, { text: '积分' });
    expect(lastSeen(await world.private(rider), /一共有/).text).toContain('10分');
    await world.writes(rider, { text: '查 #101' });
    const history = lastSeen(await world.private(rider), /办结归档/).text;
    expect(history).toMatch(/09:00 骑手报了这件事/);
    const books = await world.books();
    expect(books.sum).toBe(0);
    expect(books.accounts).toContainEqual({ id: `person:${rider}`, owner: rider, kind: 'person', balance: 10 });
    expect(await world.group('riders')).toHaveLength(1);
  });

  test('"not solved" reopens, tells the handler, counts, and asks about satisfaction later', async () => {
    const before = (await world.books()).entries;
    await report();
    await claim();
    await resolve();
    await answer('没解决');
    expect(await world.ticket(101)).toMatchObject({ state: 'claimed', reopenings: 1, solved: null, satisfied: null });
    expect(lastSeen(await world.private(worker), /没解决|没有解决|又/).number).toBe(101);
    expect(await world.books()).toMatchObject({ entries: before });
    await world.writes(worker, { text: '办结 #101 又拖走了一次' });
    await answer('解决了，但不满意');
    expect(await world.ticket(101)).toMatchObject({ state: 'archived', solved: true, satisfied: false, reopenings: 1 });
  });

  test('nobody claims: reminded before the deadline, then the grid leader, then the community, once each', async () => {
    await report();
    await world.advance(50);
    expect(countSeen(await world.private(worker), /还有.+到时间/)).toBe(1);
    expect(countSeen(await world.private(leader), /#101/)).toBe(0);
    await world.advance(15);
    expect(countSeen(await world.private(leader), /已超过/)).toBe(1);
    await world.advance(60);
    expect(countSeen(await world.private(director), /已超过/)).toBe(1);
    await world.advance(600);
    expect(countSeen(await world.private(worker), /还有.+到时间/)).toBe(1);
    expect(countSeen(await world.private(leader), /已超过/)).toBe(1);
    expect(countSeen(await world.private(director), /已超过/)).toBe(1);
  });

  test('a matter that must not be shown is answered in private and shows nothing in the group', async () => {
    await world.posts(rider, 'riders', { text: '报 5号楼两家为了楼道鞋柜吵了一个礼拜了，邻居纠纷谁来调解一下' });
    expect(await world.ticket(101)).toMatchObject({ category: 'neighbours' });
    expect(await world.group('riders')).toHaveLength(0);
    expect(lastSeen(await world.private(rider), /#101/).text).toContain('收到');
  });

  test('danger: text 7 to the reporter at once, text 6 to everyone on duty until somebody takes charge', async () => {
    await world.posts(rider, 'riders', { text: '3号楼楼道里煤气味很重，快来人' });
    expect(await world.ticket(101)).toMatchObject({ category: 'gas' });
    expect(lastSeen(await world.private(rider), /马上打119/).text).toMatch(/^已叫.+。有危险请先离开/);
    const onDuty = ['xu-ning', 'liu-yang'];
    for (const person of onDuty)
      expect(lastSeen(await world.private(person), /^【紧急】#101/).text).toContain('请先打119');
    await world.writes('xu-ning', { text: '收到' });
    await world.advance(3.1);
    for (const person of onDuty) expect(countSeen(await world.private(person), /^【再次提醒·紧急】#101/)).toBe(1);
    await world.writes('liu-yang', { text: '我负责 #101' });
    expect(lastSeen(await world.private('xu-ning'), /刘洋负责/).text).toContain('不再催大家');
    await world.advance(60);
    for (const person of onDuty) expect(countSeen(await world.private(person), /^【再次提醒·紧急】#101/)).toBe(1);
  });
});
