import type { Outbox } from '../../usecases/ports';
import { createPressSigner } from './press-data';
import { createTranslate, type Translate } from './telegram.inbound';
import { readUpdate, type TelegramMessage } from './telegram.update';

const bot = { id: 7, username: 'linli_bot' };
const nowMs = Date.UTC(2026, 10, 20, 2, 0, 0);
/** The program's clock was moved on by a day. */
const program = new Date(nowMs + 86_400_000);

const asked: [string, string][] = [];
const outbox: Pick<Outbox, 'bySentAs'> = {
  bySentAs: (chat, name) => {
    asked.push([chat, name]);
    return Promise.resolve(null);
  },
};

const translate: Translate = createTranslate({
  account: '7',
  chats: {
    resolve: (seen) =>
      Promise.resolve({ ...seen, id: `c${seen.nativeId}`, purpose: null, area: null, state: 'active' }),
  },
  people: { identify: ({ nativeId }) => Promise.resolve({ person: `p${nativeId}`, known: false }) },
  outbox,
  clock: { now: () => program },
  signer: createPressSigner('secret'),
  machineNow: () => nowMs,
});

const zhao = { id: 5, is_bot: false, first_name: '小飞', last_name: '赵' };
const group = { id: -1001, type: 'group' as const, title: '骑手群' };

const aMessage = (given: Partial<TelegramMessage> = {}): TelegramMessage => ({
  message_id: 11,
  date: nowMs / 1000,
  chat: group,
  from: zhao,
  text: '东门积水',
  ...given,
});

const read = (given: Partial<TelegramMessage>) => translate.message(aMessage(given), bot);

beforeEach(() => asked.splice(0));

test('the moment is of the program; what came late is dated back by as much', async () => {
  expect((await read({ date: nowMs / 1000 - 59 }))?.at).toBe('2026-11-21T02:00:00.000Z');
  expect((await read({ date: nowMs / 1000 - 600 }))?.at).toBe('2026-11-21T01:50:00.000Z');
  expect((await read({ date: nowMs / 1000 + 5 }))?.at).toBe('2026-11-21T02:00:00.000Z');
});

test('an anonymous admin is a person of that group who has no private chat, not a bot', async () => {
  const anonymous = { id: 1087968824, is_bot: true, first_name: 'Group' };
  const message = await read({ from: anonymous, sender_chat: group });
  expect([message?.sender, message?.fromBot]).toEqual([
    {
      person: 'panonymous:-1001',
      name: '骑手群',
      identity: { platform: 'telegram', account: '7', nativeId: 'anonymous:-1001' },
    },
    false,
  ]);
});

test('other bots, and what people send by way of bots, come from a bot', async () => {
  const other = { id: 8, is_bot: true, first_name: 'weather' };
  expect((await read({ from: other }))?.fromBot).toBe(true);
  expect((await read({ via_bot: other }))?.fromBot).toBe(true);
  expect((await read({}))?.fromBot).toBe(false);
});

test('channels are not heard, nor what is forwarded from them by itself', async () => {
  expect(await read({ chat: { id: -1, type: 'channel', title: '通知' } })).toBeNull();
  expect(await read({ is_automatic_forward: true })).toBeNull();
});

test('what was forwarded says so', async () => {
  expect((await read({ forward_origin: { type: 'user' } }))?.forwarded).toBe(true);
});

test('in a topic of a forum a message answers nothing by itself, and what answers it stands in that topic', async () => {
  const opening = { message_id: 2, from: zhao, forum_topic_created: { name: '停车' } };
  const said = await read({ reply_to_message: opening, is_topic_message: true, message_thread_id: 2 });
  expect([said?.replyTo, said?.topic]).toEqual([null, true]);
  expect([said?.key, said?.messageId]).toEqual(['c-1001:g11', 'g11/2']);
  // Answers in a group without topics bear a number like that too.
  expect((await read({ message_thread_id: 2 }))?.messageId).toBe('g11');
  expect(await read({})).not.toHaveProperty('topic');
});

test('ours is looked up as it was sent: words and photos apart; of others nothing is asked', async () => {
  const us = { id: 7, is_bot: true, first_name: '邻里' };
  const photo = [{ file_id: 'f', width: 1, height: 1 }];
  await read({ reply_to_message: { message_id: 2, from: us, text: '#101' } });
  await read({ reply_to_message: { message_id: 3, from: us, caption: '#101', photo } });
  await read({ reply_to_message: { message_id: 4, from: zhao, text: '好' } });
  await read({
    chat: { ...group, id: -1_001_000_000_001, type: 'supergroup' },
    reply_to_message: { message_id: 5, from: us },
  });
  expect(asked).toEqual([
    ['c-1001', 't:g2'],
    ['c-1001', 'p:g3'],
    ['c-1001000000001', 't:5'],
  ]);
});

test('a live location that moves on is no edit', async () => {
  const moved = aMessage({ location: { latitude: 31, longitude: 121 }, edit_date: nowMs / 1000 });
  expect(await translate.edit(moved, bot)).toBeNull();
});

test('two who are added at once are two events, and a new title is one', async () => {
  const li = { id: 6, is_bot: false, first_name: '李姐' };
  const us = { id: 7, is_bot: true, first_name: '邻里' };
  const came = await translate.service(aMessage({ new_chat_members: [zhao, us, li] }), bot);
  expect(came.map(({ key, what, sender }) => [key, what, sender.name])).toEqual([
    ['c-1001:g11:joined:5', 'joined', '小飞 赵'],
    ['c-1001:g11:joined:6', 'joined', '李姐'],
  ]);
  const renamed = await translate.service(aMessage({ new_chat_title: '新名' }), bot);
  expect(renamed.map(({ key, what }) => [key, what])).toEqual([['c-1001:g11:renamed', 'renamed']]);
});

test('a change of rights is no coming or going of the bot', async () => {
  const status = (one: string) => ({ status: one });
  const change = { chat: group, from: zhao, date: nowMs / 1000 };
  const promoted = { ...change, old_chat_member: status('member'), new_chat_member: status('administrator') };
  expect(await translate.membership(promoted, false)).toBeNull();
  const added = { ...change, old_chat_member: status('left'), new_chat_member: status('administrator') };
  expect(await translate.membership(added, false)).toMatchObject({ what: 'bot-added', hearsAll: true });
});

test('a press on something that is no message of a chat is foreign', async () => {
  expect(await translate.press({ id: '1', from: zhao, data: 'v1.a.b.c' })).toBeNull();
});

test('what is wrong with an update is named by its fields, not by what stands in them', () => {
  expect(readUpdate({ update_id: 1, message: { ...aMessage(), date: '139 1234 5678' } })).toEqual({
    ok: false,
    id: 1,
    wrong: 'message.date: invalid_type',
  });
  expect(readUpdate(null)).toEqual({ ok: false, id: null, wrong: ': invalid_type' });
});
