import { setTimeout as sleep } from 'node:timers/promises';
import type { InboundMessage } from '../../src/usecases/inbound';
import type { Logger } from '../../src/usecases/ports';
import { deliver, noNotice, pixel } from './platform.contract';
import { openTelegram, startBot, until, type TelegramWorld } from './telegram.world';

/** A JPEG's head with a size; what Telegram makes smaller sizes of. */
const fortyByThirty = Buffer.from('ffd8ffc0000b08009601f4010111 00ffda0002ffd9'.replace(' ', ''), 'hex');

let world: TelegramWorld;
/** Everything that was logged, as text. */
let logged: string[];

const note = (data: object, message: string): void => {
  logged.push(JSON.stringify([data, message]));
};
const log: Logger = { info: note, warn: note, error: note };

beforeEach(async () => {
  logged = [];
  world = await openTelegram('polling', { log });
});
afterEach(async () => {
  await world.close();
  expect(logged.join('\n')).not.toContain(world.emulator.token);
  expect(logged.join('\n')).not.toContain(world.emulator.token.split(':')[1]);
});

const messages = (): readonly InboundMessage[] =>
  world.handed.flatMap((inbound) => (inbound.kind === 'message' ? [inbound] : []));
const heard = async (count: number): Promise<void> => until(() => world.handed.length >= count);
const incidents = async (): Promise<readonly string[]> =>
  (await world.store.incidents.list()).map(({ subject }) => subject);
const outage = (): Promise<never> => Promise.reject(Object.assign(new Error('away'), { name: 'MongoNetworkError' }));

describe('what Telegram calls things', () => {
  test('the bot called by name is a mention, and its name is no part of the words', async () => {
    world.zhao.says(world.group, '@linli_test_bot 我的');
    world.zhao.says(world.group, '请 @Linli_Test_Bot 看看');
    world.zhao.says(world.group, '@other_bot 我的');
    world.zhao.says(world.group, '/points@linli_test_bot');
    world.zhao.says(world.zhao, '/report 楼道灯坏了');
    world.zhao.says(world.zhao, '/start ABCD-1234');
    await heard(6);
    expect(messages().map(({ text, mentioned }) => [text, mentioned])).toEqual([
      ['我的', true],
      ['请 看看', true],
      ['@other_bot 我的', false],
      ['积分', true],
      ['报 楼道灯坏了', false],
      ['/start ABCD-1234', false],
    ]);
  });

  test('a voice is kept, a picture sent as a file is a picture, another file is not', async () => {
    world.zhao.sendsVoice(world.zhao, Buffer.from('ogg'));
    world.zhao.sendsDocument(world.zhao, pixel, { mime: 'image/png', fileName: 'a.png', caption: '原图' });
    world.zhao.sendsDocument(world.zhao, pixel, { mime: 'application/pdf', fileName: 'a.pdf', caption: '通知' });
    await heard(3);
    expect(messages().map(({ text, media }) => [text, media.map(({ kind, mime }) => [kind, mime])])).toEqual([
      ['', [['voice', 'audio/ogg']]],
      ['原图', [['document', 'image/png']]],
      ['通知', []],
    ]);
  });

  test('of a photo the largest size is taken, with its bytes', async () => {
    const { updateId } = world.zhao.sendsPhoto(world.group, fortyByThirty);
    await heard(1);
    const wire = world.emulator.updates.find((update) => update.update_id === updateId)?.message?.photo;
    expect(messages()[0]?.media).toEqual([
      {
        platform: 'telegram',
        ref: wire?.at(-1)?.file_id,
        kind: 'photo',
        mime: 'image/jpeg',
        bytes: fortyByThirty.length,
      },
    ]);
  });

  test('people come and go; the bot is told apart from them', async () => {
    const wang = world.emulator.user({ name: '王芳' });
    wang.joins(world.group);
    wang.leaves(world.group);
    await heard(2);
    expect(world.handed).toEqual([
      expect.objectContaining({
        kind: 'chat',
        what: 'joined',
        sender: expect.objectContaining({ name: '王芳' }) as object,
      }),
      expect.objectContaining({
        kind: 'chat',
        what: 'left',
        sender: expect.objectContaining({ name: '王芳' }) as object,
      }),
    ]);
  });

  test('a group that takes the bot in says whether its photos can be seen', async () => {
    const plain = world.emulator.group({ title: '新群', members: [world.zhao], bot: 'absent' });
    plain.add(world.emulator.bot);
    await heard(1);
    world.emulator.setPrivacyMode(false);
    plain.kick(world.emulator.bot);
    plain.add(world.emulator.bot);
    await heard(3);
    const events = world.handed.map((inbound) => inbound.kind === 'chat' && [inbound.what, inbound.hearsAll]);
    expect(events).toEqual([
      ['bot-added', false],
      ['bot-removed', undefined],
      ['bot-added', true],
    ]);
  });

  test('a group that becomes a supergroup stays one chat, though its messages are counted anew', async () => {
    const basic = world.emulator.group({ title: '老群', kind: 'group', members: [world.zhao], bot: 'administrator' });
    world.zhao.says(basic, '一');
    await heard(1);
    const chat = await world.store.chats.byId(world.handed[0]?.chat.id ?? '');
    if (!chat) throw new Error('The chat is unknown.');
    const card = await deliver(world, chat, { replyTo: messages()[0]?.messageId ?? null });
    expect(card.outcome.kind).toBe('sent');
    const next = basic.migrate();
    await until(() => world.emulator.pendingUpdates === 0);
    expect(await world.platform.send(card.outgoing)).toEqual({ kind: 'migrated', to: String(next.id) });
    world.zhao.says(next, '二');
    world.zhao.says(next, '三');
    await heard(3);
    expect(new Set(world.handed.map((inbound) => inbound.chat.id))).toEqual(new Set([chat.id]));
    expect(new Set(world.handed.map(({ key }) => key)).size).toBe(3);
    const moved = await world.store.chats.byId(chat.id);
    if (!moved) throw new Error('The chat is unknown.');
    expect(moved.nativeId).toBe(String(next.id));
    // The old card can't be reached any more, and the number it had is another message now.
    expect((await world.platform.edit({ ...card.outgoing, chat: moved }, card.as)).kind).toBe('gone');
  });
});

