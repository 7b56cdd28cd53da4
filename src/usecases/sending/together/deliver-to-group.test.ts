import { aCardSay, aChange, aCommit, aTicketRef } from '../../../../test/support/a-commit';
import { aChat, aDelivery, aMessage } from '../../../../test/support/a-delivery';
import { aTicketCommunity, claimed, reported } from '../../../../test/support/a-ticket';
import { fakePlatform } from '../../../../test/support/fake-platform';
import { openStore, type OpenedStore } from '../../../../test/support/open-store';
import type { Ticket } from '../../../domain/ticket/ticket';
import type { OutboxDraft } from '../../ports';

let opened: OpenedStore;
beforeAll(async () => {
  opened = await openStore();
});
afterAll(() => opened.close());

const refOf = (number: number) => aTicketRef({ id: `t${number}`, number });

const save = (number: number, state: Ticket, expectedVersion = 0): Promise<unknown> =>
  opened.store.unitOfWork.commit(
    aCommit(`save-${number}-${expectedVersion}`, {
      changes: [aChange({ ref: refOf(number), state: { ...state, id: `t${number}`, number }, expectedVersion })],
    }),
  );

const card = (chat: string, number: number, mode: 'send' | 'edit' = 'send', final?: true): OutboxDraft => ({
  ...aMessage(chat, number),
  effect: `card/${mode}/${number}/${final ?? ''}`,
  matter: refOf(number),
  matterVersion: mode === 'send' ? 1 : 2,
  say: { ...aCardSay(mode, final ? { final } : {}), to: { chat }, urgency: 'ordinary' },
});

const numbersIn = (text: string | undefined): readonly number[] =>
  [...(text ?? '').matchAll(/^#(\d+)/gmu)].map(([, number]) => Number(number));

test('a group that heard much gets the rest as one list, a danger at once, and of each its end', async () => {
  const platform = fakePlatform({ perGroupPerMinute: 10 });
  let ms = Date.now();
  const { drain } = aDelivery(opened.store, platform, {
    communities: { current: () => Promise.resolve(aTicketCommunity()) },
    machine: { now: () => new Date(ms) },
  });
  const chat = await aChat(opened.store, 'busy');
  const numbers = Array.from({ length: 10 }, (_, index) => 101 + index);
  for (const number of numbers) await save(number, reported().ticket);
  await opened.store.outbox.add(numbers.map((number) => card(chat, number)));
  const { nextAt } = await drain(chat);
  // Eight a minute for what is no danger: when two are left, the others wait.
  expect(platform.delivered.map(({ text }) => numbersIn(text))).toEqual(numbers.slice(0, 6).map((number) => [number]));
  expect(nextAt?.getTime()).toBeLessThanOrEqual(Date.now() + 20_000);

  const alarm = aMessage(chat, 1);
  await opened.store.outbox.add([{ ...alarm, say: { ...alarm.say, urgency: 'critical' } }]);
  await drain(chat);
  expect(platform.delivered).toHaveLength(7);

  ms = nextAt?.getTime() ?? ms;
  await drain(chat);
  expect(platform.delivered).toHaveLength(8);
  expect(numbersIn(platform.delivered[7]?.text)).toEqual([107, 108, 109, 110]);

  // What changes is not said of a line of a list; how it ended is.
  ms += 120_000;
  await save(107, claimed().ticket, 1);
  await opened.store.outbox.add([card(chat, 107, 'edit')]);
  await drain(chat);
  expect(platform.delivered).toHaveLength(8);
  await opened.store.outbox.add([card(chat, 107, 'edit', true)]);
  await drain(chat);
  expect(platform.delivered.slice(8).map(({ how, text }) => [how, numbersIn(text)])).toEqual([['send', [107]]]);
  expect(await opened.store.outbox.undelivered(10)).toEqual([]);
});

test('a list that could not be sent loses and doubles nothing', async () => {
  const platform = fakePlatform({ perGroupPerMinute: 2 });
  let ms = Date.now();
  const { drain } = aDelivery(opened.store, platform, {
    communities: { current: () => Promise.resolve(aTicketCommunity()) },
    machine: { now: () => new Date(ms) },
  });
  const chat = await aChat(opened.store, 'failing');
  for (const number of [201, 202, 203]) await save(number, reported().ticket);
  await opened.store.outbox.add([201, 202, 203].map((number) => card(chat, number)));
  await drain(chat);
  expect(platform.delivered).toHaveLength(1);
  platform.next('fails');
  for (let tries = 0; tries < 5; tries += 1) {
    ms += 60_000;
    await drain(chat);
  }
  expect(platform.delivered.map(({ text }) => numbersIn(text))).toEqual([[201], [202, 203]]);
  expect((await opened.store.outbox.counts()).doubles).toBe(0);
});
