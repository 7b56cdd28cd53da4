import { aChange, aCardSay, aCommit, aTicketRef } from '../../../test/support/a-commit';
import { aChat, aDelivery, aMessage } from '../../../test/support/a-delivery';
import { aTicketCommunity, claimed, reported } from '../../../test/support/a-ticket';
import { fakePlatform, type FakePlatform } from '../../../test/support/fake-platform';
import { openStore, type OpenedStore } from '../../../test/support/open-store';
import type { Stores } from '../../store/store';
import type { Ticket } from '../../domain/ticket/ticket';
import type { DeliveryPorts } from './delivery-ports';
import type { OutboxDraft } from '../ports';

let database: OpenedStore;
let store: Stores;
let communities = 0;
beforeAll(async () => {
  database = await openStore();
});
afterAll(() => database.close());
beforeEach(async () => {
  communities += 1;
  store = await database.another({ communityId: `c${communities}`, rememberMs: 0 });
});

const ref = aTicketRef({ id: 't1' });

const delivery = (platform: FakePlatform, given: Partial<DeliveryPorts> = {}) =>
  aDelivery(store, platform, {
    communities: { current: () => Promise.resolve(aTicketCommunity()) },
    ...given,
  });

const saveTicket = async (state: Ticket, expectedVersion = 0): Promise<void> => {
  await store.unitOfWork.commit(
    aCommit(`save-${expectedVersion}`, { changes: [aChange({ ref, state, expectedVersion })] }),
  );
};

const cardRow = (chat: string, mode: 'send' | 'edit', version: number, given: { final?: true } = {}): OutboxDraft => ({
  ...aMessage(chat, version),
  effect: `card/${mode}/${version}`,
  matter: ref,
  matterVersion: version,
  say: { ...aCardSay(mode, given), to: { chat } },
});

const incidents = async () => (await store.incidents.list()).map(({ subject }) => subject);

test('a card is rendered from the state at the moment of sending, and edited in place', async () => {
  const platform = fakePlatform();
  const { drain } = delivery(platform);
  const chat = await aChat(store, 'riders');
  await saveTicket(reported().ticket);
  await store.outbox.add([cardRow(chat, 'send', 1)]);
  await drain(chat);
  await saveTicket(claimed().ticket, 1);
  await store.outbox.add([cardRow(chat, 'edit', 2)]);
  await drain(chat);
  expect(platform.delivered.map(({ how, as }) => [how, as])).toEqual([
    ['send', ['m1']],
    ['edit', ['m1']],
  ]);
  const [sent, edited] = platform.delivered;
  expect(sent?.text).toContain('#101');
  expect(edited?.text).not.toBe(sent?.text);
});

test('edits of one card that wait together become one, which says the latest', async () => {
  const platform = fakePlatform();
  const { drain } = delivery(platform);
  const chat = await aChat(store, 'riders');
  await saveTicket(reported().ticket);
  await store.outbox.add([cardRow(chat, 'send', 1)]);
  await drain(chat);
  await saveTicket(claimed().ticket, 1);
  await store.outbox.add([2, 3, 4].map((version) => cardRow(chat, 'edit', version)));
  await drain(chat);
  expect(platform.delivered.map(({ how }) => how)).toEqual(['send', 'edit']);
  expect(await store.outbox.counts()).toEqual({ undelivered: 0, doubles: 0, givenUp: 0 });
});

test('where nothing can be edited, only the last word is sent anew', async () => {
  const platform = fakePlatform({ edits: false, buttons: false });
  const { drain } = delivery(platform);
  const chat = await aChat(store, 'riders');
  await saveTicket(reported().ticket);
  await store.outbox.add([cardRow(chat, 'send', 1)]);
  await drain(chat);
  await store.outbox.add([cardRow(chat, 'edit', 2)]);
  await drain(chat);
  await store.outbox.add([cardRow(chat, 'edit', 3, { final: true })]);
  await drain(chat);
  expect(platform.delivered.map(({ how, as }) => [how, as])).toEqual([
    ['send', ['m1']],
    ['send', ['m2']],
  ]);
  expect(await store.outbox.counts()).toEqual({ undelivered: 0, doubles: 0, givenUp: 0 });
});

