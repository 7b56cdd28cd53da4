import Fastify, { type FastifyInstance } from 'fastify';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openStore, silentLog, type OpenedStore } from '../../../test/support/open-store';
import type { Inbound, InboundAnswer } from '../../usecases/inbound';
import { readPack, type Pack } from '../../usecases/packs/pack';
import type { Outgoing } from '../../usecases/ports';
import { createSandbox, type Sandbox, type SandboxServer } from './sandbox';

const folder = join(__dirname, '..', '..', '..', 'packs');
const demoPack = (): Pack => {
  const text = (fileName: string) => ({ text: readFileSync(join(folder, fileName), 'utf8'), fileName });
  const read = readPack(text('demo.yaml').text, 'demo.yaml', text);
  if (!read.ok) throw new Error('The demo pack has mistakes.');
  return read.value;
};

const jpeg = Buffer.from('ffd8ffe000104a464946', 'hex');
const said: InboundAnswer = { notice: null, why: ['关键词：电动车'], silent: false };

let opened: OpenedStore;
let sandbox: Sandbox;
let server: SandboxServer;
let app: FastifyInstance;
/** What was handed to Linli, and what it answers. */
let handed: Inbound[];
let answer: (inbound: Inbound) => Promise<InboundAnswer>;

const open = async (): Promise<void> => {
  const { store } = opened;
  const pack = demoPack();
  await store.savePack(pack, { ownIdsOn: ['sandbox'] });
  sandbox = createSandbox({ ...store, store: store.sandbox, pack, firstMoment: null, log: silentLog });
  server = sandbox.serve({
    engine: {
      handle: (inbound) => {
        handed.push(inbound);
        return answer(inbound);
      },
      begin: () => Promise.resolve(),
      tick: () => Promise.resolve('not-due'),
      drain: () => Promise.resolve({ sent: 0, held: false, nextAt: null }),
      recompute: () => Promise.resolve(0),
      photoKept: () => Promise.resolve(),
    },
    fetchPhoto: () => Promise.resolve(),
    sweep: () => Promise.resolve(),
  });
  app = Fastify();
  await app.register(server.routes);
  await server.start();
};

beforeAll(async () => {
  opened = await openStore({ rememberMs: 0, communityPollMs: 0 });
  await open();
});

beforeEach(async () => {
  await settle();
  handed = [];
  answer = () => Promise.resolve(said);
  await opened.store.connection.collection('sandbox_messages').deleteMany({});
});

afterAll(async () => {
  await server.stop();
  await app.close();
  await opened.close();
});

const post = async (url: string, payload: object) => {
  const response = await app.inject({ method: 'POST', url: `/sandbox/api${url}`, payload });
  return { status: response.statusCode, body: response.json<Record<string, unknown>>() };
};
const get = async <T>(url: string): Promise<T> => (await app.inject(`/sandbox/api${url}`)).json<T>();
const settle = () => post('/settle', {});

interface SeenMessage {
  readonly id: string;
  readonly from: string;
  readonly text: string;
  readonly photos: readonly string[];
  readonly editedAt: string | null;
  readonly deletedAt: string | null;
  readonly why?: readonly string[];
  readonly silent?: boolean;
}
const messagesOf = (chat: string, after = ''): Promise<SeenMessage[]> =>
  get(`/chats/${chat}/messages${after === '' ? '' : `?after=${after}`}`);

const outgoing = async (chat: string, given: Partial<Outgoing> = {}): Promise<Outgoing> => {
  const record = await opened.store.chats.resolve({
    platform: 'sandbox',
    account: 'sandbox',
    nativeId: chat,
    kind: 'group',
    title: '骑手群',
    person: null,
  });
  return {
    id: 'row-1',
    chat: record,
    text: '收到，谢谢您。',
    choices: [{ id: 'claim', label: '接单' }],
    photos: [],
    replyTo: null,
    number: 101,
    ...given,
  };
};

test('everyone is there with roles, building, duty and a private chat', async () => {
  const chats = await get<{ id: string; members: { id: string }[] }[]>('/chats');
  expect(chats.slice(0, 4).map(({ id }) => id)).toEqual(['riders', 'residents', 'volunteers', 'staff']);
  expect(chats.find(({ id }) => id === 'riders')?.members.find(({ id }) => id === 'wang-fang')).toEqual({
    id: 'wang-fang',
    name: '王芳',
    roles: ['grid-worker'],
    building: '6号楼',
    onDuty: expect.any(Boolean) as boolean,
    privateChat: 'private-wang-fang',
  });
  expect(chats.find(({ id }) => id === 'private-wang-fang')).toMatchObject({
    kind: 'private',
    purpose: null,
    area: null,
    members: [{ id: 'wang-fang' }],
  });
});

