import { openStore, type OpenedStore } from '../../../test/support/open-store';
import type { SandboxMessageDraft, SandboxStore } from '../../usecases/sandbox-store';

let opened: OpenedStore;
let sandbox: SandboxStore;
beforeAll(async () => {
  opened = await openStore();
  sandbox = opened.store.sandbox;
});
afterAll(() => opened.close());

const at = '2026-11-20T02:00:00.000Z';
const draft = (chat: string, text: string, given: Partial<SandboxMessageDraft> = {}): SandboxMessageDraft => ({
  ...{ id: null, chat, from: 'li', text, photos: [], voice: null, location: null, choices: [], replyTo: null },
  ...{ album: null, matter: null, ours: null, why: [], silent: false, handled: false, at },
  ...given,
});
const texts = async (chat: string, after?: string) =>
  (await sandbox.messages(chat, after)).map(({ text, editedAt, deletedAt }) =>
    deletedAt ? 'recalled' : text + (editedAt ? '*' : ''),
  );

test('messages come in the order of their arrival, with ids that sort so', async () => {
  const sent = await Promise.all(['a', 'b', 'c', 'd'].map((text) => sandbox.insertMessage(draft('order', text))));
  const ids = sent.map(({ message }) => message.id);
  expect([...ids].sort()).toEqual(ids);
  expect(await texts('order')).toEqual(['a', 'b', 'c', 'd']);
  expect(await texts('order', ids[1])).toEqual(['c', 'd']);
  expect(await texts('other')).toEqual([]);
});

test('the same id twice is a redelivery: nothing changes', async () => {
  const first = await sandbox.insertMessage(draft('again', 'first', { id: 'mine' }));
  const both = await Promise.all([1, 2].map(() => sandbox.insertMessage(draft('again', 'second', { id: 'mine' }))));
  expect(first.fresh).toBe(true);
  expect(both).toEqual([
    { message: first.message, fresh: false },
    { message: first.message, fresh: false },
  ]);
  expect((await sandbox.insertMessage(draft('elsewhere', 'x', { id: 'mine' }))).fresh).toBe(true);
});

test('after a message come also those edited or recalled since; what Linli thought of one is no change', async () => {
  const ids: string[] = [];
  for (const text of ['one', 'two', 'three']) ids.push((await sandbox.insertMessage(draft('since', text))).message.id);
  const [one = '', two = '', three = ''] = ids;
  await sandbox.edit('since', two, { why: ['chatter'], handled: true }, null);
  expect(await texts('since', three)).toEqual([]);
  expect((await sandbox.message('since', two))?.why).toEqual(['chatter']);
  await sandbox.edit('since', two, { text: 'two!' }, at);
  await sandbox.delete('since', one, at);
  expect(await texts('since', three)).toEqual(['recalled', 'two!*']);
  expect(await sandbox.message('since', one)).toMatchObject({ text: '', deletedAt: at, handled: false });
  expect(await sandbox.edit('since', 'none', { text: 'x' }, at)).toBeNull();
  expect(await sandbox.delete('since', 'none', at)).toBeNull();
});

test('what was not handed in before a crash is found again, in the order of its arrival', async () => {
  const left = (await sandbox.unhandled()).length;
  await sandbox.insertMessage(draft('crash-1', 'a'));
  await sandbox.insertMessage(draft('crash-2', 'b'));
  await sandbox.insertMessage(draft('crash-1', 'from the bot', { from: 'bot', handled: true }));
  expect((await sandbox.unhandled()).slice(left).map(({ text }) => text)).toEqual(['a', 'b']);
});

test('files come back as they went in', async () => {
  const bytes = Buffer.alloc(600_000, 7);
  const id = await sandbox.saveFile({ bytes, mime: 'image/png' });
  const file = await sandbox.readFile(id);
  expect(file?.mime).toBe('image/png');
  expect(file?.bytes.equals(bytes)).toBe(true);
  expect(await sandbox.readFile('0123456789abcdef01234567')).toBeNull();
  expect(await sandbox.readFile('../etc/passwd')).toBeNull();
});

test('chats keep their order and their members', async () => {
  const chat = { title: 't', kind: 'group', purpose: 'riders', area: 'home', members: [], botRemoved: false } as const;
  await sandbox.saveChat({ ...chat, id: 'z' });
  await sandbox.saveChat({ ...chat, id: 'a' });
  await Promise.all([1, 2, 3].map(() => sandbox.join('z', { id: 'li', name: '李' })));
  await sandbox.join('z', { id: 'wang', name: '王' });
  await sandbox.join('z', { id: 'li', name: '小李' });
  expect(await sandbox.members('z')).toEqual([
    { id: 'li', name: '小李' },
    { id: 'wang', name: '王' },
  ]);
  await sandbox.leave('z', 'li');
  await sandbox.saveChat({ ...chat, id: 'z', members: await sandbox.members('z'), botRemoved: true });
  expect((await sandbox.chats()).map(({ id, botRemoved }) => [id, botRemoved])).toEqual([
    ['z', true],
    ['a', false],
  ]);
  expect(await sandbox.chat('z')).toMatchObject({ members: [{ id: 'wang', name: '王' }] });
  expect(await sandbox.chat('none')).toBeNull();
});
