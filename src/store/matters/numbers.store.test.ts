import { openStore, type OpenedStore } from '../../../test/support/open-store';
import { BLOCK, FIRST_NUMBER } from './numbers.store';

let opened: OpenedStore;
beforeAll(async () => {
  opened = await openStore();
});
afterAll(() => opened.close());

test('numbers begin at #101 and follow each other', async () => {
  const { numbers } = opened.store;
  expect([await numbers.next(), await numbers.next(), await numbers.next()]).toEqual([101, 102, 103]);
});

test('numbers of two processes never meet, drawn in parallel, with one write for a block', async () => {
  const [one, two] = [await opened.another(), await opened.another()];
  const drawn = await Promise.all(
    Array.from({ length: 400 }, (_, index) => (index % 2 === 0 ? one : two).numbers.next()),
  );
  expect(new Set(drawn).size).toBe(400);
  const { connection } = opened.store;
  const counters = connection.getClient().db(connection.name).collection<{ _id: string; value: number }>('counters');
  const counter = await counters.findOne({ _id: 'demo/numbers' });
  expect(counter?.value).toBeLessThanOrEqual(1 + 2 * Math.ceil(200 / BLOCK));
  expect(Math.min(...drawn)).toBeGreaterThanOrEqual(FIRST_NUMBER + BLOCK);
});
