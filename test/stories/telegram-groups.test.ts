import { telegramWorld, type TelegramWorld } from '../support/story-telegram';
import { countSeen, lastSeen } from '../support/story-world';
import type { TelegramGroup } from '../support/telegram/telegram-emulator';

const said = (world: TelegramWorld, group: TelegramGroup): string =>
  world.emulator
    .botMessagesIn(group)
    .map(({ text }) => text)
    .join('\n');

const times = (text: string, pattern: RegExp): number => (text.match(new RegExp(pattern, 'gu')) ?? []).length;

test('a group whose photos the bot cannot see hears why and what to do, once, however often the bot is added', async () => {
  const world = await telegramWorld();
  try {
    const { emulator } = world;
    const group = emulator.group({ title: '新群', members: [world.user('zhao-fei')], bot: 'absent' });
    group.add(emulator.bot);
    await world.settle();
    expect(said(world, group)).toMatch(/看不到照片.*\n.*设为管理员/);
    expect(said(world, group)).toMatch(/还没登记/);
    group.kick(emulator.bot);
    group.add(emulator.bot);
    await world.settle();
    expect(times(said(world, group), /看不到照片/)).toBe(1);
    expect(times(said(world, group), /还没登记/)).toBe(1);

    // Privacy mode is off: there is nothing to explain.
    emulator.setPrivacyMode(false);
    const other = emulator.group({ title: '另一个群', members: [world.user('zhao-fei')], bot: 'absent' });
    other.add(emulator.bot);
    await world.settle();
    expect(said(world, other)).not.toMatch(/看不到照片/);
    expect(said(world, other)).toMatch(/还没登记/);
  } finally {
    await world.stop();
  }
});

test('thrown out, the bot is an incident on the board; taken in again it hears that group as before', async () => {
  const world = await telegramWorld();
  const incidents = async (): Promise<string> => JSON.stringify(await world.api.get('/outbox'));
  try {
    world.kick('riders');
    await world.settle();
    expect(await incidents()).toContain('机器人被移出了');
    world.groupOf('riders').add(world.emulator.bot);
    world.groupOf('riders').promote(world.emulator.bot);
    await world.settle();
    expect(await incidents()).not.toContain('机器人被移出了');
    await world.posts('zhao-fei', 'riders', { text: '6号楼楼道灯坏了' });
    expect(lastSeen(await world.group('riders'), /#101/).text).toContain('照明');
    expect(countSeen(await world.group('riders'), /还没登记/)).toBe(0);
  } finally {
    await world.stop();
  }
});

test('in a forum the card stands in the topic where it was reported, also the one that a correction brings', async () => {
  const world = await telegramWorld({ groups: new Map([['riders', -1_001_000_000_500]]) });
  try {
    const [group, zhao] = [world.groupOf('riders'), world.user('zhao-fei')];
    const cards = () =>
      world.emulator.botMessagesIn(group).map(({ text, topic }) => [/#\d+ \S+?(?=｜)/u.exec(text)?.[0] ?? text, topic]);
    const [lamps, others] = [group.opensTopic('路灯'), group.opensTopic('其他')];
    zhao.says(group, '6号楼楼道灯坏了', { topic: lamps });
    await world.settle();
    expect(cards()).toEqual([['#101 照明', lamps]]);

    // What no group may read has no card, until it turns out to be something else.
    const said = zhao.says(group, '6号楼门口两家邻居吵起来了，邻里纠纷谁管', { topic: others });
    await world.settle();
    expect(await world.ticket(102)).toMatchObject({ reporters: ['zhao-fei'] });
    expect(cards()).toHaveLength(1);
    zhao.edits(said, '2号楼门口垃圾堆满了没人清');
    await world.settle();
    expect(cards().slice(1)).toEqual([[expect.stringMatching(/^#102 /), others]]);
  } finally {
    await world.stop();
  }
});
