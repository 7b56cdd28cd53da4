import { telegramWorld } from '../support/story-telegram';
import { countSeen, lastSeen } from '../support/story-world';
import type { TelegramUser } from '../support/telegram/telegram-emulator';

const open = async () => {
  const groups = new Map([
    ['riders', -100_500],
    ['staff', -100_501],
    ['新群', -100_777],
  ]);
  const world = await telegramWorld({ groups });
  const codeFor = async (what: string): Promise<string> => {
    await world.writes('xu-ning', { text: `邀请 ${what}` });
    const answer = (await world.private('xu-ning')).at(-1)?.text ?? '';
    return /\d{4}-\d{4}/.exec(answer)?.[0] ?? '';
  };
  const says = async (user: TelegramUser, text: string): Promise<number | undefined> => {
    const { updateId } = user.says(user, text);
    await world.settle();
    return updateId;
  };
  const heard = (user: TelegramUser): string =>
    world.emulator
      .botMessagesIn(user)
      .map(({ text }) => text)
      .join('\n');
  return { world, codeFor, says, heard };
};

test('a code gives its role once, to whoever types it first, in private and within ten minutes', async () => {
  const { world, codeFor, says, heard } = await open();
  try {
    const [first, second] = [world.emulator.user({ name: '小新' }), world.emulator.user({ name: '小来' })];
    first.joins(world.groupOf('riders'));
    const code = await codeFor('网格员 第二网格');
    await says(first, '你好');
    // In a group it is no use, and is not used up by that.
    first.says(world.groupOf('riders'), `绑定 ${code}`);
    await world.settle();
    expect(heard(first)).toMatch(/这个码不对/);
    expect(countSeen(await world.group('riders'), /码|登记/)).toBe(0);

    const update = await says(first, `绑定 ${code}`);
    expect(heard(first)).toMatch(/登记好了，您是第二网格的网格员/);
    const said = heard(first);
    world.emulator.redeliver(update);
    await world.settle();
    expect(heard(first)).toBe(said);
    await says(first, '值班 我');
    expect(heard(first)).toMatch(/小新.*值班|值班.*小新/);

    await says(second, `绑定 ${code}`);
    expect(heard(second)).toMatch(/这个码不对/);
    await says(second, '值班 我');
    expect(heard(second)).toMatch(/“值班”是社区工作人员用的/);

    // Nobody is made a director by somebody who is none.
    expect(await codeFor('主任')).toBe('');
    expect(lastSeen(await world.private('xu-ning'), /主任的码要由主任来发/)).toBeDefined();

    const late = await codeFor('骑手');
    await world.advance(11);
    await says(second, `绑定 ${late}`);
    expect(heard(second)).not.toMatch(/登记好了/);
  } finally {
    await world.stop();
  }
});

test('a group is bound by its code once, after a private yes of whoever typed it, and by nobody else', async () => {
  const { world, codeFor, says, heard } = await open();
  try {
    const code = await codeFor('居民群');
    const guest = world.emulator.user({ name: '小新' });
    await says(guest, `绑定 ${code}`);
    expect(heard(guest)).toMatch(/这个码不对/);

    await world.posts('zhao-fei', '新群', { text: `绑定 ${code}` });
    const asked = lastSeen(await world.private('zhao-fei'), /新群/);
    expect(countSeen(await world.group('新群'), /登记|绑/)).toBe(0);
    // A colleague has typed it, too: both are asked, and the one who is quicker binds.
    await world.posts('wang-fang', '新群', { text: `绑定 ${code}` });
    const colleague = lastSeen(await world.private('wang-fang'), /新群/);
    await world.presses('zhao-fei', 'private', asked, asked.choices[0] ?? '');
    const bound = await world.group('新群');
    await world.presses('zhao-fei', 'private', asked, asked.choices[0] ?? '').catch(() => undefined);
    await world.presses('wang-fang', 'private', colleague, colleague.choices[0] ?? '');
    expect(lastSeen(await world.private('wang-fang'), /这个码不对/)).toBeDefined();
    expect(await world.group('新群')).toHaveLength(bound.length);
    // From now on what is said there is heard.
    await world.posts('zhao-fei', '新群', { text: '6号楼门口垃圾堆满了没人清' });
    expect(lastSeen(await world.group('新群'), /#101/)).toBeDefined();
  } finally {
    await world.stop();
  }
});
