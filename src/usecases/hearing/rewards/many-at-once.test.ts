import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { createLanes } from '../../../bots/lane';
import { loadPack } from '../../../load-pack';
import { move } from '../../../domain/points/posting';
import { Order } from '../../../domain/rewards/order';
import { createUnderstanding } from '../../../understanding';
import { openStore, silentLog, type OpenedStore } from '../../../../test/support/open-store';
import { supplyFirstStock } from '../../time/supply-first-stock';
import type { InboundMessage, InboundPress } from '../../inbound';
import { rulesAlone } from '../../port-of-second-reader';
import type { EnginePorts } from '../../ports-of-engine';
import { createHandleInbound } from '../handle-inbound';

jest.setTimeout(240_000);

const people = 1_000;
const bags = 100;
const now = new Date('2026-11-20T02:00:00.000Z');

let opened: OpenedStore;
beforeAll(async () => {
  opened = await openStore({ fieldKeys: [randomBytes(32)] });
});
afterAll(() => opened.close());

/** What was last asked in each chat. */
const asked = new Map<string, string>();

const enginePorts = (store: OpenedStore['store']): EnginePorts => {
  const turns = createLanes({ atOnce: Infinity });
  return {
    ...store,
    clock: { now: () => now },
    wakeUps: { drain: () => Promise.resolve(), wake: () => Promise.resolve(), fetchPhotos: () => Promise.resolve() },
    outbox: {
      ...store.outbox,
      add: async (drafts) => {
        const rows = await store.outbox.add(drafts);
        for (const { chat, id } of rows) asked.set(chat, id);
        return rows;
      },
    },
    understand: createUnderstanding(),
    secondReader: rulesAlone,
    floods: { take: () => 'taken' },
    newId: randomUUID,
    drawDigits: (count) => Array.from({ length: count }, () => randomInt(10)).join(''),
    inTurn: (key, job) => turns.run(key, job),
    siteUrl: () => 'http://127.0.0.1:3000',
    recompute: () => Promise.resolve(0),
    log: silentLog,
  };
};

/** Somebody who writes to Linli in private. */
const somebody = async ({ people: known, chats }: EnginePorts, index: number) => {
  const identity = { platform: 'sandbox', account: 'sandbox', nativeId: `p-${index}` };
  const name = `居民${index}`;
  const { person } = await known.identify({ ...identity, name });
  const chat = await chats.resolve({ ...identity, kind: 'private', title: name, person });
  const base = {
    chat: { id: chat.id, platform: 'sandbox', kind: 'private', purpose: null, area: null, title: name },
    sender: { person, name, identity },
    at: now.toISOString(),
  } as const;
  const writes = (text: string): InboundMessage => ({
    ...{ ...base, kind: 'message', key: `${chat.id}:${text}`, messageId: text, text, media: [] },
    ...{ location: null, album: null, replyTo: null },
    ...{ mentioned: false, forwarded: false, fromBot: false, edited: false },
  });
  const presses = (choice: string): InboundPress => ({
    ...{ ...base, kind: 'press', key: `${chat.id}:press`, message: asked.get(chat.id) ?? '', choice },
  });
  return { person, writes, presses };
};

test('a thousand people with points for one bag, a hundred bags, two processes: a hundred codes, nobody below zero', async () => {
  const pack = await loadPack('packs/demo.yaml');
  const rewards = pack.community.rewards
    .filter(({ id }) => id === 'rice')
    .map((rice) => ({ ...rice, stock: bags, points: 20 }));
  await opened.store.savePack({ ...pack, community: { ...pack.community, rewards } });
  const processes = [opened.store, await opened.another()].map(enginePorts);
  const [first] = processes;
  if (!first) throw new Error('no process');
  await supplyFirstStock(first);
  const everybody = await Promise.all(
    Array.from({ length: people }, async (_, index) => {
      const ports = processes[index % processes.length] ?? first;
      return { ...(await somebody(ports, index)), handle: createHandleInbound(ports) };
    }),
  );
  await first.ledger.postAll(
    everybody.map(({ person }) => ({
      ...{ cause: `given:${person}`, at: now.toISOString(), reason: 'deed' },
      entries: move('issued:deed', `person:${person}`, 20),
    })),
  );
  const lanes = createLanes({ atOnce: 64 });
  await Promise.all(everybody.map(({ person, handle, writes }) => lanes.run(person, () => handle(writes('兑 米')))));
  await Promise.all(everybody.map(({ person, handle, presses }) => lanes.run(person, () => handle(presses('yes')))));
  const { sum, accounts } = await first.ledger.books();
  expect(sum).toBe(0);
  expect(accounts.filter(({ id, balance }) => /^(?:person|stock):/.test(id) && balance < 0)).toEqual([]);
  const balanceOf = (account: string): number => accounts.find(({ id }) => id === account)?.balance ?? 0;
  expect(balanceOf('stock:rice')).toBe(0);
  expect(accounts.filter(({ id, balance }) => id.startsWith('reserved:') && balance === 1)).toHaveLength(bags);
  expect(accounts.filter(({ id, balance }) => id.startsWith('held:') && balance === 20)).toHaveLength(bags);
  const orders = await first.matters.find({ kind: 'order', limit: people });
  const codes = orders.map(({ state }) => Order.parse(state).code);
  expect(codes).toHaveLength(bags);
  expect(new Set(codes).size).toBe(bags);
});