test('a posted message is stored, answered with 202, and handed to Linli the way a platform does it', async () => {
  const { status, body } = await post('/chats/riders/messages', {
    from: 'zhao-fei',
    text: '6号楼门口又停满了',
    photo: jpeg.toString('base64'),
    location: { lat: 31.4, lng: 121.3 },
    album: 'a1',
  });
  expect(status).toBe(202);
  await settle();
  const [message] = await messagesOf('riders');
  expect(message).toMatchObject({ id: body['id'], from: 'zhao-fei', silent: false, why: said.why });
  expect(handed).toEqual([
    {
      kind: 'message',
      key: `riders@sandbox:${String(body['id'])}`,
      chat: {
        id: 'riders@sandbox',
        platform: 'sandbox',
        kind: 'group',
        purpose: 'riders',
        area: 'linli',
        title: '骑手群',
      },
      sender: {
        person: 'zhao-fei',
        name: '赵小飞',
        identity: { platform: 'sandbox', account: 'sandbox', nativeId: 'zhao-fei' },
      },
      at: expect.stringMatching(/Z$/) as string,
      messageId: body['id'],
      text: '6号楼门口又停满了',
      media: [
        {
          platform: 'sandbox',
          ref: expect.stringMatching(/\.10\.jpg$/) as string,
          kind: 'photo',
          mime: 'image/jpeg',
          bytes: 10,
        },
      ],
      location: { lat: 31.4, lng: 121.3 },
      album: 'a1',
      replyTo: null,
      mentioned: false,
      forwarded: false,
      fromBot: false,
      edited: false,
    },
  ]);
  const shown = await app.inject(message?.photos[0] ?? '');
  expect([shown.statusCode, shown.headers['content-type'], shown.rawPayload]).toEqual([200, 'image/jpeg', jpeg]);
});

test('the same id again is a redelivery: one message, handed in twice under one key', async () => {
  const message = { from: 'zhao-fei', text: '东门积水', id: 'mine-1' };
  await post('/chats/riders/messages', message);
  await post('/chats/riders/messages', message);
  await settle();
  expect(await messagesOf('riders')).toHaveLength(1);
  expect(handed.map(({ key }) => key)).toEqual(['riders@sandbox:mine-1', 'riders@sandbox:mine-1']);
});

test('a multipart message brings its photos as files', async () => {
  const form = new FormData();
  form.set('from', 'zhao-fei');
  form.set('text', '路灯坏了');
  form.append('photo', new Blob([new Uint8Array(jpeg)]), '../../etc/passwd');
  form.append('photo', new Blob([new Uint8Array(jpeg)]), 'b.jpg');
  const request = new Response(form);
  const response = await app.inject({
    method: 'POST',
    url: '/sandbox/api/chats/riders/messages',
    headers: { 'content-type': request.headers.get('content-type') ?? '' },
    payload: Buffer.from(await request.arrayBuffer()),
  });
  expect(response.statusCode).toBe(202);
  const [message] = await messagesOf('riders');
  expect(message?.photos).toHaveLength(2);
});

test('a photo of 40 MB is taken: what becomes of it is for Linli to say', async () => {
  const photo = Buffer.concat([jpeg, Buffer.alloc(40 * 1024 * 1024)]).toString('base64');
  expect((await post('/chats/riders/messages', { from: 'zhao-fei', photo })).status).toBe(202);
  await settle();
  const [inbound] = handed;
  expect(inbound?.kind === 'message' && inbound.media[0]?.bytes).toBe(40 * 1024 * 1024 + 10);
});

test('more than 64 MB is refused, and says how much is taken', async () => {
  const photo = 'A'.repeat(66 * 1024 * 1024);
  expect(await post('/chats/riders/messages', { from: 'zhao-fei', photo })).toEqual({
    status: 413,
    body: { error: 'The message is too large.', expected: ['64 MB in all at most'] },
  });
});

