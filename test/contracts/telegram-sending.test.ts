import { setTimeout as sleep } from 'node:timers/promises';
import { AnswerLost, type Outgoing } from '../../src/usecases/ports';
import { checkTelegram } from '../../src/bots/telegram/check-telegram';
import { createTelegramApi } from '../../src/bots/telegram/telegram.api';
import { deliver, pixel } from './platform.contract';
import { openTelegram, type TelegramWorld } from './telegram.world';

let world: TelegramWorld;

beforeEach(async () => {
  world = await openTelegram('polling');
  world.zhao.startsBot();
  await world.settled();
});
afterEach(() => world.close());

const photos = (count: number): Outgoing['photos'] =>
  Array.from({ length: count }, (_, index) => ({ id: `p${index}`, bytes: pixel }));
/** Also idle connections know of it. */
const isAway = async (): Promise<void> => {
  await world.emulator.stop();
  await sleep(100);
};
const claim = { id: 'claim', label: '接单' };
const toZhao = async (given: Partial<Outgoing>) => deliver(world, await world.chat('zhao'), given);
const thrown = async (given: Partial<Outgoing>): Promise<unknown> => {
  try {
    await toZhao(given);
    return null;
  } catch (error) {
    return error;
  }
};

test('words are sent as they are: nothing in them is markup', async () => {
  const text = '<b>不是</b> &amp; *标记* _的_ `字` [x](http://y) $where ../';
  await toZhao({ text });
  expect(world.emulator.botMessagesIn(world.zhao)[0]).toMatchObject({ text });
  expect(world.emulator.callsOf('sendMessage')[0]?.params).not.toHaveProperty('parse_mode');
});

test('a long text is cut behind sentences, and its last part has the buttons', async () => {
  const sentence = `${'很'.repeat(99)}。`;
  const { as } = await toZhao({ text: sentence.repeat(100), choices: [claim] });
  const sent = world.emulator.botMessagesIn(world.zhao);
  expect(sent.map(({ text }) => text.length)).toEqual([4000, 4000, 2000]);
  expect(sent.map(({ rows }) => rows.length)).toEqual([0, 0, 1]);
  expect(as).toHaveLength(3);
});

test('short choices stand two in a row, long ones alone', async () => {
  const labels = ['解决了，满意', '解决了，但不满意', '没解决', '还没去看', '这一个标签实在是太长了'];
  await toZhao({ choices: labels.map((label, index) => ({ id: `category-${index}`, label })) });
  expect(world.emulator.botMessagesIn(world.zhao)[0]?.rows).toEqual([
    ['解决了，满意', '解决了，但不满意'],
    ['没解决', '还没去看'],
    ['这一个标签实在是太长了'],
  ]);
});

test('a text too long for a caption stands below its photo', async () => {
  await toZhao({ text: '长'.repeat(1025), photos: photos(1), choices: [claim] });
  const sent = world.emulator.botMessagesIn(world.zhao);
  expect(sent.map(({ text, photoBytes, rows }) => [text.length, photoBytes !== undefined, rows.length])).toEqual([
    [0, true, 0],
    [1025, false, 1],
  ]);
});

test('a dozen photos are an album of ten and one of two, the words last', async () => {
  const { as } = await toZhao({ photos: photos(12), choices: [claim] });
  const sent = world.emulator.botMessagesIn(world.zhao);
  expect(sent.map(({ mediaGroupId }) => mediaGroupId !== undefined)).toEqual([...Array<boolean>(12).fill(true), false]);
  expect(new Set(sent.slice(0, 12).map(({ mediaGroupId }) => mediaGroupId)).size).toBe(2);
  expect(as).toHaveLength(13);
});

test('a photo that Telegram does not take costs the photo, not the words', async () => {
  const broken = [{ id: 'p1', bytes: Buffer.from('%PDF-1.7') }];
  expect((await toZhao({ photos: broken, choices: [claim] })).outcome.kind).toBe('sent');
  expect(world.emulator.botMessagesIn(world.zhao)).toMatchObject([{ text: '收到，谢谢您。', rows: [['接单']] }]);
});

test('what answers a message of a topic stands there with all its parts, also when that message is gone', async () => {
  const group = world.emulator.group({ title: '论坛', members: [world.zhao], bot: 'administrator' });
  const topic = group.opensTopic('停车');
  const said = world.zhao.says(group, '6号楼门口停满了', { topic });
  await world.settled();
  const chat = await world.store.chats.resolve({
    ...{ platform: 'telegram', account: String(world.emulator.bot.id), nativeId: String(group.id) },
    ...{ kind: 'group', title: '论坛', person: null },
  });
  const name = `${said.messageId}/${topic}`;
  await deliver(world, chat, { replyTo: name, photos: photos(3) });
  world.zhao.deletes(said);
  await deliver(world, chat, { replyTo: name, text: '还在这里' });
  const sent = world.emulator.botMessagesIn(group);
  expect(sent.map(({ topic: where }) => where)).toEqual([topic, topic, topic, topic, topic]);
  expect(sent.map(({ replyTo }) => replyTo)).toEqual([
    said.messageId,
    said.messageId,
    said.messageId,
    undefined,
    undefined,
  ]);
  // Where the topic itself is gone it is said in the group.
  group.deletesTopic(topic);
  await deliver(world, chat, { replyTo: name, text: '到群里讲' });
  expect(world.emulator.botMessagesIn(group).map(({ text, topic: where }) => [text, where])).toEqual([
    ['到群里讲', undefined],
  ]);
});

