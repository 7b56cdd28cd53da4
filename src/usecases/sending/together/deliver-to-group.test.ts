import { aCardSay, aChange, aCommit, aTicketRef } from '../../../../test/support/a-commit';
import { aChat, aDelivery, aMessage } from '../../../../test/support/a-delivery';
import { aTicketCommunity, claimed, reported } from '../../../../test/support/a-ticket';
import { fakePlatform } from '../../../../test/support/fake-platform';
import { openStore, type OpenedStore } from '../../../../test/support/open-store';
import type { SpokenSay } from '../../../domain/decision';
import type { Ticket } from '../../../domain/ticket/ticket';
import type { Capabilities, OutboxDraft } from '../../ports';

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

type Given = Partial<Pick<SpokenSay, 'urgency' | 'replyTo'>>;

const notice = (chat: string, kept: number, given: Given = {}): OutboxDraft =>
  aMessage(chat, kept, {
    say: {
      ...{ to: { chat }, key: `m${kept}`, urgency: 'ordinary', ...given },
      ...{ wording: 'help.too-long', params: { kept } },
    },
  });

const countsIn = (text: string | undefined): readonly number[] =>
  [...(text ?? '').matchAll(/前(\d+)个字/gu)].map(([, count]) => Number(count));

test('notices of a group that heard much come in one message, in order; an answer and a danger at once and alone', async () => {
  const platform = fakePlatform({ perGroupPerMinute: 10 });
  let ms = Date.now();
  const { drain } = aDelivery(opened.store, platform, { machine: { now: () => new Date(ms) } });
  const chat = await aChat(opened.store, 'noticed');
  const { outbox } = opened.store;
  await outbox.add(Array.from({ length: 10 }, (_none, index) => notice(chat, 1 + index)));
  const { nextAt } = await drain(chat);
  expect(platform.delivered.map(({ text }) => countsIn(text))).toEqual([[1], [2], [3], [4], [5], [6]]);

  await outbox.add([notice(chat, 21, { replyTo: 'm1' }), notice(chat, 22, { urgency: 'critical' })]);
  await outbox.add([notice(chat, 23, { urgency: 'prompt' })]);
  await drain(chat);
  expect(platform.delivered.slice(6).map(({ text }) => countsIn(text))).toEqual([[22], [21]]);

  ms = (nextAt?.getTime() ?? ms) + 60_000;
  await drain(chat);
  expect(platform.delivered.slice(8).map(({ text }) => countsIn(text))).toEqual([[7, 8, 9, 10], [23]]);
  expect(platform.delivered[8]?.text).toMatch(/^这会儿事情多，4件事合在一起说：\n\n/u);
  expect(await outbox.undelivered(10)).toEqual([]);
});

test('no more notices come in one message than it holds', async () => {
  const platform = fakePlatform({ perGroupPerMinute: 10, maxText: 120 });
  let ms = Date.now();
  const { drain } = aDelivery(opened.store, platform, { machine: { now: () => new Date(ms) } });
  const chat = await aChat(opened.store, 'narrow');
  await opened.store.outbox.add(Array.from({ length: 11 }, (_none, index) => notice(chat, 1 + index)));
  await drain(chat);
  ms += 90_000;
  await drain(chat);
  const [first, ...others] = platform.delivered.slice(6).map(({ text }) => countsIn(text));
  expect([...(first ?? []), ...others.flat()]).toEqual([7, 8, 9, 10, 11]);
  expect(first?.length).toBeGreaterThan(1);
  expect(platform.delivered.every(({ text }) => text.length <= 120)).toBe(true);
});

test('what no group may read any more is taken away at once, while other cards wait for their list', async () => {
  const platform = fakePlatform({ perGroupPerMinute: 20 });
  let ms = Date.now();
  const { drain } = aDelivery(opened.store, platform, {
    communities: { current: () => Promise.resolve(aTicketCommunity()) },
    machine: { now: () => new Date(ms) },
  });
  const chat = await aChat(opened.store, 'taken away');
  const numbers = Array.from({ length: 14 }, (_, index) => 401 + index);
  for (const number of numbers) await save(number, reported().ticket);
  await opened.store.outbox.add(numbers.map((number) => card(chat, number)));
  await drain(chat);
  expect(platform.delivered).toHaveLength(12);
  await save(403, { ...reported().ticket, category: 'conduct' }, 1);
  await opened.store.outbox.add([card(chat, 403, 'edit', true)]);
  await drain(chat);
  expect(platform.delivered.slice(12).map(({ how, as }) => [how, as])).toEqual([['remove', platform.delivered[2]?.as]]);
  ms += 60_000;
  await drain(chat);
  expect(numbersIn(platform.delivered[13]?.text)).toEqual([413, 414]);
});