test('an edit has a key of its own and a recall empties the message; both are seen again after it', async () => {
  const { body } = await post('/chats/riders/messages', { from: 'zhao-fei', text: '东门积水' });
  const id = String(body['id']);
  await post(`/chats/riders/messages/${id}/edit`, { text: '西门积水' });
  await post(`/chats/riders/messages/${id}/recall`, {});
  await settle();
  const [seen] = await messagesOf('riders', id);
  expect(seen).toMatchObject({ id, text: '', deletedAt: expect.any(String) as string });
  expect(handed.map((inbound) => [inbound.kind, inbound.key, inbound.kind === 'message' && inbound.text])).toEqual([
    ['message', `riders@sandbox:${id}`, '东门积水'],
    ['message', `riders@sandbox:${id}:edit:${String(seen?.editedAt)}`, '西门积水'],
    ['recall', `riders@sandbox:${id}:recall`, false],
  ]);
});

test('a reply to a message of ours is known as ours, a mention is a mention, a reply to something gone is a reply', async () => {
  const sent = await sandbox.platform.send(await outgoing('riders'));
  const [card] = sent.kind === 'sent' ? sent.as : [];
  await post('/chats/riders/messages', { from: 'zhao-fei', text: '@邻里 查', replyTo: card });
  await post('/chats/riders/messages', { from: 'zhao-fei', text: '查', replyTo: 'gone' });
  await settle();
  expect(handed.map((inbound) => inbound.kind === 'message' && [inbound.mentioned, inbound.replyTo])).toEqual([
    [true, { messageId: card, ours: 'row-1', quote: '收到，谢谢您。', fromBot: true }],
    [false, { messageId: 'gone', ours: null, quote: null, fromBot: false }],
  ]);
});

test('a press names our message, shows its notice, and has a key of its own each time', async () => {
  const sent = await sandbox.platform.send(await outgoing('riders'));
  const id = sent.kind === 'sent' ? sent.as[0] : '';
  answer = () => Promise.resolve({ ...said, notice: '王芳 10:05 接的' });
  const press = () => post(`/chats/riders/messages/${String(id)}/choose`, { from: 'wang-fang', choice: 'claim' });
  expect(await press()).toEqual({ status: 200, body: { notice: '王芳 10:05 接的' } });
  answer = () => Promise.resolve(said);
  expect(await press()).toEqual({ status: 200, body: {} });
  expect(handed).toEqual([
    expect.objectContaining({ kind: 'press', message: 'row-1', choice: 'claim' }),
    expect.objectContaining({ kind: 'press', message: 'row-1', choice: 'claim' }),
  ]);
  expect(new Set(handed.map(({ key }) => key)).size).toBe(2);
});

test('a press that is delivered again with its id has the same key', async () => {
  const sent = await sandbox.platform.send(await outgoing('riders'));
  const id = sent.kind === 'sent' ? String(sent.as[0]) : '';
  const press = () =>
    post(`/chats/riders/messages/${id}/choose`, { from: 'wang-fang', choice: 'claim', id: 'press-1' });
  expect((await press()).status).toBe(200);
  expect((await press()).status).toBe(200);
  expect(handed).toHaveLength(2);
  expect(new Set(handed.map(({ key }) => key)).size).toBe(1);
});

test('who is not a member can neither post nor press', async () => {
  const sent = await sandbox.platform.send(await outgoing('riders'));
  const id = sent.kind === 'sent' ? String(sent.as[0]) : '';
  const error = { error: '"emma" is not a member of the chat "riders".' };
  expect(await post('/chats/riders/messages', { from: 'emma', text: 'hello' })).toEqual({ status: 403, body: error });
  expect(await post(`/chats/riders/messages/${id}/choose`, { from: 'emma', choice: 'claim' })).toEqual({
    status: 403,
    body: error,
  });
});

test.each([
  ['a chat', '/chats/none/messages', { from: 'zhao-fei', text: 'x' }, 404, { error: 'There is no chat "none".' }],
  [
    'a message',
    '/chats/riders/messages/none/choose',
    { from: 'zhao-fei', choice: 'claim' },
    404,
    { error: 'There is no message "none".' },
  ],
  [
    'no sender',
    '/chats/riders/messages',
    { text: 'x' },
    400,
    {
      error: 'The request is not as expected.',
      expected: ['from: Invalid input: expected string, received undefined'],
    },
  ],
  [
    'a photo that is no base64',
    '/chats/riders/messages',
    { from: 'zhao-fei', photo: '<svg>' },
    400,
    { error: 'The request is not as expected.', expected: ['photo: the bytes of a file as base64'] },
  ],
  [
    'somebody who would speak as the bot',
    '/chats/riders/members',
    { join: { id: 'bot', name: '邻里' } },
    400,
    { error: 'The request is not as expected.', expected: ['join.id: "bot" is the bot\'s own id'] },
  ],
  [
    'two moves of the clock at once',
    '/clock',
    { advanceMinutes: 1, jumpMinutes: 1 },
    400,
    { error: 'The request is not as expected.', expected: ['one of advanceMinutes, to, jumpMinutes'] },
  ],
])('a request for what is not there or cannot be read says so: %s', async (_what, url, payload, status, body) => {
  expect(await post(url, payload)).toEqual({ status, body });
});

