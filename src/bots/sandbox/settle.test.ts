import type { OutboxRow, PhotoWanted } from '../../usecases/ports';
import { createLanes } from '../lane';
import { createSettle, type SettleNeeds } from './settle';

const aPhoto = (id: string): PhotoWanted => ({
  id,
  matter: 't1',
  by: 'zhao',
  at: '2026-11-20T02:00:00.000Z',
  source: { platform: 'sandbox', ref: `${id}.10.jpg`, kind: 'photo', mime: 'image/jpeg', bytes: 10 },
});

const aRow = (given: Partial<OutboxRow> = {}): OutboxRow => ({
  id: 'row',
  effect: 'effect',
  chat: 'riders@sandbox',
  person: null,
  matter: null,
  matterVersion: 1,
  say: { to: { chat: 'riders@sandbox' }, key: 'k', urgency: 'prompt', wording: 'help.not-understood', params: {} },
  state: 'ready',
  attempts: 0,
  doubles: 0,
  notBefore: new Date(0),
  createdAt: new Date(0),
  sentAs: [],
  sentAt: null,
  lastError: null,
  withoutPhotos: [],
  within: null,
  list: null,
  ...given,
});

/** An outbox of one chat: rows go when they may, and each drain sends one. */
const aWorld = (rows: OutboxRow[] = [], given: Partial<SettleNeeds> = {}) => {
  const fetched: string[] = [];
  const sent: string[] = [];
  const wanted: PhotoWanted[] = [];
  const needs: SettleNeeds = {
    lanes: createLanes(),
    clock: { now: () => new Date('2026-11-20T02:00:00.000Z') },
    outbox: {
      chatsDue: (now) => Promise.resolve(rows.some((row) => row.notBefore <= now.machine) ? ['riders@sandbox'] : []),
      undelivered: () => Promise.resolve(rows),
    },
    engine: {
      drain: () => {
        const ready = rows.findIndex((row) => row.notBefore <= new Date());
        const [row] = ready < 0 ? [] : rows.splice(ready, 1);
        if (row) sent.push(row.id);
        return Promise.resolve({ sent: row ? 1 : 0, held: false, nextAt: rows[0]?.notBefore ?? null });
      },
    },
    photos: { wanted: () => Promise.resolve(wanted) },
    fetchPhoto: ({ id }) => {
      fetched.push(id);
      return Promise.resolve();
    },
    ...given,
  };
  return { needs, fetched, sent, wanted, settle: createSettle(needs) };
};

test('it answers at once when nothing is being worked on', async () => {
  const { settle, sent } = aWorld();
  await settle();
  expect(sent).toEqual([]);
});

test('everything that may be sent is sent, and a message being read is waited for', async () => {
  const { settle, sent, needs } = aWorld([aRow({ id: 'a' }), aRow({ id: 'b' })]);
  let read = false;
  const reading = needs.lanes.run('riders', async () => {
    await new Promise((resolve) => setTimeout(resolve, 20));
    read = true;
  });
  await settle();
  expect([sent, read]).toEqual([['a', 'b'], true]);
  await reading;
});

test('a send that is tried again soon is still being delivered, one that waits long is not waited for', async () => {
  const soon = aWorld([aRow({ id: 'soon', notBefore: new Date(Date.now() + 100) })]);
  await soon.settle();
  expect(soon.sent).toEqual(['soon']);
  const late = aWorld([aRow({ id: 'late', notBefore: new Date(Date.now() + 60_000) })]);
  await late.settle();
  expect(late.sent).toEqual([]);
});

test('a photo is fetched once; one that fails has its own retries and is not waited for', async () => {
  const { settle, fetched, wanted } = aWorld();
  wanted.push(aPhoto('p1'), aPhoto('p2'));
  await settle();
  expect(fetched).toEqual(['p1', 'p2']);
});

test('what does not end is named', async () => {
  const { needs } = aWorld([], { limitMs: 50 });
  let end = (): void => undefined;
  const stuck = needs.lanes.run('riders', () => new Promise<void>((resolve) => (end = resolve)));
  await expect(createSettle(needs)()).rejects.toMatchObject({ stuck: ['1 messages to be read'] });
  end();
  await stuck;
  const held = aWorld([aRow()], {
    limitMs: 50,
    engine: { drain: () => Promise.resolve({ sent: 0, held: true, nextAt: null }) },
  });
  await expect(held.settle()).rejects.toMatchObject({ stuck: ['messages to chat riders@sandbox'] });
});
