import { setTimeout as sleep } from 'node:timers/promises';
import { request as ask } from 'node:http';
import type { Logger } from '../../src/usecases/ports';
import { createWeb } from '../../src/web/web';
import { noNotice } from './platform.contract';
import { openTelegram, secretToken, until, type TelegramWorld } from './telegram.world';

let world: TelegramWorld;
let logged: string[];
const note = (data: object, message: string): void => {
  logged.push(JSON.stringify([data, message]));
};
const log: Logger = { info: note, warn: note, error: note };

beforeEach(async () => {
  logged = [];
  world = await openTelegram('webhook', { log });
});
afterEach(() => world.close());

const header = { 'x-telegram-bot-api-secret-token': secretToken };
const anUpdate = (text: string) => ({
  update_id: 7,
  message: {
    message_id: 1,
    date: Math.floor(Date.now() / 1000),
    chat: { id: world.group.id, type: 'supergroup', title: '骑手群' },
    from: { id: world.zhao.id, is_bot: false, first_name: '赵小飞' },
    text,
  },
});
const post = async (body: string, headers: Record<string, string> = header): Promise<number> =>
  (await fetch(world.process.url, { method: 'POST', headers, body })).status;

test('Telegram is told where to send, with which secret, and what', () => {
  const [call] = world.emulator.callsOf('setWebhook');
  expect(call?.params).toEqual({
    url: world.process.url,
    secret_token: secretToken,
    allowed_updates: ['message', 'edited_message', 'callback_query', 'my_chat_member'],
  });
});

const finish = (commit: (() => void) | null): void => commit?.();

test('an update is acknowledged after its commit', async () => {
  let commit: (() => void) | null = null;
  world.answer = () => new Promise((resolve) => (commit = () => resolve(noNotice)));
  let status = 0;
  const posted = post(JSON.stringify(anUpdate('东门积水'))).then((got) => (status = got));
  await until(() => commit !== null);
  await sleep(100);
  expect(status).toBe(0);
  finish(commit);
  await posted;
  expect(status).toBe(200);
});

test('an outage is answered with 503, and Telegram sends it again until it is committed', async () => {
  let away = 3;
  world.answer = () => {
    away -= 1;
    return away >= 0
      ? Promise.reject(Object.assign(new Error('away'), { name: 'MongoNetworkError' }))
      : Promise.resolve(noNotice);
  };
  world.zhao.says(world.group, '东门积水');
  await until(() => world.emulator.pendingUpdates === 0);
  expect(world.handed).toHaveLength(1);
  expect(away).toBe(-1);
});

test('an update that fails for ever is set aside after five tries', async () => {
  world.answer = () => Promise.reject(new TypeError('a fault of ours'));
  const statuses = [];
  for (let index = 0; index < 5; index += 1) statuses.push(await post(JSON.stringify(anUpdate('毒'))));
  expect(statuses).toEqual([503, 503, 503, 503, 200]);
  expect((await world.store.incidents.list()).map(({ subject }) => subject)).toEqual(['telegram:update:7']);
});

test.each([
  ['none', {}],
  ['a wrong one', { 'x-telegram-bot-api-secret-token': 'b-secret_of-the-webhook-0123456789' }],
  ['a shorter one', { 'x-telegram-bot-api-secret-token': 'a' }],
])('without the secret nothing is taken: %s', async (_name, headers) => {
  expect(await post(JSON.stringify(anUpdate('x')), headers)).toBe(401);
  expect(world.handed).toEqual([]);
});

test('a wrong secret is refused before the body has come', async () => {
  const status = await new Promise((resolve, reject) => {
    const headers = { 'content-length': 1000, 'x-telegram-bot-api-secret-token': 'wrong' };
    const request = ask(world.process.url, { method: 'POST', headers }, ({ statusCode }) => resolve(statusCode));
    request.on('error', reject);
    request.write('{');
  });
  expect(status).toBe(401);
});

test('more than a megabyte is refused, whether it is announced or not', async () => {
  const large = 'x'.repeat(1_048_577);
  expect(await post(large)).toBe(413);
  const status = await new Promise((resolve, reject) => {
    const request = ask(world.process.url, { method: 'POST', headers: header }, ({ statusCode }) =>
      resolve(statusCode),
    );
    request.on('error', reject);
    request.write(large);
  });
  expect(status).toBe(413);
  expect(await post(JSON.stringify(anUpdate('x'.repeat(50_000))))).toBe(200);
});

test('what is no JSON is refused; what cannot be read is skipped, without its words in the log', async () => {
  expect(await post('{')).toBe(400);
  const { message } = anUpdate('我的电话 13800000000');
  expect(await post(JSON.stringify({ update_id: 8, message: { ...message, message_id: 'one' } }))).toBe(200);
  expect(world.handed).toEqual([]);
  expect(logged.join('\n')).toContain('"wrong":"message.message_id: invalid_type"');
  expect(logged.join('\n')).not.toContain('13800000000');
});

test('unknown kinds of updates are acknowledged and nothing else', async () => {
  expect(await post(JSON.stringify({ update_id: 9, poll_answer: { poll_id: '1' } }))).toBe(200);
  expect(await post(JSON.stringify({ update_id: 10, channel_post: anUpdate('x').message }))).toBe(200);
  expect(world.handed).toEqual([]);
});

test('a request that is no POST is refused', async () => {
  expect((await fetch(world.process.url)).status).toBe(405);
});

test("inside the program's server the same holds, and the framework never sees it", async () => {
  if (world.process.bot.route === null) throw new Error('There is no route.');
  const web = await createWeb({
    ...{ host: '127.0.0.1', port: 0, log, probes: {}, plugins: [], home: null },
    direct: [world.process.bot.route],
  });
  const address = await web.start();
  const url = `${address}/telegram`;
  const send = (headers: Record<string, string>, body: string) => fetch(url, { method: 'POST', headers, body });
  const json = { 'content-type': 'application/json' };
  expect((await send({ ...json, ...header }, JSON.stringify(anUpdate('东门积水')))).status).toBe(200);
  expect((await send(json, JSON.stringify(anUpdate('x')))).status).toBe(401);
  expect((await send({ ...json, ...header }, 'x'.repeat(1_048_577))).status).toBe(413);
  expect(world.handed).toHaveLength(1);
  expect((await fetch(`${address}/healthz`)).status).toBe(200);
  await web.stop();
});
