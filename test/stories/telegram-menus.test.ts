import { connectStore } from '../../src/store/connect.store';
import { until } from '../support/child-program';
import { telegramWorld, type TelegramWorld } from '../support/story-telegram';
import { lastSeen } from '../support/story-world';
import type { TelegramUser } from '../support/telegram/telegram-emulator';

const namesOf = (menu: readonly string[]): string => menu.map((line) => line.split(' ', 1)[0]).join(' ');

/** Once these are the commands that the app shows. */
const shows = (look: () => readonly string[], wanted: readonly string[]): Promise<number> =>
  until(() => namesOf(look()) === wanted.join(' '), 60_000, `${wanted.join(' ')}; there are ${namesOf(look())}`);

const setInChats = ({ emulator }: TelegramWorld): number =>
  emulator.callsOf('setMyCommands').filter(({ params }) => JSON.stringify(params).includes('chat_id')).length;

const everybodys = ['/report', '/mine', '/points', '/statement', '/redeem', '/honours', '/account'];
const ofOneself = ['/my_data', '/my_page', '/person', '/help'];
const ofVolunteers = ['/checkout', '/service'];
const ofWorkers = ['/launch', '/todo', '/duty', '/back', '/ledger', '/board'];

const heardBy = (world: TelegramWorld, user: TelegramUser, text: string): Promise<void> => {
  user.says(user, text);
  return world.settle();
};

test('the menu shows what each may do and no more, in private and in groups, and its words are acted on', async () => {
  const world = await telegramWorld();
  try {
    const stranger = world.emulator.user({ name: '新来的' });
    const guest = world.emulator.user({ name: 'Visitor', languageCode: 'en-gb' });
    await shows(() => world.emulator.menuOf(stranger), [...everybodys, ...ofOneself]);
    expect(world.emulator.menuOf(guest)).toContain('/mine How far my matters are');
    await shows(() => world.menu('zhao-fei'), [...everybodys, '/shift_on', '/shift_off', ...ofOneself]);
    await shows(() => world.menu('wang-fang'), [...everybodys, ...ofWorkers, ...ofOneself]);
    await shows(() => world.menu('xu-ning'), [...everybodys, ...ofWorkers, '/brief', '/invite', ...ofOneself]);
    // At a desk beside the areas', without an office.
    await shows(() => world.menu('huang-lei'), [...everybodys, '/todo', '/board', ...ofOneself]);
    await shows(() => world.menu('huang-lei', 'riders'), ['/report', '/mine', '/person', '/help']);
    await shows(() => world.menu('wang-fang', 'staff'), ['/report', '/mine', '/todo', '/person', '/help']);

    await world.writes('zhao-fei', { text: '/shift_on' });
    expect(lastSeen(await world.private('zhao-fei'), /上班/)).toBeDefined();
    await world.posts('zhao-fei', 'riders', { text: `/mine@${world.emulator.bot.username ?? ''}` });
    expect(lastSeen(await world.private('zhao-fei'), /没有/)).toBeDefined();
  } finally {
    await world.stop();
  }
});

test('the menu follows a role that is given, a language that is wished and a ban, and is set once', async () => {
  const world = await telegramWorld();
  try {
    const { emulator } = world;
    const guest = emulator.user({ name: '新来的' });
    await world.writes('xu-ning', { text: '/invite 志愿者' });
    const code = /\d{4}-\d{4}/.exec(lastSeen(await world.private('xu-ning'), /\d{4}-\d{4}/).text)?.[0] ?? '';
    await heardBy(world, guest, `绑定 ${code}`);
    await shows(() => emulator.menuOf(guest), [...everybodys, ...ofVolunteers, ...ofOneself]);

    // Whatever the app is set to.
    await heardBy(world, guest, 'language English');
    const speaks = (line: string) => until(() => emulator.menuOf(guest).includes(line), 15_000, line);
    await speaks('/mine How far my matters are');

    await world.writes('xu-ning', { text: '拉黑 新来的 因为 乱发广告' });
    await shows(() => emulator.menuOf(guest), ['/report']);
    await world.writes('xu-ning', { text: '解除拉黑 新来的' });
    await shows(() => emulator.menuOf(guest), [...everybodys, ...ofVolunteers, ...ofOneself]);

    const before = setInChats(world);
    await world.restart();
    await heardBy(world, guest, '语言 中文');
    await speaks('/mine 我的事办到哪一步');
    expect(setInChats(world) - before).toBe(2);
  } finally {
    await world.stop();
  }
});

test('whoever was erased keeps no list of what they were, and no trace of where it stood', async () => {
  const world = await telegramWorld();
  const connection = await connectStore(world.app.mongoUri);
  try {
    await shows(() => world.menu('zhao-fei'), [...everybodys, '/shift_on', '/shift_off', ...ofOneself]);
    await world.writes('zhao-fei', { text: '忘记我' });
    await world.writes('zhao-fei', { text: '确认删除' });
    await world.jump(8 * 24 * 60);
    await shows(() => world.menu('zhao-fei'), [...everybodys, ...ofOneself]);
    const chats = connection.collection('chats');
    const traces = () => chats.countDocuments({ 'leftMenu.nativeId': String(world.user('zhao-fei').id) });
    await until(async () => (await traces()) === 0, 15_000, 'no trace of the chat');
    // Come again, they are somebody new.
    await world.writes('zhao-fei', { text: '我的' });
    expect(namesOf(world.menu('zhao-fei'))).toBe([...everybodys, ...ofOneself].join(' '));
  } finally {
    await connection.close();
    await world.stop();
  }
});
