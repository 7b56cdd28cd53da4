import { setTimeout as sleep } from 'node:timers/promises';
import { aTicketRef } from '../../../../test/support/a-commit';
import { aChat, aDelivery, aMessage } from '../../../../test/support/a-delivery';
import { fakePlatform, type FakePlatform } from '../../../../test/support/fake-platform';
import { openStore, type OpenedStore } from '../../../../test/support/open-store';
import type { OutboxDraft } from '../../ports';

let opened: OpenedStore;
beforeAll(async () => {
  opened = await openStore();
});
afterAll(() => opened.close());

const place = { area: 'b6', words: null };
const due = '2026-11-20T09:30:00.000Z';

/** A reminder of matter `number` that waited and is due by now. */
const waited = (chat: string, number: number, given: Partial<OutboxDraft> = {}): OutboxDraft => ({
  ...aMessage(chat, number),
  effect: `waited/${chat}/${number}`,
  matter: aTicketRef({ id: `${chat}-${number}`, number }),
  matterVersion: 2,
  say: {
    ...{ to: { person: 'li' }, key: 'claim.warn', urgency: 'ordinary', holdUntil: '2026-11-19T00:00:00.000Z' },
    ...{ together: true, wording: 'ticket.remind' },
    params: { number, category: null, place, stage: 'claim', minutesLeft: 15, due, next: null },
  },
  ...given,
});

const aMorning = async (name: string) => {
  const platform: FakePlatform = fakePlatform();
  const chat = await aChat(opened.store, name, 'private');
  const { drain } = aDelivery(opened.store, platform);
  const add = (...drafts: readonly OutboxDraft[]) => opened.store.outbox.add(drafts);
  return { platform, chat, drain, add };
};
const rowsOf = async (chat: string) =>
  (await opened.store.outbox.undelivered(1_000)).filter((row) => row.chat === chat);
const countOf = (text: string | undefined, number: number): number => text?.split(`#${number} `).length ?? 0;

test('what waited is one message, and every row of it counts as delivered', async () => {
  const { platform, chat, drain, add } = await aMorning('morning');
  await add(waited(chat, 101), waited(chat, 102), waited(chat, 103));
  await drain(chat);
  expect(platform.delivered).toHaveLength(1);
  expect([101, 102, 103].map((number) => countOf(platform.delivered[0]?.text, number))).toEqual([2, 2, 2]);
  expect(await rowsOf(chat)).toEqual([]);
});

test('a single one goes as it is', async () => {
  const { platform, chat, drain, add } = await aMorning('single');
  await add(waited(chat, 111));
  await drain(chat);
  expect(platform.delivered.map(({ text }) => text)).toEqual([expect.stringContaining('还有15分钟到时间')]);
});

test('a row waits with an earlier one of its matter that is still to be tried', async () => {
  const { platform, chat, drain, add } = await aMorning('behind');
  const later = new Date(Date.now() + 60_000);
  const [earlier] = await add({
    ...aMessage(chat, 1),
    matter: aTicketRef({ id: `${chat}-121`, number: 121 }),
    matterVersion: 1,
  });
  await opened.store.outbox.postpone(earlier?.id ?? '', later, '429');
  await add(waited(chat, 121), waited(chat, 122), waited(chat, 123));
  await drain(chat);
  expect([121, 122, 123].map((number) => countOf(platform.delivered[0]?.text, number))).toEqual([1, 2, 2]);
  expect((await rowsOf(chat)).map(({ matter }) => matter?.number)).toEqual([121, 121]);
});

test('a failed request loses nothing and doubles nothing', async () => {
  const { platform, chat, drain, add } = await aMorning('failed');
  const before = (await opened.store.outbox.counts()).doubles;
  await add(waited(chat, 131), waited(chat, 132));
  platform.next('fails');
  const { nextAt } = await drain(chat);
  expect(await rowsOf(chat)).toHaveLength(2);
  await sleep(Math.max(0, (nextAt?.getTime() ?? 0) - Date.now()) + 1_000);
  await drain(chat);
  expect(platform.delivered).toHaveLength(1);
  expect((await opened.store.outbox.counts()).doubles).toBe(before);
});

test('killed between the request and its end: all of it is sent once more, together, and counted', async () => {
  const { platform, chat, drain, add } = await aMorning('killed');
  const before = (await opened.store.outbox.counts()).doubles;
  await add(waited(chat, 141), waited(chat, 142));
  for (const row of await rowsOf(chat)) expect(await opened.store.outbox.begin(row.id, 0)).toBe(true);
  await drain(chat);
  expect(platform.delivered).toHaveLength(1);
  expect([141, 142].map((number) => countOf(platform.delivered[0]?.text, number))).toEqual([2, 2]);
  expect(await rowsOf(chat)).toEqual([]);
  expect((await opened.store.outbox.counts()).doubles).toBe(before + 2);
});

test('a list that fills several messages is paid for as several', async () => {
  // Twenty a minute, four of them kept for a danger; the moment stands still.
  const platform = fakePlatform({ perSecond: Infinity, perGroupPerMinute: 20, maxText: 50 });
  const chat = await aChat(opened.store, 'long');
  const { drain } = aDelivery(opened.store, platform, { machine: { now: () => new Date(1_900_000_000_000) } });
  await opened.store.outbox.add([waited(chat, 151), waited(chat, 152), waited(chat, 153)]);
  await drain(chat);
  const messages = Math.ceil((platform.delivered[0]?.text.length ?? 0) / 50);
  expect([platform.delivered.length, messages > 1]).toEqual([1, true]);
  await opened.store.outbox.add(Array.from({ length: 20 }, (_, index) => aMessage(chat, index)));
  await drain(chat);
  expect(platform.delivered).toHaveLength(1 + 16 - messages);
});
