import { aDraft } from '../../../test/support/a-commit';
import { openStore, type OpenedStore } from '../../../test/support/open-store';
import type { Stores } from '../store';

let opened: OpenedStore;
let store: Stores;
beforeAll(async () => {
  opened = await openStore();
  store = opened.store;
});
afterAll(() => opened.close());

const group = (nativeId: string, title = '骑手群') => ({
  ...{ platform: 'telegram', account: 'bot-1', nativeId, title },
  ...{ kind: 'group' as const, person: null },
});
const privately = (nativeId: string, person: string) => ({
  ...group(nativeId, person),
  kind: 'private' as const,
  person,
});

test('an unknown chat is stored once, whoever meets it', async () => {
  const other = await opened.another();
  const met = await Promise.all([
    ...Array.from({ length: 5 }, () => store.chats.resolve(group('-1'))),
    ...Array.from({ length: 5 }, () => other.chats.resolve(group('-1'))),
  ]);
  expect(new Set(met.map(({ id }) => id)).size).toBe(1);
  expect(met[0]).toMatchObject({ kind: 'group', purpose: null, area: null, state: 'active', nativeId: '-1' });
  expect(await other.chats.byId(met[0]?.id ?? '')).toEqual(met[0]);
});

test('a renamed chat stays the same chat', async () => {
  const { id } = await store.chats.resolve(group('-2'));
  expect(await store.chats.resolve(group('-2', '新名字'))).toMatchObject({ id, title: '新名字' });
});

test('a bound chat is known as bound at once', async () => {
  const { id } = await store.chats.resolve(group('-3'));
  await store.chats.bind(id, { purpose: 'riders', area: 'home' });
  expect(await store.chats.resolve(group('-3'))).toMatchObject({ id, purpose: 'riders', area: 'home' });
  expect(await store.chats.byId(id)).toMatchObject({ purpose: 'riders' });
});

test('a chat that the platform gave a new id keeps ours, under both ids', async () => {
  const { id } = await store.chats.resolve(group('-4'));
  await store.chats.migrate('telegram', '-4', '-1004');
  expect(await store.chats.resolve(group('-1004'))).toMatchObject({ id, nativeId: '-1004' });
  expect(await store.chats.resolve(group('-4'))).toMatchObject({ id, nativeId: '-1004' });
});

test('where the new id was met before the news, its chat is emptied and its rows are said in ours', async () => {
  const stays = await store.chats.resolve(group('-5'));
  const twin = await store.chats.resolve(group('-1005'));
  await store.outbox.add([aDraft('to the twin', { chat: twin.id })]);
  await store.chats.migrate('telegram', '-5', '-1005');
  expect(await store.chats.resolve(group('-1005'))).toMatchObject({ id: stays.id, state: 'active' });
  expect(await store.chats.byId(twin.id)).toMatchObject({ state: 'gone' });
  expect((await store.outbox.undelivered(10)).map(({ effect, chat }) => [effect, chat])).toContainEqual([
    'to the twin',
    stays.id,
  ]);
});

test('private chats of a person come the last used first, those never used last', async () => {
  const other = await opened.another();
  await store.people.meet({ person: 'li', name: '李', identity: { platform: 'wechat', account: 'w', nativeId: 'wx' } });
  const one = await other.chats.resolve(privately('51', 'li'));
  await new Promise((resolve) => setTimeout(resolve, 5));
  const two = await other.chats.resolve(privately('52', 'li'));
  const found = await store.chats.privateChats('li');
  expect(found.map(({ id, platform }) => (platform === 'wechat' ? 'never used' : id))).toEqual([
    two.id,
    one.id,
    'never used',
  ]);
});

test('a chat that is gone can come back', async () => {
  const { id } = await store.chats.resolve(group('-6'));
  await store.chats.mark(id, 'gone');
  expect(await store.chats.byId(id)).toMatchObject({ state: 'gone' });
  await store.chats.mark(id, 'active');
  expect(await store.chats.resolve(group('-6'))).toMatchObject({ state: 'active' });
});

test('once is once, for each chat and each purpose', async () => {
  const asked = await Promise.all(Array.from({ length: 6 }, () => store.chats.once('c', 'greeting')));
  expect(asked.filter((first) => first)).toHaveLength(1);
  expect(await store.chats.once('c', 'mention 2026-11-20')).toBe(true);
  expect(await store.chats.once('d', 'greeting')).toBe(true);
  expect(await store.chats.once('c', 'greeting')).toBe(false);
});