test('a stranger who joins gets a private chat, and is a guest to Linli', async () => {
  await post('/chats/residents/members', { join: { id: 'lu-ren', name: '路人' } });
  await post('/chats/private-lu-ren/messages', { from: 'lu-ren', text: '你好' });
  await settle();
  expect(handed.map(({ kind, sender: { person, name } }) => [kind, person.startsWith('guest-'), name])).toEqual([
    ['chat', true, '路人'],
    ['message', true, '路人'],
  ]);
  await post('/chats/residents/members', { leave: 'lu-ren' });
  expect((await post('/chats/residents/messages', { from: 'lu-ren', text: '你好' })).status).toBe(403);
});

test('a bot that was removed hears nothing and reaches nobody, until it is back', async () => {
  await post('/chats/riders/bot', { removed: true });
  await post('/chats/riders/messages', { from: 'zhao-fei', text: '东门积水' });
  await settle();
  expect(await sandbox.platform.send(await outgoing('riders'))).toEqual({
    kind: 'gone',
    why: 'the bot was removed from the group',
  });
  await post('/chats/riders/bot', { removed: false });
  await settle();
  expect(handed.map((inbound) => inbound.kind === 'chat' && inbound.what)).toEqual(['bot-removed', 'bot-added']);
  expect((await sandbox.platform.send(await outgoing('riders'))).kind).toBe('sent');
});

test('a group that no community knows can be opened', async () => {
  const opening = await post('/chats', { id: 'new', title: '8号楼群', members: ['pan-bo', 'emma'] });
  expect(opening).toEqual({ status: 201, body: { id: 'new' } });
  await settle();
  expect(handed).toEqual([
    expect.objectContaining({
      kind: 'chat',
      what: 'bot-added',
      chat: expect.objectContaining({ purpose: null }) as object,
    }),
  ]);
});

test('faults: the next request fails before anything is done; the next answer is lost after it was', async () => {
  await post('/faults', { failNext: 1, dropAnswerNext: 1, chat: 'riders' });
  const message = await outgoing('riders');
  await expect(sandbox.platform.send(message)).rejects.toThrow('told to fail');
  expect(await messagesOf('riders')).toHaveLength(0);
  await expect(sandbox.platform.send(message)).rejects.toMatchObject({ name: 'AnswerLost' });
  expect(await messagesOf('riders')).toHaveLength(1);
  expect((await sandbox.platform.send(message)).kind).toBe('sent');
});

test('faults: one request in so many, one answer in so many, until it is ended', async () => {
  await post('/faults', { failOneIn: 3 });
  const message = await outgoing('riders');
  const outcomes: string[] = [];
  for (let times = 0; times < 6; times += 1)
    outcomes.push(
      await sandbox.platform.send(message).then(
        ({ kind }) => kind,
        () => 'failed',
      ),
    );
  expect(outcomes).toEqual(['sent', 'sent', 'failed', 'sent', 'sent', 'failed']);
  await post('/faults', { failOneIn: 0, dropAnswerOneIn: 1 });
  await expect(sandbox.platform.send(message)).rejects.toMatchObject({ name: 'AnswerLost' });
  await post('/faults', { dropAnswerOneIn: 0 });
  expect((await sandbox.platform.send(message)).kind).toBe('sent');
});

