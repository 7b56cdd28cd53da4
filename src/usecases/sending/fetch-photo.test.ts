import { setTimeout as sleep } from 'node:timers/promises';
import { aChange, aCommit, aTicketRef } from '../../../test/support/a-commit';
import { aChat, aDelivery, aMessage, noWakeUps } from '../../../test/support/a-delivery';
import { aReport, aTicketCommunity, reported, told, aContext, clock, he } from '../../../test/support/a-ticket';
import { fakePlatform, type FakePlatform } from '../../../test/support/fake-platform';
import { openStore, type OpenedStore } from '../../../test/support/open-store';
import type { Stores } from '../../store/store';
import { samplePhoto } from '../../../test/support/sample-photo';
import type { Ticket } from '../../domain/ticket/ticket';
import type { DeliveryPorts } from './delivery-ports';
import { createFetchPhoto } from './fetch-photo';
import type { OutboxDraft, PhotoWanted } from '../ports';

let database: OpenedStore;
let store: Stores;
let platform: FakePlatform;
let communities = 0;
beforeAll(async () => {
  database = await openStore();
});
afterAll(() => database.close());
beforeEach(async () => {
  communities += 1;
  store = await database.another({ communityId: `c${communities}`, rememberMs: 0 });
  platform = fakePlatform();
});

const ref = aTicketRef({ id: 't1' });
const later = (seconds: number) => ({ now: () => new Date(Date.now() + seconds * 1000) });

const delivery = (given: Partial<DeliveryPorts> = {}) =>
  aDelivery(store, platform, {
    communities: { current: () => Promise.resolve(aTicketCommunity()) },
    ...given,
  });

const fetchPhoto = (id: string) =>
  createFetchPhoto({
    ...store,
    platforms: new Map([['fake', platform]]),
    wakeUps: noWakeUps,
    kept: () => Promise.resolve(),
    log: silent,
  })(id);
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

const wanted = (given: Partial<PhotoWanted['source']> = {}): PhotoWanted => ({
  id: 'p1',
  matter: 'g1',
  by: 'zhao',
  source: { platform: 'fake', ref: 'file-1', kind: 'photo', mime: null, bytes: null, ...given },
  at: '2026-11-20T02:00:00.000Z',
});

const save = async (state: Ticket, photo: PhotoWanted | null, expectedVersion = 0): Promise<void> => {
  await store.unitOfWork.commit(
    aCommit(`save-${expectedVersion}`, {
      changes: [aChange({ ref, state, expectedVersion })],
      photos: photo ? [photo] : [],
    }),
  );
};

const handlerCard = (chat: string): OutboxDraft => ({
  ...aMessage(chat, 1),
  effect: 'handler',
  person: 'wang',
  matter: ref,
  matterVersion: 1,
  say: { to: { person: 'wang' }, key: 'handler.1', urgency: 'prompt', card: 'handler', mode: 'send' },
});

const sentTo = (chat: string) => platform.delivered.filter((one) => one.chat === chat).map(({ photos }) => photos);

test('a card waits a little for its photo and carries it', async () => {
  await save(reported().ticket, wanted());
  const chat = await aChat(store, 'wang', 'private');
  await store.outbox.add([handlerCard(chat)]);
  const { drain } = delivery();
  const waiting = await drain(chat);
  expect([waiting.sent, waiting.nextAt === null]).toEqual([0, false]);
  platform.files.set('file-1', samplePhoto('cars'));
  expect(await fetchPhoto('p1')).toBe('kept');
  await sleep(320);
  await drain(chat);
  expect(sentTo('wang')).toEqual([['p1']]);
  // It had its photo: nothing is sent after.
  expect(await store.outbox.counts()).toMatchObject({ undelivered: 0 });
});

test('after eight seconds the card goes without; the photo is sent after when it comes, once', async () => {
  await save(reported().ticket, wanted());
  const chat = await aChat(store, 'wang', 'private');
  await store.outbox.add([handlerCard(chat)]);
  await delivery({ machine: later(9) }).drain(chat);
  expect(sentTo('wang')).toEqual([[]]);
  platform.files.set('file-1', samplePhoto('cars'));
  expect(await fetchPhoto('p1')).toBe('kept');
  expect(await fetchPhoto('p1')).toBe('not-wanted');
  await delivery().drain(chat);
  await delivery().drain(chat);
  expect(sentTo('wang')).toEqual([[], ['p1']]);
});