test('a reply to what is gone is sent without it, also with a photo', async () => {
  await toZhao({ replyTo: '999999' });
  await toZhao({ replyTo: '999999', photos: photos(1) });
  const { messageId } = world.zhao.says(world.zhao, '你好');
  await toZhao({ replyTo: String(messageId), photos: photos(1) });
  await toZhao({ replyTo: String(messageId), photos: photos(2) });
  const replies = world.emulator.botMessagesIn(world.zhao).map(({ replyTo }) => replyTo);
  expect(replies).toEqual([undefined, undefined, messageId, messageId, messageId, undefined]);
});

test('429 is a wait, and what was sent already is not sent again', async () => {
  world.emulator.fail({ kind: 'retry-after', seconds: 7, method: 'sendMessage' });
  const { outcome, outgoing } = await toZhao({ photos: photos(2) });
  expect(outcome).toEqual({ kind: 'wait', ms: 7000 });
  const again = await world.platform.send(outgoing);
  expect(again.kind === 'sent' && again.as).toHaveLength(3);
  expect(world.emulator.botMessagesIn(world.zhao)).toHaveLength(3);
});

test("Telegram's own limits of a chat come as waits", async () => {
  // So slow that a busy machine earns nothing in between.
  world.emulator.limitRates({ chatPerSecond: 0.001 });
  const outcomes = [];
  for (let index = 0; index < 5; index += 1) outcomes.push((await toZhao({ text: `${index}` })).outcome);
  expect(outcomes.map(({ kind }) => kind)).toEqual(['sent', 'sent', 'sent', 'wait', 'wait']);
});

test.each([500, 502])('%i throws: it was not sent', async (status) => {
  world.emulator.fail({ kind: 'status', status, method: 'sendMessage' });
  const error = await thrown({});
  expect(error).toMatchObject({ name: 'TelegramOutage', message: `Telegram failed at sendMessage: ${status}` });
});

test.each([
  ['a reset before', { kind: 'reset-before' }],
  ['a reset after', { kind: 'reset-after' }],
  ['no answer', { kind: 'hang', ms: 60_000 }],
] as const)('%s throws that the answer was lost, without the token', async (_name, fault) => {
  world.emulator.fail({ ...fault, method: 'sendMessage' });
  const error = await thrown({});
  expect(error).toBeInstanceOf(AnswerLost);
  const shown = error instanceof Error ? `${error.message} ${error.stack ?? ''} ${JSON.stringify(error)}` : '';
  expect(shown).not.toContain(world.emulator.token.split(':')[1]);
});

test('a refused connection is no lost answer', async () => {
  await isAway();
  expect(await thrown({})).toMatchObject({ name: 'TelegramOutage' });
});

test('a wrong token is an outage, so that no message is given up for it', async () => {
  world.emulator.fail({ kind: 'refuse', code: 401, description: 'Unauthorized', method: 'sendMessage' });
  expect(await thrown({})).toMatchObject({ name: 'TelegramRefusal', code: 401 });
});

test('refusals are told apart', async () => {
  const wang = world.emulator.user({ name: '王芳' });
  const stranger = world.emulator.user({ name: '路人' });
  const quiet = world.emulator.group({ title: '没有机器人', members: [wang], bot: 'absent' });
  world.emulator.group({ title: '群', members: [wang] });
  const group = await world.chat('group');
  const zhao = await world.chat('zhao');
  const kind = async (chat: Outgoing['chat'], given: Partial<Outgoing> = {}) =>
    (await deliver(world, chat, given)).outcome.kind;
  const to = (nativeId: string | number) => ({ ...zhao, nativeId: String(nativeId) });
  expect({
    neverWrote: await kind(to(wang.id)),
    stranger: await kind(to(stranger.id)),
    anonymousAdmin: await kind(to(`anonymous:${world.group.id}`)),
    notInGroup: await kind({ ...group, nativeId: String(quiet.id) }),
    empty: await kind(zhao, { text: ' ' }),
  }).toEqual({
    neverWrote: 'unreachable',
    stranger: 'unreachable',
    anonymousAdmin: 'unreachable',
    notInGroup: 'gone',
    empty: 'refused',
  });
});

