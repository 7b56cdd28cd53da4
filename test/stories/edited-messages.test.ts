import { toldTo } from '../support/news';
import { sandboxWorld } from '../support/story-sandbox';
import { countSeen, lastSeen, type StoryWorld } from '../support/story-world';
import { telegramWorld } from '../support/story-telegram';

type World = Awaited<ReturnType<typeof sandboxWorld>>;

const edits = async (world: World, chat: string, id: string, text: string): Promise<void> => {
  await world.api.post(`/chats/${chat}/messages/${id}/edit`, { text });
  await world.api.post('/settle');
};

const isThere = (world: World, number: number): Promise<boolean> =>
  world.api.get(`/tickets/${number}`).then(
    () => true,
    () => false,
  );

const kinds = async (world: StoryWorld, number: number): Promise<readonly string[]> =>
  (await world.ticket(number)).history.map(({ what }) => what);

test('an edit of the report puts words, place and category right, once, and tells nobody anew', async () => {
  const world = await sandboxWorld();
  try {
    await world.posts('liu-jianguo', 'residents', { id: 'r1', text: '6号楼2单元楼道灯坏了' });
    expect(await world.ticket(101)).toMatchObject({ category: 'lamp', place: '6号楼2单元' });
    const before = { group: (await world.group('residents')).length, own: (await world.private('liu-jianguo')).length };
    const handlers = (await world.private('wang-fang')).length;

    await edits(world, 'residents', 'r1', '6号楼2单元楼道灯坏了，电线露在外面的是3楼');
    expect(await kinds(world, 101)).toContain('corrected');
    expect(lastSeen(await world.private('wang-fang'), /#101/).text).toContain('3楼');
    // The same words again are no news; nor does anybody get a message of it.
    await edits(world, 'residents', 'r1', '6号楼2单元楼道灯坏了，电线露在外面的是3楼');
    expect((await kinds(world, 101)).filter((kind) => kind === 'corrected')).toHaveLength(1);
    expect((await world.group('residents')).length).toBe(before.group);
    expect((await world.private('liu-jianguo')).length).toBe(before.own);
    expect((await world.private('wang-fang')).length).toBe(handlers);

    // Another house, in the other grid: the desk there has it, and the card says so.
    await edits(world, 'residents', 'r1', '2号楼楼道灯坏了');
    expect((await world.ticket(101)).place).toBe('2号楼');
    expect(lastSeen(await world.group('residents'), /#101/).text).toContain('2号楼');
    expect(countSeen(await world.private('liu-yang'), /#101/)).toBe(1);
    // Something else altogether.
    await edits(world, 'residents', 'r1', '2号楼门口垃圾堆满了没人清');
    expect(await world.ticket(101)).toMatchObject({
      category: 'litter',
      place: '2号楼门口',
      reporters: ['liu-jianguo'],
    });
    expect(await isThere(world, 102)).toBe(false);
  } finally {
    await world.stop();
  }
});

test('once somebody has it an edit is an addition that the owner sees; an edit into danger calls everybody', async () => {
  const world = await sandboxWorld();
  try {
    await world.posts('liu-jianguo', 'residents', { id: 'r1', text: '6号楼2单元楼道灯坏了' });
    await world.writes('wang-fang', { text: '接 #101' });
    const told = await toldTo(world, 'wang-fang', () =>
      edits(world, 'residents', 'r1', '6号楼2单元楼道灯坏了，灯罩掉下来了'),
    );
    expect(told.map(({ text }) => text).join('\n')).toContain('灯罩掉下来了');
    expect(await kinds(world, 101)).toContain('supplemented');
    expect(await kinds(world, 101)).not.toContain('corrected');

    const alarmed = await toldTo(world, 'wang-fang', () => edits(world, 'residents', 'r1', '6号楼2单元着火了，快来人'));
    expect(alarmed.map(({ text }) => text).join('\n')).toMatch(/紧急.*#102/);
    await edits(world, 'residents', 'r1', '6号楼2单元着火了，快来人！！');
    expect(await isThere(world, 103)).toBe(false);
  } finally {
    await world.stop();
  }
});

test('an edit of anything else is not acted on a second time; words that were no report before are one now', async () => {
  const world = await sandboxWorld();
  try {
    await world.writes('sun-mei', { text: '发起 明天上午9点到11点 小广场清扫 要12人' });
    await world.presses('sun-mei', 'private', lastSeen(await world.private('sun-mei'), /草稿/), '是');
    await world.writes('hu-xia', { id: 's1', text: '报名 #101 2人' });
    await edits(world, 'private-hu-xia', 's1', '报名 #101 5人');
    await world.advance(11);
    expect(lastSeen(await world.group('volunteers'), /#101/).text).toContain('一共2人');

    await world.writes('huang-lei', { id: 'c1', text: '今天天气真好' });
    const told = await toldTo(world, 'huang-lei', () => edits(world, 'private-huang-lei', 'c1', '积分'));
    expect(told.map(({ text }) => text).join('\n')).toContain('请把话重新发一条');

    await world.posts('huang-lei', 'residents', { id: 'c2', text: '哎呀，打错了' });
    await edits(world, 'residents', 'c2', '3号楼1单元楼道灯坏了');
    expect(await world.ticket(102)).toMatchObject({ place: '3号楼1单元', reporters: ['huang-lei'] });
    await edits(world, 'residents', 'c2', '4号楼1单元楼道灯坏了');
    expect((await world.ticket(102)).place).toBe('4号楼1单元');
    expect(await isThere(world, 103)).toBe(false);
  } finally {
    await world.stop();
  }
});

test('on Telegram, too, also when the edit comes twice and after a start', async () => {
  const world = await telegramWorld();
  try {
    const rider = world.user('zhao-fei');
    const group = world.groupOf('riders');
    const said = rider.says(group, '6号楼门口电动车堵住了路');
    await world.settle();
    const cards = (await world.group('riders')).length;
    await world.restart();
    const edit = rider.edits(said, '5号楼门口电动车堵住了路');
    await world.settle();
    world.emulator.redeliver(edit.updateId);
    await world.settle();
    expect((await world.ticket(101)).place).toBe('5号楼门口');
    expect((await kinds(world, 101)).filter((kind) => kind === 'corrected')).toHaveLength(1);
    expect((await world.group('riders')).length).toBe(cards);
    expect(lastSeen(await world.group('riders'), /#101/).text).toContain('5号楼');
  } finally {
    await world.stop();
  }
});

test('what turns out to be for no group disappears from it, also a card that was still to come', async () => {
  const world = await sandboxWorld();
  try {
    await world.posts('liu-jianguo', 'residents', { id: 'r1', text: '6号楼2单元楼道灯坏了' });
    lastSeen(await world.group('residents'), /#101/);
    await edits(world, 'residents', 'r1', '6号楼2单元两口子又在吵架，邻里纠纷谁来调解');
    expect(await world.ticket(101)).toMatchObject({ category: 'neighbours' });
    // Taken back, or in its place that it was: no word of what it is.
    for (const { text } of await world.group('residents')) expect(text).not.toMatch(/纠纷|吵架|6号楼/);
    // Put right again, it is shown again.
    await edits(world, 'residents', 'r1', '6号楼2单元楼道灯坏了');
    expect(lastSeen(await world.group('residents'), /#101/).text).toContain('照明');

    // At night the card waits for the morning.
    await world.advance(14 * 60);
    await world.posts('liu-jianguo', 'residents', { id: 'r2', text: '5号楼1单元楼道灯坏了' });
    await edits(world, 'residents', 'r2', '5号楼1单元两口子又在吵架，邻里纠纷谁来调解');
    await world.advance(10 * 60);
    expect(countSeen(await world.group('residents'), /#102/)).toBe(0);
  } finally {
    await world.stop();
  }
});

test('on Telegram the card is deleted', async () => {
  const world = await telegramWorld();
  try {
    const rider = world.user('zhao-fei');
    const said = rider.says(world.groupOf('riders'), '6号楼2单元楼道灯坏了');
    await world.settle();
    lastSeen(await world.group('riders'), /#101/);
    rider.edits(said, '6号楼2单元两口子又在吵架，邻里纠纷谁来调解');
    await world.settle();
    expect(await world.group('riders')).toEqual([]);
  } finally {
    await world.stop();
  }
});