test.each(['before', 'after'] as const)(
  'a photo that is kept just %s it is noted as missing is sent once',
  async (when) => {
    await save(reported().ticket, wanted());
    const chat = await aChat(store, 'wang', 'private');
    const row = handlerCard(chat);
    await store.outbox.add([{ ...row, say: { ...row.say, urgency: 'critical' } }]);
    platform.files.set('file-1', samplePhoto('cars'));
    const goesWithout: typeof store.outbox.goesWithout = async (id, photos) => {
      if (when === 'before') await fetchPhoto('p1');
      await store.outbox.goesWithout(id, photos);
      if (when === 'after') await fetchPhoto('p1');
    };
    await delivery({ outbox: { ...store.outbox, goesWithout } }).drain(chat);
    await delivery().drain(chat);
    expect(sentTo('wang')).toEqual([[], ['p1']]);
  },
);

test('critical words never wait for a photo', async () => {
  await save(reported().ticket, wanted());
  const chat = await aChat(store, 'wang', 'private');
  const row = handlerCard(chat);
  await store.outbox.add([{ ...row, say: { ...row.say, urgency: 'critical' } }]);
  expect((await delivery().drain(chat)).sent).toBe(1);
});

test('what is over is shown to nobody any more', async () => {
  const life = reported(aReport({ category: 'fire', group: null }));
  await save(life.ticket, wanted());
  const chat = await aChat(store, 'wang', 'private');
  await store.outbox.add([handlerCard(chat)]);
  await delivery({ machine: later(9) }).drain(chat);
  const over = told(life, { kind: 'false-alarm', by: he, words: 'w2' }, aContext(clock('10:05')));
  expect(over.refusal).toBeNull();
  await save(over.ticket, null, 1);
  platform.files.set('file-1', samplePhoto('elder'));
  expect(await fetchPhoto('p1')).toBe('kept');
  await delivery().drain(chat);
  expect(sentTo('wang')).toHaveLength(1);
});

test.each([
  ['a PDF', Buffer.from('%PDF-1.7 not a photo at all'), {}, /不是照片/],
  ['one that is cut off', 'cut', {}, /打不开/],
  ['one of 40 MB', Buffer.alloc(0), { bytes: 40 * 1024 * 1024 }, /太大/],
  ['one that the platform no longer has', null, {}, /打不开/],
])('%s is refused with a private answer, once, and the report stays', async (_, file, source, answer) => {
  await save(reported().ticket, wanted(source));
  await store.people.meet({
    person: 'zhao',
    name: '赵',
    identity: { platform: 'fake', account: 'bot', nativeId: 'zhao' },
  });
  const [chat] = await store.chats.privateChats('zhao');
  if (file !== null)
    platform.files.set('file-1', file === 'cut' ? samplePhoto('cars').subarray(0, 300) : (file as Buffer));
  expect(await fetchPhoto('p1')).toBe('refused');
  expect(await fetchPhoto('p1')).toBe('not-wanted');
  await delivery().drain(chat?.id ?? '');
  expect(platform.delivered.map(({ text }) => text)).toEqual([expect.stringMatching(answer)]);
  expect((await store.matters.load('t1'))?.version).toBe(1);
});

test('one that cannot be had now is tried again later', async () => {
  await save(reported().ticket, wanted());
  platform.files.set('file-1', 'fails');
  expect(await fetchPhoto('p1')).toBe('failed');
  expect(await store.photos.wanted(10)).toEqual([]);
  platform.files.set('file-1', samplePhoto('cars'));
  expect(await fetchPhoto('p1')).toBe('kept');
});

test('of two who fetch it at once the second, whose source is gone by then, tells nobody that it is broken', async () => {
  await store.unitOfWork.commit(aCommit('two-at-once', { changes: [aChange({ ref })], photos: [wanted()] }));
  const gone = {
    ...platform,
    fetch: async () => {
      await store.photos.keep('p1', samplePhoto('cars'));
      return null;
    },
  };
  const fetched = await createFetchPhoto({
    ...store,
    platforms: new Map([['fake', gone]]),
    wakeUps: noWakeUps,
    kept: () => Promise.resolve(),
    log: silent,
  })('p1');
  expect(fetched).toBe('kept');
  expect(await store.outbox.undelivered(10)).toEqual([]);
});