describe('presses', () => {
  const forged = async (data: string): Promise<string | undefined> => {
    const button = { reply_markup: { inline_keyboard: [[{ text: '接单', callback_data: data }]] } };
    await world.process.bot.api.call('sendMessage', { chat_id: world.group.id, text: '卡', ...button });
    const [card] = world.emulator.botMessagesIn(world.group).slice(-1);
    return (await world.zhao.presses(card ?? { chatId: 0, messageId: 0 }, '接单'))?.text;
  };

  test('a button that was forged, changed or taken from another chat does nothing, and says so', async () => {
    const { id } = await deliver(world, await world.chat('group'), { choices: [{ id: 'claim', label: '接单' }] });
    const real = world.emulator.botMessagesIn(world.group)[0]?.buttons[0]?.data ?? '';
    expect(Buffer.byteLength(real)).toBeLessThanOrEqual(64);
    world.li.says(world.li, '你好');
    await heard(1);
    await deliver(world, await world.chat('li'), { choices: [{ id: 'claim', label: '接单' }] });
    const private_ = world.emulator.botMessagesIn(world.li)[0]?.buttons[0]?.data ?? '';
    const changed = real.replace('.claim.', '.solved-satisfied.');
    for (const data of [`v1.${id}.claim.AAAAAAAAAAA`, changed, private_, 'claim', 'v1...', `${real}.x`]) {
      expect(await forged(data)).toBe('这个按钮用不了了，请直接打字回复。');
    }
    expect(world.handed.filter(({ kind }) => kind === 'press')).toEqual([]);
  });

  test('a press that comes again has the key it had', async () => {
    const { as } = await deliver(world, await world.chat('group'), { choices: [{ id: 'claim', label: '接单' }] });
    await world.presses('li', 'group', as[0] ?? '', { id: 'claim', label: '接单' });
    world.emulator.redeliver(world.emulator.updates.at(-1)?.update_id);
    await heard(2);
    expect(new Set(world.handed.map(({ key }) => key)).size).toBe(1);
  });

  test('a press is served though its answer fails', async () => {
    const { as } = await deliver(world, await world.chat('group'), { choices: [{ id: 'claim', label: '接单' }] });
    world.emulator.fail({ kind: 'status', status: 500, method: 'answerCallbackQuery' });
    const messageId = Number(as[0]?.split(':')[1]);
    expect(await world.zhao.presses({ chatId: world.group.id, messageId }, '接单', { waitsMs: 300 })).toBeUndefined();
    expect(world.handed).toEqual([expect.objectContaining({ kind: 'press', choice: 'claim' })]);
    await until(() => world.emulator.pendingUpdates === 0);
  });
});

