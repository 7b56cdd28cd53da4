import { setTimeout as sleep } from 'node:timers/promises';
import { openStore, type OpenedStore } from '../../test/support/open-store';

let opened: OpenedStore;
beforeAll(async () => {
  opened = await openStore();
});
afterAll(() => opened.close());

test('of ten who take a lease at once one has it', async () => {
  const taken = await Promise.all(
    Array.from({ length: 10 }, (_, index) => opened.store.leases.take('rivals', `h${index}`, 5_000)),
  );
  expect(taken.filter((lease) => lease !== null)).toEqual([{ name: 'rivals', fence: 1 }]);
});

test('a lease is not re-entrant: its own holder waits too', async () => {
  const { leases } = opened.store;
  await leases.take('own', 'me', 5_000);
  expect(await leases.take('own', 'me', 5_000)).toBeNull();
});

test('a lease that ran out is taken by the next, with a higher fence, and cannot be renewed or given back by the first', async () => {
  const { leases } = opened.store;
  const first = await leases.take('ends', 'a', 30);
  await sleep(60);
  const second = await leases.take('ends', 'b', 5_000);
  expect([first, second]).toEqual([
    { name: 'ends', fence: 1 },
    { name: 'ends', fence: 2 },
  ]);
  if (first === null || second === null) throw new Error('No lease.');
  expect(await leases.renew(first, 5_000)).toBe(false);
  await leases.release(first);
  expect(await leases.take('ends', 'c', 5_000)).toBeNull();
  expect(await leases.renew(second, 5_000)).toBe(true);
});

test('a lease that ran out is lost even when nobody took it', async () => {
  const lease = await opened.store.leases.take('late', 'a', 20);
  await sleep(50);
  expect(lease !== null && (await opened.store.leases.renew(lease, 5_000))).toBe(false);
});

test('renewing keeps others out for longer', async () => {
  const { leases } = opened.store;
  const lease = await leases.take('kept', 'a', 100);
  if (lease === null) throw new Error('No lease.');
  expect(await leases.renew(lease, 5_000)).toBe(true);
  await sleep(150);
  expect(await leases.take('kept', 'b', 100)).toBeNull();
});

test('a lease that was given back is free at once, and its fence never falls', async () => {
  const { leases } = opened.store;
  for (const fence of [1, 2, 3]) {
    const lease = await leases.take('back', 'a', 5_000);
    expect(lease).toEqual({ name: 'back', fence });
    if (lease !== null) await leases.release(lease);
  }
});
