import { setTimeout as sleep } from 'node:timers/promises';
import { aTicketRef } from '../../../test/support/a-commit';
import { aChat, aDelivery, aMessage } from '../../../test/support/a-delivery';
import { fakePlatform } from '../../../test/support/fake-platform';
import { openStore, type OpenedStore } from '../../../test/support/open-store';

let opened: OpenedStore;
beforeAll(async () => {
  opened = await openStore();
});
afterAll(() => opened.close());

const numbersOf = (texts: readonly { readonly text: string }[]): readonly number[] =>
  texts.map(({ text }) => Number(/前(\d+)个字/.exec(text)?.[1]));

/** Drains until nothing is left, as often as the drain asks for. */
const drainToTheEnd = async (drain: ReturnType<typeof aDelivery>['drain'], chat: string): Promise<number> => {
  let sent = 0;
  for (let turns = 0; turns < 50; turns += 1) {
    const result = await drain(chat);
    sent += result.sent;
    if (result.nextAt === null) return sent;
    await sleep(Math.max(0, result.nextAt.getTime() - Date.now()) + 1);
  }
  throw new Error('The chat was never drained.');
};

test('rows go out in the order in which they were added', async () => {
  const { store } = opened;
  const platform = fakePlatform();
  const { drain } = aDelivery(store, platform);
  const chat = await aChat(store, 'in-order');
  await store.outbox.add([1, 2, 3].map((count) => aMessage(chat, count)));
  expect(await drain(chat)).toEqual({ sent: 3, held: false, nextAt: null });
  expect(numbersOf(platform.delivered)).toEqual([1, 2, 3]);
});

test('two drains of one chat never send one row twice', async () => {
  const { store } = opened;
  const platform = fakePlatform();
  const chat = await aChat(store, 'two-drains');
  await store.outbox.add(Array.from({ length: 40 }, (_, count) => aMessage(chat, count)));
  const drains = [1, 2, 3, 4].map((process) => aDelivery(store, platform, { holder: `p${process}` }).drain);
  await Promise.all(drains.map((drain) => drainToTheEnd(drain, chat)));
  expect(numbersOf(platform.delivered)).toEqual(Array.from({ length: 40 }, (_, count) => count));
  expect((await store.outbox.counts()).doubles).toBe(0);
});

test('a row added while a drain holds the chat is sent by that drain, whoever was woken for it', async () => {
  const { store } = opened;
  const platform = fakePlatform();
  const { drain } = aDelivery(store, platform);
  const chat = await aChat(store, 'added-meanwhile');
  await store.outbox.add([aMessage(chat, 1)]);
  const gate = platform.hold();
  const first = drain(chat);
  await gate.reached;
  await store.outbox.add([aMessage(chat, 2)]);
  expect((await drain(chat)).held).toBe(true);
  gate.release();
  expect(await first).toEqual({ sent: 2, held: false, nextAt: null });
});

test('a row added in the moment between the last look and the giving back of the lease is sent as well', async () => {
  const { store } = opened;
  const platform = fakePlatform();
  const chat = await aChat(store, 'at-the-very-end');
  let late = true;
  const { drain } = aDelivery(store, platform, {
    leases: {
      ...store.leases,
      release: async (lease) => {
        if (late) await store.outbox.add([aMessage(chat, 2)]);
        late = false;
        await store.leases.release(lease);
      },
    },
  });
  await store.outbox.add([aMessage(chat, 1)]);
  expect((await drain(chat)).sent).toBe(2);
});

test('critical rows go before what was there earlier', async () => {
  const { store } = opened;
  const platform = fakePlatform();
  const { drain } = aDelivery(store, platform);
  const chat = await aChat(store, 'critical-first');
  const critical = aMessage(chat, 9);
  await store.outbox.add([1, 2].map((count) => aMessage(chat, count)));
  await store.outbox.add([{ ...critical, say: { ...critical.say, urgency: 'critical' } }]);
  await drain(chat);
  expect(numbersOf(platform.delivered)).toEqual([9, 1, 2]);
});