test('an edit keeps to the parts that were sent, and says where it was cut', async () => {
  const { as, outgoing } = await toZhao({ text: '字'.repeat(5000), choices: [claim] });
  await world.platform.edit({ ...outgoing, text: '短' }, as);
  expect(world.emulator.botMessagesIn(world.zhao).map(({ text, rows }) => [text, rows.length])).toEqual([
    ['短', 0],
    ['…', 1],
  ]);
  await world.platform.edit({ ...outgoing, text: '字'.repeat(9000) }, as);
  const [first, second] = world.emulator.botMessagesIn(world.zhao);
  expect([first?.text.length, second?.text.length, second?.text.endsWith('…')]).toEqual([4096, 4096, true]);
});

test('an edit of album and words edits the words', async () => {
  const { as, outgoing } = await toZhao({ photos: photos(2) });
  await world.platform.edit({ ...outgoing, text: '已办结。' }, as);
  expect(world.emulator.botMessagesIn(world.zhao).map(({ text }) => text)).toEqual(['', '', '已办结。']);
});

test('an edit of a message somebody deleted is gone', async () => {
  const { as, outgoing } = await toZhao({});
  await world.process.bot.api.call('deleteMessage', { chat_id: world.zhao.id, message_id: Number(as[0]?.slice(2)) });
  expect((await world.platform.edit({ ...outgoing, text: '新' }, as)).kind).toBe('gone');
});

describe('files', () => {
  const sent = async (bytes: Buffer): Promise<string> => {
    world.zhao.sendsDocument(world.zhao, bytes, { mime: 'image/png' });
    await world.settled();
    const last = world.handed.at(-1);
    return (last?.kind === 'message' && last.media[0]?.ref) || '';
  };

  test('one that is too large for Telegram, or unknown, is gone', async () => {
    expect(await world.platform.fetch(await sent(Buffer.alloc(21 * 1024 * 1024)), 64 * 1024 * 1024)).toBeNull();
    expect(await world.platform.fetch('no-such-file', 1000)).toBeNull();
  });

  test('one that cannot be had now throws, without the token', async () => {
    const ref = await sent(pixel);
    for (const fault of [{ kind: 'status', status: 502 }, { kind: 'reset-before' }] as const) {
      world.emulator.fail({ ...fault, method: 'file' });
      const error: unknown = await world.platform.fetch(ref, 1000).catch((caught: unknown) => caught);
      expect(error).toBeInstanceOf(Error);
      expect(String(error)).not.toContain(world.emulator.token);
    }
    expect(await world.platform.fetch(ref, 1000)).toEqual(pixel);
  });
});

describe('doctor', () => {
  const look = async (webhookUrl: string | null = null) =>
    checkTelegram({ api: world.process.bot.api, groups: await world.store.chats.groups(), webhookUrl });

  test('says what the bot sees in each group, and how to mend what it does not', async () => {
    await world.chat('group');
    const plain = world.emulator.group({ title: '看不见的群', members: [world.zhao] });
    const seen = { platform: 'telegram', account: '7000000001', kind: 'group', person: null } as const;
    await world.store.chats.resolve({ ...seen, nativeId: String(plain.id), title: plain.title });
    const findings = await look();
    expect(findings.filter(({ mend }) => mend !== null)).toEqual([
      expect.objectContaining({ what: '隐私模式开着：不是管理员的群里，只看得到命令、@ 和回复，看不到照片' }),
      { what: '群“看不见的群”：机器人不是管理员，看不到普通消息和照片', mend: '请在群里把机器人设为管理员' },
    ]);
    expect(findings.map(({ what }) => what)).toContain('群“骑手群”：机器人是管理员，看得到照片');
  });

  test('says that the webhook is not where it should be', async () => {
    expect((await look('https://example.org/telegram')).map(({ what }) => what)).toContain(
      'Telegram 的 webhook 和配置不一样',
    );
  });

  test('says that the token is wrong, or Telegram away', async () => {
    const { apiRoot } = world.emulator;
    const api = createTelegramApi({ token: '1:wrong', apiRoot });
    expect(await checkTelegram({ api, groups: [], webhookUrl: null })).toEqual([
      expect.objectContaining({ what: 'Telegram 不认这个令牌' }),
    ]);
    await isAway();
    const [finding] = await look();
    expect(finding?.what).toBe('问不到 Telegram：Telegram could not be reached for getMe: ECONNREFUSED');
  });
});

test('after 48 hours nothing can be deleted: Telegram says so, and words take its place', async () => {
  const { as, outgoing } = await toZhao({ text: '【请帮忙找人】', photos: photos(1) });
  world.passes(48);
  const chat = await world.chat('zhao');
  const removed = await world.platform.remove(chat, as);
  expect(removed).toEqual({ kind: 'stands', why: "Bad Request: message can't be deleted for everyone", left: as });
  expect((await world.platform.redact({ ...outgoing, text: '已收回。', photos: [] }, as)).kind).toBe('sent');
  expect(world.emulator.botMessagesIn(world.zhao).map(({ text }) => text)).toEqual(['已收回。']);
});

test('what was sent before the group became a supergroup stands', async () => {
  const removed = await world.platform.remove(await world.chat('group'), ['t:g7']);
  expect(removed.kind).toBe('stands');
});
