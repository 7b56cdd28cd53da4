import { boardBrowser, linkIn } from '../support/board-browser';
import { createStore } from '../../src/store/store';
import { formOf } from '../support/board-world';
import { silentLog } from '../support/open-store';
import { until } from '../support/child-program';
import { telegramWorld, type TelegramWorld } from '../support/story-telegram';
import { countSeen, lastSeen } from '../support/story-world';

test('who blocked the bot is asked in the group, once a day, and hears what was missed on coming back', async () => {
  const world = await telegramWorld();
  try {
    const rider = world.user('zhao-fei');
    rider.blocksBot();
    await world.posts('zhao-fei', 'riders', { text: '报 3号楼门口两家邻居吵起来了，邻里纠纷谁管' });
    await world.posts('zhao-fei', 'riders', { text: '报 5号楼门口两家邻居吵起来了，邻里纠纷谁管' });
    const group = await world.group('riders');
    expect(countSeen(group, /请私信我/)).toBe(1);
    expect(countSeen(group, /邻里纠纷|#10\d/)).toBe(0);
    rider.startsBot();
    await world.settle();
    const missed = await world.private('zhao-fei');
    expect(lastSeen(missed, /#101/).text).toContain('收到');
    expect(lastSeen(missed, /#102/).text).toContain('收到');
  } finally {
    await world.stop();
  }
});

test('where nothing reaches somebody, those on duty are asked once to ring up, unless the person has written by then', async () => {
  const world = await telegramWorld();
  const incidents = async (): Promise<string> => JSON.stringify(await world.api.get('/outbox'));
  try {
    const rider = world.user('zhao-fei');
    rider.blocksBot();
    await world.posts('zhao-fei', 'riders', { text: '报 3号楼门口两家邻居吵起来了，邻里纠纷谁管' });
    await world.posts('zhao-fei', 'riders', { text: '报 5号楼门口两家邻居吵起来了，邻里纠纷谁管' });
    const ringing = /送不到赵小飞/;
    const askedToRing = async (): Promise<number> => {
      const seen = await Promise.all(['xu-ning', 'he-min', 'chen-xiao', 'lin-jing'].map((who) => world.private(who)));
      return countSeen(seen.flat(), ringing);
    };
    // The group was asked first: the telephone is the last way.
    expect(await askedToRing()).toBe(0);
    expect(await incidents()).toContain('unreachable:zhao-fei');
    await world.advance(125);
    const asked = await askedToRing();
    expect(asked).toBeGreaterThan(0);
    const on = (await world.private('xu-ning')).filter(({ text }) => ringing.test(text));
    expect(on).toHaveLength(1);
    expect(on[0]?.text).toMatch(/#101、 #102[^]*电话[^]*私信/);
    // A third message the same day asks nobody anew.
    await world.posts('zhao-fei', 'riders', { text: '报 6号楼门口两家邻居吵起来了，邻里纠纷谁管' });
    await world.advance(125);
    expect(await askedToRing()).toBe(asked);
    expect(countSeen(await world.group('riders'), /送不到|电话/)).toBe(0);

    // Somebody who never wrote, and then does: whatever it is, they hear what they missed, and nobody need ring.
    const newcomer = world.emulator.user({ name: '新骑手' });
    newcomer.joins(world.groupOf('riders'));
    newcomer.says(world.groupOf('riders'), '报 2号楼门口两家邻居吵起来了，邻里纠纷谁管');
    await world.settle();
    // The group may have heard enough for this second.
    await until(async () => countSeen(await world.group('riders'), /新骑手.*请私信我/) > 0, 25_000, 'the group asks');
    expect(countSeen(await world.group('riders'), /新骑手.*请私信我/)).toBe(1);
    expect(await incidents()).toContain('新骑手');
    newcomer.says(newcomer, '我的');
    await world.settle();
    const missed = world.emulator.botMessagesIn(newcomer).map(({ text }) => text);
    expect(missed.join('\n')).toContain('收到');
    expect(await incidents()).not.toContain('新骑手');
    await world.advance(125);
    expect(countSeen(await world.private('xu-ning'), /送不到新骑手/)).toBe(0);
  } finally {
    await world.stop();
  }
});

/** What was tried in somebody's private chat, refused or not. */
const sentTo = (world: TelegramWorld, person: string): readonly string[] =>
  world.emulator
    .callsOf('sendMessage')
    .filter(({ params }) => Number(params['chat_id']) === world.user(person).id)
    .map(({ params }) => String(params['text']));

test('a press on the board is no word in the chat: whoever blocked the bot stays out of reach', async () => {
  const world = await telegramWorld();
  const incidents = async (): Promise<string> => JSON.stringify(await world.api.get('/outbox'));
  try {
    await world.writes('wang-fang', { text: '看板' });
    const path = linkIn((await world.private('wang-fang')).at(-1)?.text ?? '');
    const board = boardBrowser(world.app.address);
    await board.get(path);
    await board.post(path);
    world.user('wang-fang').blocksBot();
    await world.posts('zhao-fei', 'riders', { text: '6号楼门口又停满了，电动车出不去' });
    await until(async () => (await incidents()).includes('unreachable:wang-fang'), 25_000, 'wang-fang is out of reach');
    const today = await board.get('/board');
    const before = sentTo(world, 'wang-fang').length;
    expect(await board.post('/board/tickets/101/act', formOf(today.text, 101, 'claim'))).toMatchObject({ status: 200 });
    await world.settle();
    expect(await world.ticket(101)).toMatchObject({ state: 'claimed', owner: 'wang-fang' });
    // What was refused before the press is not tried again because of it.
    expect(sentTo(world, 'wang-fang').slice(before).join('\n')).not.toContain('电动车出不去');
    expect(await incidents()).toContain('unreachable:wang-fang');
  } finally {
    await world.stop();
  }
});

/** As if nobody had ever met them: the sandbox gives everybody of the pack a chat. */
const neverMet = async (world: TelegramWorld, person: string): Promise<void> => {
  const store = await createStore({ uri: world.app.mongoUri, communityId: 'demo', log: silentLog });
  await store.connection.collection('chats').deleteMany({ kind: 'private', person });
  await store.connection.collection('identities').deleteMany({ person });
  await store.close();
};

test('whom no platform knows is an incident with name, where they are known from and what to do; it is over once they write', async () => {
  const people = ['zhao-fei', 'li-qiang', 'he-ping', 'lin-jing', 'xu-ning', 'chen-xiao'];
  const world = await telegramWorld({ people });
  const incidents = async (): Promise<string> => JSON.stringify(await world.api.get('/outbox'));
  try {
    await neverMet(world, 'wang-fang');
    await world.posts('zhao-fei', 'riders', { text: '6号楼门口又停满了，电动车出不去' });
    expect(await incidents()).toMatch(
      /“王芳”（登记的网格员，6号楼；登记的网格员，第二网格；住6号楼）没有跟机器人私聊过/,
    );
    expect(await incidents()).toMatch(/请告诉王芳：私信机器人，发“我是 王芳”加楼号/);
    expect((await world.group('riders')).map(({ text }) => text).join('\n')).not.toContain('王芳');

    const account = world.emulator.user({ name: '阿芳' });
    account.says(account, '我是 王芳 6号楼');
    await world.settle();
    expect(await incidents()).toContain('unreachable:wang-fang');
    const asked = lastSeen(await world.private('xu-ning'), /阿芳用新号说：自己是王芳/);
    await world.presses('xu-ning', 'private', asked, '是');
    expect(await incidents()).not.toContain('unreachable:wang-fang');
    await world.posts('zhao-fei', 'riders', { text: '6号楼2单元楼道灯坏了' });
    const told = world.emulator.botMessagesIn(account).map(({ text }) => text);
    expect(told.join('\n')).toMatch(/#102/);
    expect(await incidents()).not.toContain('unreachable:wang-fang');
  } finally {
    await world.stop();
  }
});