test('rows of one matter go by its version, a critical one too', async () => {
  const { store } = opened;
  const platform = fakePlatform();
  const { drain } = aDelivery(store, platform);
  const chat = await aChat(store, 'by-version');
  const matter = aTicketRef({ id: 'by-version' });
  const rowOf = (matterVersion: number) => ({ ...aMessage(chat, matterVersion), matter, matterVersion });
  const critical = rowOf(3);
  await store.outbox.add([{ ...critical, say: { ...critical.say, urgency: 'critical' as const } }]);
  await store.outbox.add([rowOf(2)]);
  await store.outbox.add([rowOf(1)]);
  await drain(chat);
  expect(numbersOf(platform.delivered)).toEqual([1, 2, 3]);
});

test('"wait" is honoured to the millisecond, and the drain does not sleep', async () => {
  const { store } = opened;
  const platform = fakePlatform();
  const { drain } = aDelivery(store, platform);
  const chat = await aChat(store, 'wait');
  await store.outbox.add([aMessage(chat, 1), aMessage(chat, 2)]);
  platform.next({ kind: 'wait', ms: 2000 });
  const before = Date.now();
  const { sent, nextAt } = await drain(chat);
  expect(sent).toBe(0);
  expect(nextAt?.getTime()).toBeGreaterThanOrEqual(before + 2000);
  // Nor does the other row go before that, although nothing was said of it.
  expect((await drain(chat)).nextAt).toEqual(nextAt);
  expect(platform.asked()).toBe(1);
  await sleep(Math.max(0, (nextAt?.getTime() ?? 0) - Date.now()) + 1);
  expect((await drain(chat)).sent).toBe(2);
  expect(numbersOf(platform.delivered)).toEqual([1, 2]);
});

test('a network that fails is tried again; nothing is lost, nothing counted twice', async () => {
  const { store } = opened;
  const platform = fakePlatform();
  const { drain } = aDelivery(store, platform);
  const chat = await aChat(store, 'fails');
  const [row] = await store.outbox.add([aMessage(chat, 1)]);
  platform.next('fails', 'fails');
  expect(await drainToTheEnd(drain, chat)).toBe(1);
  expect(numbersOf(platform.delivered)).toEqual([1]);
  expect(await store.outbox.byId(row?.id ?? '')).toMatchObject({ state: 'sent', attempts: 3, doubles: 0 });
});

test('a lost answer makes one double at most, and it is counted', async () => {
  const { store } = opened;
  const platform = fakePlatform();
  const { drain } = aDelivery(store, platform);
  const chat = await aChat(store, 'answer-lost');
  const [row] = await store.outbox.add([aMessage(chat, 1)]);
  platform.next('answer-lost');
  await drainToTheEnd(drain, chat);
  expect(numbersOf(platform.delivered)).toEqual([1, 1]);
  expect(await store.outbox.byId(row?.id ?? '')).toMatchObject({ state: 'sent', doubles: 1 });
});

test('a drain that was killed while sending: the row is sent once more and counted', async () => {
  const { store } = opened;
  const platform = fakePlatform();
  const chat = await aChat(store, 'killed');
  const [row] = await store.outbox.add([aMessage(chat, 1)]);
  // What a killed process leaves behind: its lease ran out, its row is in sending.
  const lease = await store.leases.take(`drain:${chat}`, 'killed', 1);
  await store.outbox.begin(row?.id ?? '', lease?.fence ?? 0);
  await sleep(20);
  expect((await aDelivery(store, platform).drain(chat)).sent).toBe(1);
  expect(await store.outbox.byId(row?.id ?? '')).toMatchObject({ state: 'sent', doubles: 1 });
});

test('a drain that lost its lease to another sends nothing more', async () => {
  const { store } = opened;
  const platform = fakePlatform();
  const chat = await aChat(store, 'overtaken');
  await store.outbox.add([aMessage(chat, 1)]);
  // It takes its lease, pauses for long, and another drain has sent everything meanwhile.
  const slow = aDelivery(store, platform, {
    leases: {
      ...store.leases,
      take: async (name, holder) => {
        const lease = await store.leases.take(name, holder, 1);
        await sleep(20);
        await store.outbox.add([aMessage(chat, 2)]);
        const other = await store.leases.take(name, 'other', 10_000);
        await store.outbox.begin(
          (await store.outbox.undelivered(1000)).find((row) => row.chat === chat)?.id ?? '',
          other?.fence ?? 0,
        );
        return lease;
      },
    },
  });
  expect((await slow.drain(chat)).sent).toBe(0);
  expect(platform.delivered).toEqual([]);
});