describe('a line of a list', () => {
  /** Three cards, of which the last two came as a list; then what happened to the last one is told. */
  const aList = async (name: string, from: number, can: Partial<Capabilities>) => {
    const platform = fakePlatform({ perGroupPerMinute: 2, ...can });
    let ms = Date.now();
    const { drain } = aDelivery(opened.store, platform, {
      communities: { current: () => Promise.resolve(aTicketCommunity()) },
      machine: { now: () => new Date(ms) },
    });
    const chat = await aChat(opened.store, name);
    const numbers = [from, from + 1, from + 2, from + 3];
    for (const number of numbers) await save(number, reported().ticket);
    await opened.store.outbox.add(numbers.map((number) => card(chat, number)));
    const later = async (): Promise<void> => {
      for (let drains = 0; drains < 3; drains += 1) {
        ms += 120_000;
        await drain(chat);
      }
    };
    await drain(chat);
    await later();
    expect(platform.delivered.map(({ text }) => numbersIn(text))).toEqual([[from], numbers.slice(1)]);
    const becomes = async (number: number, given: Partial<Ticket>, version: number): Promise<void> => {
      await save(number, { ...reported().ticket, ...given }, version);
      const edit = card(chat, number, 'edit', true);
      await opened.store.outbox.add([{ ...edit, effect: `${edit.effect}/${version}`, matterVersion: version + 1 }]);
      await drain(chat);
      await later();
    };
    const said = () => platform.delivered.slice(2).map(({ how, as, text }) => [how, as, numbersIn(text)]);
    return { platform, becomes, said, chat };
  };

  test('which no group may read any more leaves it, where messages can be changed; the others stay', async () => {
    const { platform, becomes, said } = await aList('changed', 301, {});
    const [, list] = platform.delivered;
    await becomes(303, { category: 'conduct' }, 1);
    expect(said()).toEqual([['edit', list?.as, [302, 304]]]);
    await becomes(303, { category: 'conduct', phase: 'archived', closedFor: 'called-back' }, 2);
    await becomes(304, { phase: 'withdrawn' }, 1);
    expect(said().slice(2)).toEqual([['edit', list?.as, [302]]]);
    await becomes(302, { category: 'conduct' }, 1);
    expect(said().slice(3)).toEqual([['remove', list?.as, []]]);
    expect(platform.delivered.slice(2).some(({ text }) => /#303｜|#303 /u.test(text))).toBe(false);
    expect(await opened.store.outbox.undelivered(10)).toEqual([]);
  });

  test('which no group may read any more: the list is taken back and said again without it, where nothing can be changed', async () => {
    const { platform, becomes, said } = await aList('taken back', 311, { edits: false, redacts: false });
    const [, list] = platform.delivered;
    await becomes(313, { category: 'conduct' }, 1);
    expect(said()).toEqual([
      ['remove', list?.as, []],
      ['send', [expect.any(String)], [312, 314]],
    ]);
    await becomes(314, { category: 'conduct' }, 1);
    expect(said().slice(2)).toEqual([
      ['remove', platform.delivered[3]?.as, []],
      ['send', [expect.any(String)], [312]],
    ]);
    expect(await opened.store.outbox.undelivered(10)).toEqual([]);
  });

  test('which no group may read any more is an incident where nothing can be done, and is never said again', async () => {
    const { becomes, said } = await aList('stands', 321, { edits: false, redacts: false, removes: false });
    await becomes(323, { category: 'conduct' }, 1);
    expect(said()).toEqual([]);
    const what = (await opened.store.incidents.list()).map((incident) => incident.what);
    expect(what).toContainEqual(expect.stringMatching(/“stands”里有一条消息收不回来/));
    await becomes(323, { category: 'conduct', phase: 'archived', closedFor: 'called-back' }, 2);
    expect(said()).toEqual([]);
  });

  test('which no group may read any more is an incident too where the platform refuses to change it', async () => {
    const { platform, becomes, said } = await aList('refused', 331, {});
    platform.always({ kind: 'refused', why: "message can't be edited" });
    await becomes(333, { category: 'conduct' }, 1);
    expect(said()).toEqual([]);
    const what = (await opened.store.incidents.list()).map((incident) => incident.what);
    expect(what).toContainEqual(expect.stringMatching(/“refused”里有一条消息收不回来/));
  });
});