test('a card that somebody deleted is not mourned; its last word is sent anew', async () => {
  const platform = fakePlatform();
  const { drain } = delivery(platform);
  const chat = await aChat(store, 'riders');
  await saveTicket(reported().ticket);
  await store.outbox.add([cardRow(chat, 'send', 1)]);
  await drain(chat);
  platform.next({ kind: 'gone', why: 'message to edit not found' });
  await store.outbox.add([cardRow(chat, 'edit', 2)]);
  await drain(chat);
  expect(platform.delivered).toHaveLength(1);
  platform.next({ kind: 'gone', why: 'message to edit not found' });
  await store.outbox.add([cardRow(chat, 'edit', 3, { final: true })]);
  await drain(chat);
  expect(platform.delivered.map(({ how }) => how)).toEqual(['send', 'send']);
  expect(await incidents()).toEqual([]);
  expect((await store.chats.byId(chat))?.state).toBe('active');
});

test('an edit of a card that was never sent is left out', async () => {
  const platform = fakePlatform();
  const { drain } = delivery(platform);
  const chat = await aChat(store, 'riders');
  await saveTicket(reported().ticket);
  await store.outbox.add([cardRow(chat, 'edit', 1)]);
  expect(await drain(chat)).toEqual({ sent: 0, held: false, nextAt: null });
  expect(platform.asked()).toBe(0);
  expect(await store.outbox.counts()).toEqual({ undelivered: 0, doubles: 0, givenUp: 0 });
});

test('a group that moved is written to under its new id, at once', async () => {
  const platform = fakePlatform();
  const { drain } = delivery(platform);
  const chat = await aChat(store, 'old-id');
  await store.outbox.add([aMessage(chat, 1)]);
  platform.next({ kind: 'migrated', to: 'new-id' });
  expect((await drain(chat)).sent).toBe(1);
  expect(platform.delivered.map((one) => one.chat)).toEqual(['new-id']);
  expect(await store.chats.byId(chat)).toMatchObject({ nativeId: 'new-id', state: 'active' });
});

test('a chat that is gone is marked and shown to staff; when the bot is back, so is the chat', async () => {
  const platform = fakePlatform();
  const { drain } = delivery(platform);
  const chat = await aChat(store, 'gone');
  await store.outbox.add([aMessage(chat, 1)]);
  platform.next({ kind: 'gone', why: 'bot was kicked' });
  await drain(chat);
  expect((await store.chats.byId(chat))?.state).toBe('gone');
  expect(await incidents()).toEqual([`gone:${chat}`]);
  expect((await store.outbox.counts()).givenUp).toBe(1);
  await store.outbox.add([aMessage(chat, 2)]);
  await drain(chat);
  expect(platform.delivered).toHaveLength(1);
  expect((await store.chats.byId(chat))?.state).toBe('active');
});

test('what the platform will never take is given up visibly, and the next row goes', async () => {
  const platform = fakePlatform();
  const { drain } = delivery(platform);
  const chat = await aChat(store, 'refused');
  const [row] = await store.outbox.add([aMessage(chat, 1), aMessage(chat, 2)]);
  platform.next({ kind: 'refused', why: 'message is too long' });
  expect((await drain(chat)).sent).toBe(1);
  expect(await store.outbox.byId(row?.id ?? '')).toMatchObject({
    state: 'given-up',
    lastError: 'message is too long',
  });
  expect(await incidents()).toEqual([`refused:${row?.id}`]);
});

