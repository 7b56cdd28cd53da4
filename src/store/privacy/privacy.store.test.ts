import { openStore, type OpenedStore } from '../../../test/support/open-store';
import type { Stores } from '../store';

let opened: OpenedStore;
let store: Stores;
beforeAll(async () => {
  opened = await openStore();
  store = opened.store;
});
afterAll(() => opened.close());

test('what retention and erasure did, the newest first, page by page, also where many were at one moment', async () => {
  const [day, next] = ['2026-11-20T02:00:00.000Z', '2026-11-21T02:00:00.000Z'];
  const since = { words: '2023-11-21', photos: '2024-11-20', messages: '2025-11-20', troubles: '2026-10-21' };
  for (const person of ['one', 'two', 'three'])
    await store.privacy.erased(person, day, { words: 1, photos: 0, accounts: 1 }, null);
  await store.privacy.retain(since, next);
  const first = await store.privacy.notes(null, 2);
  expect(first[0]).toEqual({
    ...{ id: expect.any(String) as string, at: next, kind: 'retention', since },
    counts: { words: 0, photos: 0, messages: 0, troubles: 0 },
  });
  const rest = await store.privacy.notes(first[1] ?? null, 9);
  expect(rest.map(({ at, kind, since: none }) => [at, kind, none])).toEqual([
    [day, 'erasure', null],
    [day, 'erasure', null],
  ]);
  expect(new Set([...first, ...rest].map(({ id }) => id)).size).toBe(4);
  // Of whom is not among what is told.
  expect(JSON.stringify([...first, ...rest])).not.toMatch(/one|two|three/u);
});

test('taken back, a wish is taken back for everybody who was found to be them', async () => {
  const at = '2026-11-20T02:00:00.000Z';
  const { person: guest } = await store.people.identify({ platform: 'telegram', nativeId: '501', name: '阿芳' });
  const identity = { platform: 'telegram', account: 'bot-1', nativeId: '501' };
  await store.people.meet({ person: guest, name: '阿芳', identity });
  await store.people.grant('wang', '王芳', 'resident', 'home');
  await store.privacy.setErasure(guest, { askedAt: at, dueAt: at });
  expect(await store.privacy.wishesOf('wang')).toEqual([]);
  await store.selves.merge({ id: 'm1', from: guest, to: 'wang', name: '阿芳', at, by: null });
  expect(await store.privacy.wishesOf('wang')).toEqual([{ person: guest, askedAt: at, dueAt: at }]);
  expect(await store.privacy.erasureOf('wang')).toBeNull();
  await store.privacy.setErasure('wang', null);
  expect(await store.privacy.due(at, 9)).toEqual([]);
});
