import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { Telegraf, Telegram } from 'telegraf';
import { TelegramEmulator, type TelegramGroup, type TelegramUser } from '../support/telegram/telegram-emulator';
import type { WireUpdate } from '../support/telegram/wire';

/** A picture of one pixel. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const EXIF = Buffer.concat([Buffer.from([0xff, 0xe1, 0, 10]), Buffer.from('Exif\0GPS')]);
const FRAME = Buffer.from([0xff, 0xc0, 0, 11, 8, 0, 30, 0, 40, 1, 1, 0x11, 0]);
const JPEG = Buffer.concat([Buffer.from([0xff, 0xd8]), EXIF, FRAME, Buffer.from([0xff, 0xda, 0, 2, 0xff, 0xd9])]);

interface Answer {
  ok: boolean;
  result?: unknown;
  error_code?: number;
  description?: string;
  parameters?: { retry_after?: number; migrate_to_chat_id?: number };
}

let emulator: TelegramEmulator;
let telegram: Telegram;
let nowMs: number;
let machineMs: number;
let zhao: TelegramUser;
let li: TelegramUser;

const call = async (method: string, params: Record<string, unknown> = {}, signal?: AbortSignal): Promise<Answer> => {
  const answer = await fetch(`${emulator.apiRoot}/bot${emulator.token}/${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(params),
    ...(signal && { signal }),
  });
  const body = (await answer.json()) as Answer;
  if (!body.ok) expect(answer.status).toBe(body.error_code);
  return body;
};

const poll = async (params: Record<string, unknown> = {}): Promise<WireUpdate[]> => {
  const { result } = await call('getUpdates', params);
  return result as WireUpdate[];
};

const refusal = (code: number, description: string): Answer => ({ ok: false, error_code: code, description });

const passes = (hours: number): void => {
  nowMs += hours * 3_600_000;
};

beforeEach(async () => {
  nowMs = Date.UTC(2026, 4, 6, 1, 0, 0);
  machineMs = 0;
  emulator = await new TelegramEmulator({ now: () => nowMs, machineMs: () => machineMs }).start();
  telegram = new Telegram(emulator.token, { apiRoot: emulator.apiRoot });
  zhao = emulator.user({ name: '赵师傅' });
  li = emulator.user({ name: '李姐' });
});

afterEach(async () => {
  await emulator.stop();
});

const aGroup = (bot: 'member' | 'administrator' = 'administrator'): TelegramGroup =>
  emulator.group({ title: '骑手群', members: [zhao, li], bot });

describe('the door', () => {
  test('getMe introduces the bot, with its privacy mode', async () => {
    expect(await telegram.getMe()).toMatchObject({
      id: 7000000001,
      is_bot: true,
      username: 'linli_test_bot',
      can_read_all_group_messages: false,
    });
    emulator.setPrivacyMode(false);
    expect(await telegram.getMe()).toMatchObject({ can_read_all_group_messages: true });
  });

  test('a wrong token is 401, an unknown method 404, and so is a strange path', async () => {
    const wrong = await fetch(`${emulator.apiRoot}/bot1:wrong/getMe`);
    expect([wrong.status, await wrong.json()]).toEqual([401, refusal(401, 'Unauthorized')]);
    expect(await call('sendStory')).toEqual(refusal(404, 'Not Found'));
    expect((await fetch(`${emulator.apiRoot}/metrics`)).status).toBe(404);
  });

  test('parameters come by query, form, JSON or multipart, and method names in any case', async () => {
    zhao.startsBot();
    const url = `${emulator.apiRoot}/bot${emulator.token}/SENDmessage`;
    await fetch(`${url}?chat_id=${zhao.id}&text=query`);
    await fetch(url, { method: 'POST', body: new URLSearchParams({ chat_id: String(zhao.id), text: 'form' }) });
    const form = new FormData();
    form.set('chat_id', String(zhao.id));
    form.set('text', 'multipart');
    await fetch(url, { method: 'POST', body: form });
    await call('sendMessage', { chat_id: zhao.id, text: 'json' });
    expect(emulator.botMessagesIn(zhao).map(({ text }) => text)).toEqual(['query', 'form', 'multipart', 'json']);
  });

  test('a body that is no JSON is a bad request', async () => {
    const answer = await fetch(`${emulator.apiRoot}/bot${emulator.token}/getMe`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{',
    });
    expect(await answer.json()).toEqual(refusal(400, "Bad Request: can't parse JSON object"));
  });
});

describe('getUpdates', () => {
  test('hands out updates again until a higher offset confirms them', async () => {
    zhao.startsBot();
    zhao.says(zhao, '你好');
    const first = await poll();
    expect(first.map(({ message }) => message?.text)).toEqual(['/start', '你好']);
    expect(await poll()).toEqual(first);
    const second = await poll({ offset: (first[0]?.update_id ?? 0) + 1 });
    expect(second).toEqual(first.slice(1));
    expect(await poll({ offset: (first[1]?.update_id ?? 0) + 1 })).toEqual([]);
    expect(emulator.pendingUpdates).toBe(0);
  });

  test('a negative offset keeps only the last, and limit cuts the batch', async () => {
    for (const text of ['a', 'b', 'c']) zhao.says(zhao, text);
    expect((await poll({ limit: 2 })).map(({ message }) => message?.text)).toEqual(['a', 'b']);
    expect((await poll({ offset: -1 })).map(({ message }) => message?.text)).toEqual(['c']);
    expect(emulator.pendingUpdates).toBe(1);
  });

  test('waits up to its timeout, and ends at once when something comes', async () => {
    const started = performance.now();
    expect(await poll({ timeout: 1 })).toEqual([]);
    expect(performance.now() - started).toBeGreaterThan(900);
    const waiting = poll({ timeout: 30 });
    await pause(50);
    expect(emulator.isPolled).toBe(true);
    zhao.sendsPhoto(zhao, PNG, { mediaGroupId: 'm1' });
    zhao.sendsPhoto(zhao, PNG, { mediaGroupId: 'm1' });
    expect((await waiting).map(({ message }) => message?.media_group_id)).toEqual(['m1', 'm1']);
  });

  test('a second poller ends the first with 409 and is served itself', async () => {
    const first = call('getUpdates', { timeout: 30 });
    await pause(50);
    const second = poll({ timeout: 30 });
    expect(await first).toEqual(
      refusal(409, 'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running'),
    );
    zhao.says(zhao, '在吗');
    expect(await second).toHaveLength(1);
  });

  test('a poller that went away is no conflict for the next', async () => {
    const leaving = new AbortController();
    const first = call('getUpdates', { timeout: 30 }, leaving.signal);
    await pause(50);
    leaving.abort();
    await expect(first).rejects.toThrow(/abort/);
    await pause(50);
    expect(emulator.isPolled).toBe(false);
    zhao.says(zhao, '在吗');
    expect(await poll()).toHaveLength(1);
  });

  test('allowed_updates holds for what comes after it, and stays', async () => {
    const group = aGroup();
    await poll({ allowed_updates: ['message', 'chat_member'] });
    const sent = li.says(group, '早');
    li.edits(sent, '早上好');
    li.leaves(group);
    const kinds = (await poll()).map((update) => Object.keys(update)[1]);
    expect(kinds).toEqual(['message', 'message', 'chat_member']);
  });

  test('chat_member comes only on request, the other kinds by default', async () => {
    const group = aGroup();
    const sent = li.says(group, '早');
    li.edits(sent, '早上好');
    li.leaves(group);
    const kinds = (await poll()).map((update) => Object.keys(update)[1]);
    expect(kinds).toEqual(['message', 'edited_message', 'message']);
  });

  test('an update nobody fetches is forgotten after a day', async () => {
    zhao.says(zhao, '旧');
    passes(25);
    zhao.says(zhao, '新');
    expect((await poll()).map(({ message }) => message?.text)).toEqual(['新']);
  });

  test('a redelivered update comes once more with its old id, whatever was confirmed', async () => {
    const { updateId } = zhao.says(zhao, '一次');
    const [update] = await poll();
    expect(update?.update_id).toBe(updateId);
    const offset = (updateId ?? 0) + 1;
    expect(await poll({ offset })).toEqual([]);
    emulator.redeliver(updateId);
    expect(await poll({ offset })).toEqual([update]);
    expect(await poll({ offset })).toEqual([]);
  });

  test('real telegraf polls, hears and replies', async () => {
    const bot = new Telegraf(emulator.token, { telegram: { apiRoot: emulator.apiRoot } });
    bot.hears(/.+/, async (context) => {
      await context.reply(`听到：${context.message.text}`);
    });
    const running = bot.launch();
    try {
      zhao.says(zhao, '门口堵了');
      const heard = await emulator.waitForMessage(zhao, ({ from }) => from === 'bot');
      expect(heard.text).toBe('听到：门口堵了');
    } finally {
      bot.stop();
      await running;
    }
  });
});

describe('the webhook', () => {
  interface Received {
    secret: string | undefined;
    update: WireUpdate;
    atMs: number;
  }
  let server: Server;
  let hook: string;
  let received: Received[];
  let answers: (number | Record<string, unknown>)[];
  let answerAfterMs: number;
  let inFlight: number;
  let mostInFlight: number;

  const read = async (request: IncomingMessage): Promise<WireUpdate> => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    return JSON.parse(Buffer.concat(parts).toString()) as WireUpdate;
  };

  beforeEach(async () => {
    [received, answers, answerAfterMs, inFlight, mostInFlight] = [[], [], 0, 0, 0];
    server = createServer((request, response) => {
      void (async () => {
        inFlight += 1;
        mostInFlight = Math.max(mostInFlight, inFlight);
        const secret = request.headers['x-telegram-bot-api-secret-token'];
        const atMs = performance.now();
        const update = await read(request);
        received.push({ secret: typeof secret === 'string' ? secret : undefined, update, atMs });
        await pause(answerAfterMs);
        inFlight -= 1;
        const answer = answers.shift() ?? 200;
        if (typeof answer === 'number') response.writeHead(answer).end();
        else response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
      })();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    hook = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
    emulator.setWebhookPauses([20, 40]);
  });

  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  const until = async (done: () => boolean): Promise<void> => {
    for (let tries = 0; tries < 200 && !done(); tries += 1) await pause(10);
    expect(done()).toBe(true);
  };

  const texts = (): (string | undefined)[] => received.map(({ update }) => update.message?.text);

  test('gets what waited and what comes, in order, one at a time, with the secret', async () => {
    zhao.says(zhao, '1');
    answerAfterMs = 15;
    await telegram.setWebhook(hook, { secret_token: 'geheim_1' });
    for (const text of ['2', '3', '4']) zhao.says(zhao, text);
    await until(() => emulator.pendingUpdates === 0);
    expect(texts()).toEqual(['1', '2', '3', '4']);
    expect(received.map(({ secret }) => secret)).toEqual(['geheim_1', 'geheim_1', 'geheim_1', 'geheim_1']);
    expect(mostInFlight).toBe(1);
  });

  test('an update that is not taken comes again, before the next, after growing pauses', async () => {
    emulator.setWebhookPauses([100, 300]);
    answers = [500, 503, 503, 200];
    await telegram.setWebhook(hook);
    zhao.says(zhao, '1');
    zhao.says(zhao, '2');
    await until(() => inFlight === 0 && received.length === 1);
    await pause(30);
    expect(await telegram.getWebhookInfo()).toMatchObject({
      url: hook,
      pending_update_count: 2,
      last_error_message: 'Wrong response from the webhook: 500 Internal Server Error',
      last_error_date: nowMs / 1000,
    });
    await until(() => emulator.pendingUpdates === 0);
    expect(texts()).toEqual(['1', '1', '1', '1', '2']);
    const [first = 0, second = 0, third = 0, fourth = 0] = received.map(({ atMs }) => atMs);
    expect(second - first).toBeGreaterThan(95);
    expect(third - second).toBeGreaterThan(295);
    expect(fourth - third).toBeGreaterThan(295);
  });

  test('a server that is down is tried until it is back', async () => {
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    await telegram.setWebhook(hook);
    zhao.says(zhao, '1');
    await until(() => emulator.callsOf('setWebhook').length === 1);
    await pause(60);
    expect(await telegram.getWebhookInfo()).toMatchObject({ last_error_message: 'Connection refused' });
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    await until(() => texts().length === 1);
  });

  test('getUpdates is refused while it is set, and served when it is deleted', async () => {
    const polling = call('getUpdates', { timeout: 30 });
    await pause(50);
    await telegram.setWebhook(hook);
    expect(await polling).toEqual(refusal(409, 'Conflict: terminated by setWebhook request'));
    expect(await call('getUpdates')).toEqual(
      refusal(
        409,
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
      ),
    );
    await telegram.deleteWebhook();
    expect((await telegram.getWebhookInfo()).url).toBe('');
    zhao.says(zhao, '1');
    expect(await poll()).toHaveLength(1);
    expect(received).toEqual([]);
  });

  test('drop_pending_updates drops, and bad addresses and secrets are refused', async () => {
    zhao.says(zhao, '旧');
    await telegram.setWebhook(hook, { drop_pending_updates: true });
    zhao.says(zhao, '新');
    await until(() => received.length === 1);
    expect(texts()).toEqual(['新']);
    expect(await call('setWebhook', { url: 'http://linli.example.org/hook' })).toEqual(
      refusal(400, 'Bad Request: bad webhook: An HTTPS URL must be provided for webhook'),
    );
    expect(await call('setWebhook', { url: hook, secret_token: 'a b' })).toEqual(
      refusal(400, 'Bad Request: secret token contains unallowed characters'),
    );
  });

  test('a method in the answer is called', async () => {
    answers = [{ method: 'sendMessage', chat_id: zhao.id, text: '顺手' }];
    await telegram.setWebhook(hook);
    zhao.says(zhao, '1');
    expect((await emulator.waitForMessage(zhao, ({ from }) => from === 'bot')).text).toBe('顺手');
  });

  test('a redelivered update comes once more', async () => {
    await telegram.setWebhook(hook);
    const { updateId } = zhao.says(zhao, '1');
    await until(() => received.length === 1);
    await until(() => emulator.pendingUpdates === 0);
    emulator.redeliver(updateId);
    await until(() => received.length === 2);
    expect(received[1]?.update).toEqual(received[0]?.update);
  });
});

describe('sending', () => {
  beforeEach(() => {
    zhao.startsBot();
  });

  test('a person sees text, buttons and what it replies to; ids count per chat', async () => {
    const group = aGroup();
    const question = zhao.says(group, '谁来？');
    const sent = await telegram.sendMessage(group.id, '我来', {
      reply_parameters: { message_id: question.messageId },
      reply_markup: {
        inline_keyboard: [[{ text: '接单', callback_data: 'claim' }], [{ text: '看', url: 'https://a.cn' }]],
      },
    });
    expect(sent).toMatchObject({ message_id: 2, date: nowMs / 1000, chat: { id: group.id, type: 'supergroup' } });
    expect(sent).toMatchObject({ reply_to_message: { message_id: 1, text: '谁来？' } });
    expect(emulator.messagesIn(group)[1]).toEqual({
      chatId: group.id,
      messageId: 2,
      from: 'bot',
      fromId: emulator.bot.id,
      text: '我来',
      entities: [],
      links: [],
      buttons: [
        { text: '接单', data: 'claim', url: undefined },
        { text: '看', data: undefined, url: 'https://a.cn' },
      ],
      rows: [['接单'], ['看']],
      photoBytes: undefined,
      photoFileId: undefined,
      documentName: undefined,
      location: undefined,
      mediaGroupId: undefined,
      replyTo: 1,
      service: undefined,
      at: nowMs / 1000,
      editedAt: undefined,
      deleted: false,
    });
    expect((await telegram.sendMessage(zhao.id, '私聊')).message_id).toBe(2);
  });

  test('HTML is read as a person sees it', async () => {
    await telegram.sendMessage(
      zhao.id,
      ' <b>6号楼</b> &lt;门口&gt; &amp; <a href="https://a.cn/x?a=1&amp;b=2">看板</a>\n',
      {
        parse_mode: 'HTML',
      },
    );
    expect(emulator.botMessagesIn(zhao)[0]).toMatchObject({
      text: '6号楼 <门口> & 看板',
      links: ['https://a.cn/x?a=1&b=2'],
      entities: [
        { type: 'bold', offset: 0, length: 3 },
        { type: 'text_link', offset: 11, length: 2, url: 'https://a.cn/x?a=1&b=2' },
      ],
    });
  });

  test.each([
    ['<script>x</script>', 'Unsupported start tag "script" at byte offset 0'],
    ['楼 < 3', 'Unsupported start tag "" at byte offset 4'],
    ['<b>a', 'Can\'t find end tag corresponding to start tag "b"'],
    ['<b>a</i>', 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'],
    ['a</b>', 'Unexpected end tag at byte offset 1'],
    ['a <b', 'Unclosed start tag at byte offset 2'],
  ])('HTML %j is refused with what is wrong', async (text, why) => {
    expect(await call('sendMessage', { chat_id: zhao.id, text, parse_mode: 'HTML' })).toEqual(
      refusal(400, `Bad Request: can't parse entities: ${why}`),
    );
    expect(emulator.botMessagesIn(zhao)).toEqual([]);
  });

  test('limits of length: 4096 for text after reading it, 1024 for a caption, nothing is too short', async () => {
    const send = (text: string): Promise<Answer> => call('sendMessage', { chat_id: zhao.id, text, parse_mode: 'HTML' });
    expect((await send(`<b>${'字'.repeat(4096)}</b>`)).ok).toBe(true);
    expect(await send('字'.repeat(4097))).toEqual(refusal(400, 'Bad Request: message is too long'));
    expect(await send(' \n ')).toEqual(refusal(400, 'Bad Request: message text is empty'));
    const long = telegram.sendPhoto(zhao.id, { source: PNG }, { caption: '字'.repeat(1025) });
    await expect(long).rejects.toMatchObject({ response: refusal(400, 'Bad Request: message caption is too long') });
  });

  test('a button carries 1 to 64 bytes, or an address with a dot in its host', async () => {
    const send = (button: unknown): Promise<Answer> =>
      call('sendMessage', { chat_id: zhao.id, text: 'x', reply_markup: { inline_keyboard: [[button]] } });
    expect((await send({ text: 'a', callback_data: 'x'.repeat(64) })).ok).toBe(true);
    expect(await send({ text: 'a', callback_data: '字'.repeat(22) })).toEqual(
      refusal(400, 'Bad Request: BUTTON_DATA_INVALID'),
    );
    expect((await send({ text: 'a', url: 'http://localhost:3000/board' })).description).toMatch(/Wrong HTTP URL/);
    expect((await send({ text: 'a' })).description).toMatch(/Text buttons are unallowed/);
  });

  test('a reply to what is gone is refused, unless it may go without', async () => {
    const said = zhao.says(zhao, '撤');
    zhao.deletes(said);
    const params = { chat_id: zhao.id, text: 'x' };
    const reply = { message_id: said.messageId };
    const gone = refusal(400, 'Bad Request: message to be replied not found');
    expect(await call('sendMessage', { ...params, reply_parameters: reply })).toEqual(gone);
    expect(await call('sendMessage', { ...params, reply_to_message_id: said.messageId })).toEqual(gone);
    const lenient = { ...reply, allow_sending_without_reply: true };
    expect((await call('sendMessage', { ...params, reply_parameters: lenient })).ok).toBe(true);
    expect(emulator.botMessagesIn(zhao)[0]?.replyTo).toBeUndefined();
  });

  test('photos: by upload, by file_id, as an album by attach; what is no picture is refused', async () => {
    const first = await telegram.sendPhoto(zhao.id, { source: PNG }, { caption: '<i>门口</i>', parse_mode: 'HTML' });
    await telegram.sendPhoto(zhao.id, first.photo.at(-1)?.file_id ?? '');
    const album = await telegram.sendMediaGroup(zhao.id, [
      { type: 'photo', media: { source: PNG }, caption: '一' },
      { type: 'photo', media: { source: PNG } },
    ]);
    const seen = emulator.botMessagesIn(zhao);
    expect(seen.map(({ text, photoBytes }) => [text, photoBytes])).toEqual([
      ['门口', PNG.length],
      ['', PNG.length],
      ['一', PNG.length],
      ['', PNG.length],
    ]);
    expect(new Set(seen.map(({ mediaGroupId }) => mediaGroupId)).size).toBe(2);
    expect(album).toHaveLength(2);
    await expect(telegram.sendPhoto(zhao.id, { source: Buffer.from('%PDF-1.4') })).rejects.toThrow(
      'Bad Request: IMAGE_PROCESS_FAILED',
    );
    await expect(telegram.sendPhoto(zhao.id, 'no-such-file')).rejects.toThrow('wrong remote file identifier');
    await expect(telegram.sendPhoto(zhao.id, { source: Buffer.alloc(11 * 2 ** 20) })).rejects.toThrow(
      'too big for a photo',
    );
    expect(await call('sendPhoto', { chat_id: zhao.id })).toEqual(
      refusal(400, 'Bad Request: there is no photo in the request'),
    );
  });

  test('an album holds at most ten', async () => {
    const media = Array.from({ length: 11 }, () => ({ type: 'photo' as const, media: { source: PNG } }));
    await expect(telegram.sendMediaGroup(zhao.id, media)).rejects.toThrow('too many messages to send as an album');
    await expect(telegram.sendMediaGroup(zhao.id, [])).rejects.toThrow('there are no messages to send');
    expect(emulator.botMessagesIn(zhao)).toEqual([]);
  });

  test('control characters and marks of direction do not reach the person', async () => {
    await telegram.sendMessage(zhao.id, 'a\u0000b\u202ec\r\nd');
    expect(emulator.botMessagesIn(zhao)[0]?.text).toBe('a bc\nd');
  });

  test('documents and places are shown', async () => {
    await telegram.sendDocument(zhao.id, { source: Buffer.from('a,b'), filename: 'books.csv' }, { caption: '账' });
    await telegram.sendLocation(zhao.id, 30.25, 120.16);
    expect(emulator.botMessagesIn(zhao)).toMatchObject([
      { documentName: 'books.csv', text: '账' },
      { location: { latitude: 30.25, longitude: 120.16 } },
    ]);
  });
});

describe('whom the bot may write to', () => {
  const send = (chatId: unknown): Promise<Answer> => call('sendMessage', { chat_id: chatId, text: 'x' });

  test('nobody it does not know', async () => {
    expect(await send(12345)).toEqual(refusal(400, 'Bad Request: chat not found'));
    expect(await send('')).toEqual(refusal(400, 'Bad Request: chat_id is empty'));
    expect(await send(zhao.id)).toEqual(refusal(400, 'Bad Request: chat not found'));
  });

  test('not a person who shares a group but never started it', async () => {
    aGroup();
    expect(await send(zhao.id)).toEqual(refusal(403, "Forbidden: bot can't initiate conversation with a user"));
    zhao.startsBot();
    expect((await send(zhao.id)).ok).toBe(true);
  });

  test('not a person who blocked it, until they start it again', async () => {
    zhao.startsBot('abc');
    zhao.blocksBot();
    expect(await send(zhao.id)).toEqual(refusal(403, 'Forbidden: bot was blocked by the user'));
    expect(() => zhao.says(zhao, 'x')).toThrow('has blocked the bot');
    zhao.startsBot();
    expect((await send(zhao.id)).ok).toBe(true);
    const updates = await poll();
    expect(updates[0]?.message?.text).toBe('/start abc');
    expect(updates.flatMap(({ my_chat_member: change }) => (change ? [change.new_chat_member.status] : []))).toEqual([
      'kicked',
      'member',
    ]);
  });

  test.each(['supergroup', 'group'] as const)('not a %s it was kicked from, until it is added again', async (kind) => {
    const group = emulator.group({ members: [zhao, li], kind });
    group.kick(emulator.bot);
    expect(await send(group.id)).toEqual(refusal(403, `Forbidden: bot was kicked from the ${kind} chat`));
    li.says(group, '@linli_test_bot 在吗');
    group.add(emulator.bot);
    expect((await send(group.id)).ok).toBe(true);
    const kinds = (await poll()).map(({ my_chat_member: change, message }) => {
      if (change) return `${change.old_chat_member.status} → ${change.new_chat_member.status}`;
      return message?.new_chat_members ? 'joined' : 'left';
    });
    const end = ['member → kicked', 'kicked → member', 'joined'];
    expect(kinds).toEqual(kind === 'group' ? ['left', ...end] : end);
  });

  test('not a group it left', async () => {
    const group = aGroup();
    await telegram.leaveChat(group.id);
    expect(await send(group.id)).toEqual(refusal(403, 'Forbidden: bot is not a member of the supergroup chat'));
    expect((await poll())[0]?.my_chat_member?.new_chat_member.status).toBe('left');
  });

  test('not a group it never was in', async () => {
    const group = emulator.group({ members: [zhao], bot: 'absent' });
    expect(await send(group.id)).toEqual(refusal(400, 'Bad Request: chat not found'));
  });

  test('a group that became a supergroup says so, and gives the new id', async () => {
    const old = emulator.group({ title: '骑手群', members: [zhao, li], kind: 'group', bot: 'administrator' });
    zhao.says(old, '旧');
    const next = old.migrate();
    expect(await send(old.id)).toEqual({
      ...refusal(400, 'Bad Request: group chat was upgraded to a supergroup chat'),
      parameters: { migrate_to_chat_id: next.id },
    });
    expect((await send(next.id)).ok).toBe(true);
    const followed = zhao.says(old, '新');
    expect(followed.chatId).toBe(next.id);
    expect((await poll()).map(({ message }) => message)).toMatchObject([
      { text: '旧', chat: { id: old.id, type: 'group' } },
      { migrate_to_chat_id: next.id, chat: { id: old.id } },
      { migrate_from_chat_id: old.id, chat: { id: next.id, type: 'supergroup' }, message_id: 1 },
      { text: '新', chat: { id: next.id } },
    ]);
  });
});

describe('editing and deleting', () => {
  const keyboard = { inline_keyboard: [[{ text: '接单', callback_data: 'claim' }]] };

  beforeEach(() => {
    zhao.startsBot();
  });

  test('an edit changes the words in place and takes the buttons unless they are given again', async () => {
    const { message_id } = await telegram.sendMessage(zhao.id, '已派单', { reply_markup: keyboard });
    passes(1);
    await telegram.editMessageText(zhao.id, message_id, undefined, '已接单', { reply_markup: keyboard });
    expect(emulator.botMessagesIn(zhao)).toMatchObject([
      { messageId: message_id, text: '已接单', rows: [['接单']], editedAt: nowMs / 1000, at: nowMs / 1000 - 3600 },
    ]);
    await telegram.editMessageText(zhao.id, message_id, undefined, '已办结');
    expect(emulator.botMessagesIn(zhao)).toMatchObject([{ text: '已办结', buttons: [] }]);
  });

  test('an edit that changes nothing is refused', async () => {
    const { message_id } = await telegram.sendMessage(zhao.id, '一', { reply_markup: keyboard });
    const notModified = refusal(
      400,
      'Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
    );
    const same = { chat_id: zhao.id, message_id, text: '一', reply_markup: keyboard };
    expect(await call('editMessageText', same)).toEqual(notModified);
    expect(await call('editMessageReplyMarkup', { ...same, text: undefined })).toEqual(notModified);
    expect((await call('editMessageReplyMarkup', { chat_id: zhao.id, message_id })).ok).toBe(true);
    expect(emulator.botMessagesIn(zhao)[0]?.buttons).toEqual([]);
  });

  test('only what is there, is its own and has such a part can be edited', async () => {
    const said = zhao.says(zhao, '我的');
    const photo = await telegram.sendPhoto(zhao.id, { source: PNG }, { caption: '一' });
    const text = await telegram.sendMessage(zhao.id, '二');
    const edit = (method: string, message_id: number): Promise<Answer> =>
      call(method, { chat_id: zhao.id, message_id, text: 'x', caption: 'x' });
    const no = (why: string): Answer => refusal(400, `Bad Request: ${why}`);
    expect(await edit('editMessageText', 999)).toEqual(no('message to edit not found'));
    expect(await edit('editMessageText', said.messageId)).toEqual(no("message can't be edited"));
    expect(await edit('editMessageText', photo.message_id)).toEqual(no('there is no text in the message to edit'));
    expect(await edit('editMessageCaption', text.message_id)).toEqual(no('there is no caption in the message to edit'));
    expect((await edit('editMessageCaption', photo.message_id)).ok).toBe(true);
    expect(emulator.botMessagesIn(zhao)[0]?.text).toBe('x');
  });

  test('a photo can be replaced', async () => {
    const { message_id } = await telegram.sendPhoto(zhao.id, { source: PNG }, { caption: '一' });
    await telegram.editMessageMedia(zhao.id, message_id, undefined, { type: 'photo', media: { source: JPEG } });
    expect(emulator.botMessagesIn(zhao)).toMatchObject([{ photoBytes: JPEG.length - EXIF.length, text: '' }]);
  });

  test('a message can be deleted for 48 hours and once', async () => {
    const early = await telegram.sendMessage(zhao.id, '早');
    passes(47);
    await telegram.deleteMessage(zhao.id, early.message_id);
    expect(emulator.messagesIn(zhao).at(-1)).toMatchObject({ text: '早', deleted: true });
    const remove = (message_id: number): Promise<Answer> => call('deleteMessage', { chat_id: zhao.id, message_id });
    expect(await remove(early.message_id)).toEqual(refusal(400, 'Bad Request: message to delete not found'));
    const late = await telegram.sendMessage(zhao.id, '晚');
    passes(48);
    expect(await remove(late.message_id)).toEqual(refusal(400, "Bad Request: message can't be deleted for everyone"));
    expect((await call('editMessageText', { chat_id: zhao.id, message_id: late.message_id, text: '撤' })).ok).toBe(
      true,
    );
  });

  test("a person's message in their private chat can be deleted", async () => {
    const { messageId } = zhao.says(zhao, '身份证');
    await telegram.deleteMessage(zhao.id, messageId);
    expect(emulator.messagesIn(zhao).at(-1)).toMatchObject({ from: '赵师傅', deleted: true });
  });

  test("others' messages in a group are deleted only by an admin", async () => {
    const group = aGroup('member');
    const { messageId } = li.says(group, '广告');
    const remove = (): Promise<Answer> => call('deleteMessage', { chat_id: group.id, message_id: messageId });
    expect(await remove()).toEqual(refusal(400, "Bad Request: message can't be deleted"));
    group.promote(emulator.bot);
    expect((await remove()).ok).toBe(true);
  });
});

describe('presses', () => {
  const card = async (): Promise<{ chatId: number; messageId: number }> => {
    zhao.startsBot();
    const inline_keyboard = [[{ text: '接单', callback_data: 'claim:101' }]];
    const { message_id } = await telegram.sendMessage(zhao.id, '卡', { reply_markup: { inline_keyboard } });
    return { chatId: zhao.id, messageId: message_id };
  };

  test.each(['接单', 'claim:101'])('a press by %s is answered once', async (button) => {
    const pressed = zhao.presses(await card(), button);
    const query = (await poll()).at(-1)?.callback_query;
    expect(query).toMatchObject({ data: 'claim:101', from: { id: zhao.id }, message: { text: '卡' } });
    await telegram.answerCbQuery(query?.id ?? '', '已接', { show_alert: true });
    expect(await pressed).toEqual({ text: '已接', showAlert: true, url: undefined });
    await expect(telegram.answerCbQuery(query?.id ?? '')).rejects.toMatchObject({
      response: refusal(400, 'Bad Request: query is too old and response timeout expired or query ID is invalid'),
    });
  });

  test('an answer that comes too late is refused, and the person sees none', async () => {
    const pressed = zhao.presses(await card(), '接单', { waitsMs: 50 });
    const query = (await poll()).at(-1)?.callback_query;
    passes(1);
    await expect(telegram.answerCbQuery(query?.id ?? '')).rejects.toThrow('query is too old');
    expect(await pressed).toBeUndefined();
  });

  test('a button that is not there cannot be pressed', async () => {
    const message = await card();
    expect(() => void zhao.presses(message, '退单')).toThrow('no button "退单" on message 2; there are: "接单"');
  });
});

describe('what people send', () => {
  test('a photo loses its metadata, a file keeps it, and both can be fetched', async () => {
    zhao.sendsPhoto(zhao, JPEG, { caption: '看 #接龙' });
    zhao.sendsDocument(zhao, JPEG, { mime: 'image/jpeg', fileName: '门口.jpg' });
    const [photo, document] = (await poll()).map(({ message }) => message);
    expect(photo?.photo?.at(-1)).toMatchObject({ width: 40, height: 30, file_size: JPEG.length - EXIF.length });
    expect(photo?.caption_entities).toEqual([{ type: 'hashtag', offset: 2, length: 3 }]);
    expect(document?.document).toMatchObject({ file_name: '门口.jpg', mime_type: 'image/jpeg' });
    const fetched = async (fileId: string | undefined): Promise<Buffer> => {
      const answer = await fetch(await telegram.getFileLink(fileId ?? ''));
      return Buffer.from(await answer.arrayBuffer());
    };
    expect((await fetched(photo?.photo?.at(-1)?.file_id)).includes('Exif')).toBe(false);
    expect(await fetched(document?.document?.file_id)).toEqual(JPEG);
  });

  test('a file over 20 MB, an unknown one and an unknown path cannot be fetched', async () => {
    zhao.sendsDocument(zhao, Buffer.alloc(20 * 2 ** 20 + 1));
    const big = (await poll())[0]?.message?.document?.file_id;
    expect(await call('getFile', { file_id: big })).toEqual(refusal(400, 'Bad Request: file is too big'));
    expect(await call('getFile', { file_id: 'x' })).toEqual(refusal(400, 'Bad Request: invalid file_id'));
    const path = `${emulator.apiRoot}/file/bot${emulator.token}/photos/file_99.jpg`;
    expect((await fetch(path)).status).toBe(404);
  });

  test('places, voices, replies and edits', async () => {
    const sent = zhao.sendsLocation(zhao, 30.25, 120.16);
    zhao.sendsVoice(zhao, Buffer.from('OggS'), { seconds: 7, replyTo: sent });
    const words = zhao.says(zhao, '6号楼');
    passes(1);
    zhao.edits(words, '7号楼');
    const updates = await poll();
    expect(updates.map(({ message, edited_message }) => message ?? edited_message)).toMatchObject([
      { location: { latitude: 30.25, longitude: 120.16 } },
      { voice: { duration: 7, mime_type: 'audio/ogg' }, reply_to_message: { message_id: sent.messageId } },
      { text: '6号楼', date: nowMs / 1000 - 3600 },
      { text: '7号楼', message_id: words.messageId, edit_date: nowMs / 1000 },
    ]);
  });

  test('privacy mode shows only commands, mentions, replies to the bot and service messages', async () => {
    const group = aGroup('member');
    const { message_id } = await telegram.sendMessage(group.id, '卡');
    zhao.says(group, '闲聊');
    zhao.sendsPhoto(group, PNG);
    zhao.says(group, '/help@other_bot');
    zhao.says(group, '请看 /help');
    zhao.says(group, '给 someone@linli_test_bot 写信');
    zhao.says(group, '/help');
    zhao.says(group, '/help@linli_test_bot');
    zhao.says(group, '@linli_test_bot 你好');
    zhao.sendsPhoto(group, PNG, { caption: '@linli_test_bot 看' });
    const reply = zhao.says(group, '办结', { replyTo: message_id });
    zhao.says(group, '不对', { replyTo: reply });
    emulator.user({ name: '新人' }).joins(group);
    const seen = (await poll()).map(({ message: m }) => m?.text ?? m?.caption ?? m?.new_chat_members?.[0]?.first_name);
    expect(seen).toEqual([
      '/help',
      '/help@linli_test_bot',
      '@linli_test_bot 你好',
      '@linli_test_bot 看',
      '办结',
      '新人',
    ]);
    expect(zhao.says(group, '闲聊').updateId).toBeUndefined();
  });

  test('an admin sees all at once; privacy mode off only after it is added again', () => {
    const group = aGroup('member');
    const seen = (): boolean => zhao.says(group, '闲聊').updateId !== undefined;
    group.promote(emulator.bot);
    expect(seen()).toBe(true);
    group.demote(emulator.bot);
    expect(seen()).toBe(false);
    emulator.setPrivacyMode(false);
    group.promote(emulator.bot);
    group.demote(emulator.bot);
    expect(seen()).toBe(false);
    group.kick(emulator.bot);
    group.add(emulator.bot);
    expect(seen()).toBe(true);
  });

  test('who is not in a group cannot write there', () => {
    const group = emulator.group({ members: [li] });
    expect(() => zhao.says(group, 'x')).toThrow('赵师傅 is not in the chat');
    zhao.joins(group);
    zhao.says(group, '/x');
    zhao.leaves(group);
    expect(() => zhao.says(group, 'x')).toThrow('赵师傅 is not in the chat');
  });
});

describe('chats and the menu', () => {
  test('what the bot can learn of a group', async () => {
    const group = aGroup('administrator');
    const stranger = emulator.user();
    const status = async (userId: number): Promise<string> => (await telegram.getChatMember(group.id, userId)).status;
    expect(await telegram.getChat(group.id)).toMatchObject({ id: group.id, type: 'supergroup', title: '骑手群' });
    expect(await Promise.all([zhao.id, li.id, stranger.id, emulator.bot.id].map(status))).toEqual([
      'creator',
      'member',
      'left',
      'administrator',
    ]);
    const admins = await telegram.getChatAdministrators(group.id);
    expect(admins.map(({ user }) => user.id)).toEqual([emulator.bot.id, zhao.id]);
    expect(await call('getChatMember', { chat_id: group.id, user_id: 1 })).toEqual(
      refusal(400, 'Bad Request: user not found'),
    );
    group.kick(li);
    expect(await status(li.id)).toBe('kicked');
  });

  test('and of a person', async () => {
    expect(await call('getChat', { chat_id: zhao.id })).toEqual(refusal(400, 'Bad Request: chat not found'));
    zhao.startsBot();
    expect(await telegram.getChat(zhao.id)).toEqual({ id: zhao.id, type: 'private', first_name: '赵师傅' });
    expect(await call('getChatAdministrators', { chat_id: zhao.id })).toEqual(
      refusal(400, 'Bad Request: there are no administrators in the private chat'),
    );
    expect(await telegram.sendChatAction(zhao.id, 'typing')).toBe(true);
  });

  test('the menu of commands is kept by language, and names are checked', async () => {
    const commands = [{ command: 'help', description: '帮助' }];
    await telegram.setMyCommands(commands, { language_code: 'zh' });
    expect(await telegram.getMyCommands({ language_code: 'zh' })).toEqual(commands);
    expect(await telegram.getMyCommands()).toEqual([]);
    expect(await call('setMyCommands', { commands: [{ command: '帮助', description: 'x' }] })).toEqual(
      refusal(400, 'Bad Request: BOT_COMMAND_INVALID'),
    );
  });

  test('each chat shows its narrowest menu, in the language of the app; none is set where the bot may not write', async () => {
    const set = (name: string, scope: object, language_code = ''): Promise<Answer> =>
      call('setMyCommands', { commands: [{ command: name, description: name }], scope, language_code });
    const stranger = emulator.user({ name: '陌生人' });
    const group = aGroup();
    zhao.startsBot();
    await set('everywhere', { type: 'default' });
    await set('in_private', { type: 'all_private_chats' });
    await set('in_english', { type: 'all_private_chats' }, 'en');
    await set('in_groups', { type: 'all_group_chats' });
    expect((await set('own', { type: 'chat', chat_id: zhao.id })).ok).toBe(true);
    expect(emulator.menuOf(zhao)).toEqual(['/own own']);
    expect(emulator.menuOf(zhao, group)).toEqual(['/in_groups in_groups']);
    expect(emulator.menuOf(stranger)).toEqual(['/in_private in_private']);
    expect(emulator.menuOf(emulator.user({ languageCode: 'en-gb' }))).toEqual(['/in_english in_english']);
    await call('deleteMyCommands', { scope: { type: 'chat', chat_id: zhao.id } });
    expect(emulator.menuOf(zhao)).toEqual(['/in_private in_private']);
    expect((await set('own', { type: 'chat', chat_id: stranger.id })).ok).toBe(false);
    expect((await set('own', { type: 'nowhere' })).ok).toBe(false);
    expect((await set('own', { type: 'default' }, 'zh-hans')).ok).toBe(false);
  });
});

describe('limits and faults', () => {
  const send = (chatId: number, text = 'x'): Promise<Answer> => call('sendMessage', { chat_id: chatId, text });
  const tooMany = (seconds: number): Answer => ({
    ...refusal(429, `Too Many Requests: retry after ${seconds}`),
    parameters: { retry_after: seconds },
  });

  beforeEach(() => {
    zhao.startsBot();
  });

  const sentTexts = (): string[] => emulator.botMessagesIn(zhao).map(({ text }) => text);

  test('without the switch there are no limits', async () => {
    for (let sent = 0; sent < 40; sent += 1) expect((await send(zhao.id)).ok).toBe(true);
  });

  test('about one message a second in a chat, after a small burst', async () => {
    emulator.limitRates(true);
    for (let sent = 0; sent < 3; sent += 1) expect((await send(zhao.id)).ok).toBe(true);
    expect(await send(zhao.id)).toEqual(tooMany(1));
    machineMs += 1000;
    expect((await send(zhao.id)).ok).toBe(true);
    expect(await send(zhao.id)).toEqual(tooMany(1));
    emulator.limitRates(false);
    expect((await send(zhao.id)).ok).toBe(true);
  });

  test('twenty a minute in a group, and each photo of an album counts', async () => {
    const group = aGroup();
    emulator.limitRates({ chatBurst: 100 });
    const media = Array.from({ length: 10 }, () => ({ type: 'photo' as const, media: { source: PNG } }));
    await telegram.sendMediaGroup(group.id, media);
    for (let sent = 0; sent < 10; sent += 1) expect((await send(group.id)).ok).toBe(true);
    expect(await send(group.id)).toEqual(tooMany(3));
    expect((await send(zhao.id)).ok).toBe(true);
  });

  test('thirty a second for the bot', async () => {
    emulator.limitRates(true);
    const people = Array.from({ length: 31 }, () => emulator.user());
    for (const person of people) person.startsBot();
    const answers = [];
    for (const person of people) answers.push(await send(person.id));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(30);
    expect(answers[30]).toEqual(tooMany(1));
  });

  test('a 500, or a gateway page, and nothing is done', async () => {
    emulator.fail({ kind: 'status', status: 500, times: 2 });
    expect(await send(zhao.id)).toEqual(refusal(500, 'Internal Server Error'));
    await expect(telegram.sendMessage(zhao.id, 'x')).rejects.toMatchObject({ response: { error_code: 500 } });
    emulator.fail({ kind: 'status', status: 502 });
    const page = await fetch(`${emulator.apiRoot}/bot${emulator.token}/sendMessage?chat_id=${zhao.id}&text=x`);
    expect([page.status, page.headers.get('content-type')]).toEqual([502, 'text/html']);
    expect(sentTexts()).toEqual([]);
    expect((await send(zhao.id, '好')).ok).toBe(true);
  });

  test('a connection reset before or after the work', async () => {
    emulator.fail({ kind: 'reset-before' });
    await expect(telegram.sendMessage(zhao.id, '前')).rejects.toThrow(/ECONNRESET|socket hang up/);
    expect(sentTexts()).toEqual([]);
    emulator.fail({ kind: 'reset-after' });
    await expect(telegram.sendMessage(zhao.id, '后')).rejects.toThrow(/ECONNRESET|socket hang up/);
    expect(sentTexts()).toEqual(['后']);
  });

  test('a call hangs before the work, or after it', async () => {
    emulator.fail({ kind: 'hang', ms: 600 });
    await expect(call('sendMessage', { chat_id: zhao.id, text: '前' }, AbortSignal.timeout(200))).rejects.toThrow();
    await pause(600);
    expect(sentTexts()).toEqual([]);
    emulator.fail({ kind: 'hang-after', ms: 600 });
    await expect(call('sendMessage', { chat_id: zhao.id, text: '后' }, AbortSignal.timeout(200))).rejects.toThrow();
    expect(sentTexts()).toEqual(['后']);
    emulator.fail({ kind: 'hang', ms: 100 });
    const started = performance.now();
    expect((await send(zhao.id, '慢')).ok).toBe(true);
    expect(performance.now() - started).toBeGreaterThan(90);
  });

  test('a fault is for one method or one chat, and leaves polling alone unless it names it', async () => {
    li.startsBot();
    emulator.fail({ kind: 'retry-after', seconds: 7, method: 'sendPhoto' });
    emulator.fail({ kind: 'refuse', code: 403, description: 'Forbidden: user is deactivated', chat: li.id });
    expect((await send(zhao.id)).ok).toBe(true);
    expect(await call('sendPhoto', { chat_id: zhao.id, photo: 'x' })).toEqual(tooMany(7));
    expect(await send(li.id)).toEqual(refusal(403, 'Forbidden: user is deactivated'));
    emulator.fail({ kind: 'status', status: 500 });
    expect((await poll()).length).toBeGreaterThan(0);
    emulator.clearFaults();
    emulator.fail({ kind: 'status', status: 500, method: 'getUpdates' });
    expect((await call('getUpdates')).error_code).toBe(500);
  });

  test('a batch whose answer was lost comes again', async () => {
    emulator.fail({ kind: 'reset-after', method: 'getUpdates' });
    await expect(poll()).rejects.toThrow();
    expect(await poll()).toHaveLength(1);
  });

  test('a download fails too', async () => {
    zhao.sendsPhoto(zhao, PNG);
    const link = await telegram.getFileLink((await poll()).at(-1)?.message?.photo?.[0]?.file_id ?? '');
    emulator.fail({ kind: 'status', status: 500, method: 'file' });
    expect((await fetch(link)).status).toBe(500);
    expect((await fetch(link)).status).toBe(200);
  });

  test('the log of calls tells what was asked and what came of it', async () => {
    await send(zhao.id, '一');
    await send(1, '二');
    emulator.fail({ kind: 'reset-after' });
    await telegram.sendPhoto(zhao.id, { source: PNG }).catch(() => undefined);
    expect(emulator.calls).toMatchObject([
      { method: 'sendMessage', chatId: zhao.id, params: { text: '一' }, at: nowMs / 1000, error: undefined },
      { method: 'sendMessage', chatId: 1, error: { code: 400, description: 'Bad Request: chat not found' } },
      { method: 'sendPhoto', params: { photo: `<${PNG.length} bytes>` }, fault: 'reset-after' },
    ]);
    expect(emulator.callsOf('sendmessage')).toHaveLength(2);
  });

  test('after a stop it comes back on the same port and has forgotten nothing', async () => {
    const { apiRoot } = emulator;
    const waiting = call('getUpdates', { timeout: 30, offset: 200_000 }).catch(() => 'ended');
    await pause(50);
    await emulator.stop();
    await waiting;
    await expect(send(zhao.id)).rejects.toThrow();
    await emulator.start();
    expect(emulator.apiRoot).toBe(apiRoot);
    expect((await send(zhao.id, '回来')).ok).toBe(true);
    expect(sentTexts()).toEqual(['回来']);
  });

  test('waiting for a message that never comes says what is there instead', async () => {
    await send(zhao.id, '别的');
    await expect(emulator.waitForMessage(zhao, ({ text }) => text === '要的', 30)).rejects.toThrow(
      'no such message within 30 ms; in the chat are:\n  赵师傅: /start\n  bot: 别的',
    );
  });
});