test('a person who cannot be reached is asked to write first, in the group, once a day', async () => {
  const platform = fakePlatform();
  const woken: string[] = [];
  const wakeUps = {
    drain: (rows: readonly { readonly chat: string }[]) => {
      woken.push(...rows.map((row) => row.chat));
      return Promise.resolve();
    },
  };
  const { drain } = delivery(platform, { wakeUps, clock: { now: () => new Date('2026-11-20T02:00:00Z') } });
  const chat = await aChat(store, 'zhao', 'private');
  const group = await aChat(store, 'riders');
  const rows = [1, 2].map((count): OutboxDraft => {
    const message = aMessage(chat, count);
    return { ...message, person: 'zhao', say: { ...message.say, to: { person: 'zhao' }, fallbackChat: group } };
  });
  platform.next({ kind: 'unreachable', why: 'never wrote' }, { kind: 'unreachable', why: 'never wrote' });
  await store.outbox.add(rows);
  await drain(chat);
  expect(woken).toEqual([group]);
  await drain(group);
  expect(platform.delivered.map((one) => [one.chat, one.text])).toEqual([
    ['riders', expect.stringContaining('请私信我')],
  ]);
  expect(await incidents()).toEqual(['unreachable:zhao']);
  expect((await store.outbox.counts()).givenUp).toBe(2);
});

test('a critical message that reaches nobody is shown to staff', async () => {
  const platform = fakePlatform();
  const { drain } = delivery(platform);
  const chat = await aChat(store, 'chen', 'private');
  const message = aMessage(chat, 1);
  platform.next({ kind: 'unreachable', why: 'blocked' });
  await store.outbox.add([
    { ...message, person: 'chen', say: { ...message.say, to: { person: 'chen' }, urgency: 'critical' } },
  ]);
  await drain(chat);
  expect(await incidents()).toEqual(['unreachable:chen']);
});

test('after five failed tries staff see it; once it is sent it is closed', async () => {
  const platform = fakePlatform();
  let now = Date.now();
  const { drain } = delivery(platform, { machine: { now: () => new Date(now) } });
  const chat = await aChat(store, 'trouble');
  await store.outbox.add([aMessage(chat, 1)]);
  platform.always('fails');
  for (let tries = 0; tries < 5; tries += 1) {
    expect(await incidents()).toEqual([]);
    await drain(chat);
    now += 60_000;
  }
  expect(await incidents()).toEqual([`delivery:${chat}`]);
  platform.always(null);
  expect((await drain(chat)).sent).toBe(1);
  expect(await incidents()).toEqual([]);
});

test('a platform that is away for three days: given up then, visibly, and not before', async () => {
  const platform = fakePlatform();
  let now = Date.now();
  const { drain } = delivery(platform, { machine: { now: () => new Date(now) } });
  const chat = await aChat(store, 'away');
  await store.outbox.add([aMessage(chat, 1)]);
  platform.always('fails');
  now += 71 * 3_600_000;
  await drain(chat);
  expect((await store.outbox.counts()).undelivered).toBe(1);
  now += 2 * 3_600_000;
  await drain(chat);
  expect(await store.outbox.counts()).toEqual({ undelivered: 0, doubles: 0, givenUp: 1 });
  expect(await incidents()).toEqual([`delivery:${chat}`]);
});

test('a row that cannot be put together holds up no other matter, and no token is written down', async () => {
  const platform = fakePlatform();
  const token = '110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw';
  const byIds: DeliveryPorts['people']['byIds'] = (ids) =>
    ids.length > 0 ? Promise.reject(new Error(`GET /bot${token}/getChat`)) : Promise.resolve([]);
  const { drain } = delivery(platform, { people: { ...store.people, byIds } });
  const chat = await aChat(store, 'poisoned');
  const message = aMessage(chat, 1);
  const named = { ...message.say, wording: 'help.please-write-first', params: { name: 'zhao' } } as const;
  const [bad] = await store.outbox.add([{ ...message, say: named }]);
  await store.outbox.add([aMessage(chat, 2)]);
  expect((await drain(chat)).sent).toBe(1);
  const stored = await store.outbox.byId(bad?.id ?? '');
  expect(stored).toMatchObject({ state: 'ready', attempts: 1, doubles: 0 });
  expect(stored?.lastError).toContain('getChat');
  expect(stored?.lastError).not.toContain(token);
});