describe('outages', () => {
  test('what could not be committed is served again, in order, and the offset waits for it', async () => {
    let away = true;
    world.answer = (inbound) => (away && inbound.chat.kind === 'group' ? outage() : Promise.resolve(noNotice));
    world.zhao.says(world.group, '一');
    world.zhao.says(world.group, '二');
    world.li.says(world.li, '别的群不用等');
    await heard(1);
    await sleep(150);
    expect(messages().map(({ text }) => text)).toEqual(['别的群不用等']);
    expect(world.emulator.pendingUpdates).toBe(3);
    away = false;
    await until(() => world.emulator.pendingUpdates === 0);
    expect(messages().map(({ text }) => text)).toEqual(['别的群不用等', '一', '二']);
    expect(await incidents()).toEqual([]);
  });

  test('one update that fails again and again is set aside visibly, and the rest go on', async () => {
    world.answer = (inbound) =>
      inbound.kind === 'message' && inbound.text === '毒'
        ? Promise.reject(new TypeError('a fault of ours'))
        : Promise.resolve(noNotice);
    const { updateId } = world.zhao.says(world.group, '毒');
    world.zhao.says(world.group, '好');
    await until(() => world.emulator.pendingUpdates === 0);
    expect(messages().map(({ text }) => text)).toEqual(['好']);
    expect(await incidents()).toEqual([`telegram:update:${String(updateId)}`]);
  });

  test('a press that can never be served is answered with an apology', async () => {
    const { as } = await deliver(world, await world.chat('group'), { choices: [{ id: 'claim', label: '接单' }] });
    world.answer = () => Promise.reject(new TypeError('a fault of ours'));
    expect(await world.presses('li', 'group', as[0] ?? '', { id: 'claim', label: '接单' })).toMatch('刚才没办成');
  });

  test.each([
    [401, 'Unauthorized', 'telegram:token'],
    [409, 'Conflict: terminated by other getUpdates request', 'telegram:conflict'],
  ])('%i is an incident, tried again slowly, and over when it is over', async (code, description, subject) => {
    world.emulator.fail({ kind: 'refuse', code, description, method: 'getUpdates', times: 3 });
    world.zhao.says(world.group, '一');
    await until(async () => (await incidents()).includes(subject));
    expect(world.process.bot.ready()).toBe(false);
    world.zhao.says(world.group, '二');
    await until(() => world.emulator.pendingUpdates === 0);
    await until(async () => (await incidents()).length === 0);
    expect(messages().map(({ text }) => text)).toEqual(['一', '二']);
    expect(world.process.bot.ready()).toBe(true);
  });

  test.each([
    ['429', { kind: 'retry-after', seconds: 1 }],
    ['500', { kind: 'status', status: 500 }],
    ['a reset before', { kind: 'reset-before' }],
    ['a reset after the work', { kind: 'reset-after' }],
    ['silence', { kind: 'hang', ms: 60_000 }],
  ] as const)(
    'polling outlives %s',
    async (_name, fault) => {
      world.emulator.fail({ ...fault, method: 'getUpdates' });
      world.zhao.says(world.group, '一');
      await until(() => world.emulator.pendingUpdates === 0);
      expect(messages().map(({ text }) => text)).toEqual(['一']);
    },
    20_000,
  );

  test('Telegram away for a while is an incident until it is back', async () => {
    await world.emulator.stop();
    await until(async () => (await incidents()).includes('telegram:unreachable'));
    await world.emulator.start();
    world.zhao.says(world.group, '还在');
    await heard(1);
    await until(async () => (await incidents()).length === 0);
  });

  test('a bot that starts before Telegram is there starts all the same', async () => {
    await world.process.stop();
    world.emulator.fail({ kind: 'refuse', code: 401, description: 'Unauthorized', method: 'getMe', times: 2 });
    const late = await startBot({ kind: 'polling', emulator: world.emulator, opened: world.opened, log });
    world.zhao.says(world.group, '一');
    await until(() => late.handed.length === 1);
    await late.stop();
  });

  test('stopping ends within two seconds, also in mid-poll and in mid-outage', async () => {
    for (const answer of [() => Promise.resolve(noNotice), outage]) {
      world.answer = answer;
      world.zhao.says(world.group, '一');
      await sleep(100);
      const began = performance.now();
      await world.process.bot.stop();
      expect(performance.now() - began).toBeLessThan(2000);
      await world.process.bot.start();
    }
  });
});

describe('two processes', () => {
  test('one serves, the other stands by and takes over when the first stops', async () => {
    const second = await startBot({ kind: 'polling', emulator: world.emulator, opened: world.opened, log });
    world.zhao.says(world.group, '一');
    await heard(1);
    await sleep(300);
    expect(second.handed).toEqual([]);
    expect(await incidents()).toEqual([]);
    await world.process.bot.stop();
    world.zhao.says(world.group, '二');
    await until(() => second.handed.length === 1);
    expect(messages().map(({ text }) => text)).toEqual(['一']);
    await second.stop();
  });

  test('one that can no longer renew its lease ends its poll, and the other serves', async () => {
    const { leases } = world.store;
    let cut = false;
    await world.process.stop();
    const first = await startBot({
      kind: 'polling',
      emulator: world.emulator,
      opened: world.opened,
      log,
      given: {
        leases: {
          ...leases,
          take: (...of) => (cut ? outage() : leases.take(...of)),
          renew: (...of) => (cut ? outage() : leases.renew(...of)),
        },
      },
    });
    world.zhao.says(world.group, '一');
    await until(() => first.handed.length === 1);
    const second = await startBot({ kind: 'polling', emulator: world.emulator, opened: world.opened, log });
    cut = true;
    await until(() => logged.some((line) => line.includes('the lease was lost')));
    world.zhao.says(world.group, '二');
    await until(() => second.handed.length === 1);
    expect(first.handed).toHaveLength(1);
    await Promise.all([first.stop(), second.stop()]);
  });
});