test('the bot edits its message in place; the same words again are no edit', async () => {
  const sent = await sandbox.platform.send(await outgoing('riders'));
  const as = sent.kind === 'sent' ? sent.as : [];
  await sandbox.platform.edit(await outgoing('riders'), as);
  expect(await messagesOf('riders')).toMatchObject([{ text: '收到，谢谢您。', editedAt: null }]);
  await sandbox.platform.edit(await outgoing('riders', { text: '已接单', choices: [] }), as);
  expect(await messagesOf('riders')).toMatchObject([
    { from: 'bot', text: '已接单', choices: [], matter: 101, editedAt: expect.any(String) as string },
  ]);
  expect((await sandbox.platform.edit(await outgoing('riders', { text: 'x' }), ['none'])).kind).toBe('gone');
});

test('files come back as they were sent, never more than asked for', async () => {
  await post('/chats/riders/messages', { from: 'zhao-fei', photo: jpeg.toString('base64') });
  await settle();
  const [inbound] = handed;
  const ref = inbound?.kind === 'message' ? (inbound.media[0]?.ref ?? '') : '';
  expect(await sandbox.platform.fetch(ref, 10)).toEqual(jpeg);
  expect(await sandbox.platform.fetch(ref, 9)).toBeNull();
  expect(await sandbox.platform.fetch('nothing.1.jpg', 10)).toBeNull();
});

test('in an outage a message is handed in again, and the next of its chat waits for it', async () => {
  let outages = 2;
  answer = () => {
    outages -= 1;
    return outages >= 0 ? Promise.reject(new Error('the database is away')) : Promise.resolve(said);
  };
  await post('/chats/riders/messages', { from: 'zhao-fei', text: 'first', id: 'a' });
  await post('/chats/riders/messages', { from: 'zhao-fei', text: 'second', id: 'b' });
  await settle();
  expect(handed.map(({ key }) => key)).toEqual(['a', 'a', 'a', 'b'].map((id) => `riders@sandbox:${id}`));
});

test('what was answered with 202 before a crash is handed in at the next start', async () => {
  answer = () => Promise.reject(new Error('the database is away'));
  await post('/chats/riders/messages', { from: 'zhao-fei', text: '东门积水', id: 'a' });
  await server.stop();
  await app.close();
  handed = [];
  answer = () => Promise.resolve(said);
  await open();
  await settle();
  expect(handed.map(({ key }) => key)).toEqual(['riders@sandbox:a']);
  expect(await opened.store.sandbox.unhandled()).toEqual([]);
});

test('a press in an outage is refused, to be pressed again', async () => {
  const sent = await sandbox.platform.send(await outgoing('riders'));
  const id = sent.kind === 'sent' ? String(sent.as[0]) : '';
  answer = () => Promise.reject(new Error('the database is away'));
  expect(await post(`/chats/riders/messages/${id}/choose`, { from: 'wang-fang', choice: 'claim' })).toEqual({
    status: 503,
    body: { error: 'Linli cannot be reached just now. Press again in a moment.' },
  });
});

test('a page of another site cannot speak through the browser', async () => {
  const response = await app.inject({
    method: 'POST',
    url: '/sandbox/api/settle',
    headers: { origin: 'https://evil.example', host: '127.0.0.1:3000' },
  });
  expect(response.statusCode).toBe(403);
});

test.each([
  ['evil.example', 403],
  ['evil.example:3000', 403],
  ['127.0.0.1.evil.example', 403],
  ['localhost:3000', 200],
  ['127.0.0.1:3000', 200],
  ['[::1]:3000', 200],
])('a name that was made to lead here is not ours: %s', async (host, status) => {
  expect((await app.inject({ url: '/sandbox/api/chats', headers: { host } })).statusCode).toBe(status);
});

test('the clock starts where it is told to, and goes forward only', async () => {
  const { now } = await get<{ now: string }>('/clock');
  const moved = await post('/clock', { advanceMinutes: 0.5 });
  expect(Date.parse(String(moved.body['now'])) - Date.parse(now)).toBeGreaterThanOrEqual(30_000);
  expect((await post('/clock', { to: now })).status).toBe(400);
  expect((await post('/clock', { to: '9999-01-01T00:00:00Z' })).status).toBe(400);
  const later = new Date(Date.parse(now) + 3_600_000).toISOString();
  await post('/clock', { to: later });
  expect((await get<{ now: string }>('/clock')).now >= later).toBe(true);
});

test('the page is there, with its scripts and pictures', async () => {
  const page = await app.inject('/sandbox');
  expect(page.headers['content-type']).toContain('text/html');
  expect((await app.inject('/sandbox/')).headers.location).toBe('/sandbox');
  expect((await app.inject('/sandbox/page/main.js')).headers['content-type']).toContain('javascript');
});
