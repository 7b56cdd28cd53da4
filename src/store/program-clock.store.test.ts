import { openStore } from '../../test/support/open-store';

test('without a stored offset it is the machine’s clock; an offset outlives the process', async () => {
  const opened = await openStore();
  const { clock } = opened.store;
  expect(Math.abs(clock.now().getTime() - Date.now())).toBeLessThan(50);
  await clock.setOffset(90 * 60_000);
  expect(Math.abs(clock.now().getTime() - Date.now() - 90 * 60_000)).toBeLessThan(50);
  const after = await opened.another();
  expect(after.clock.offset()).toBe(90 * 60_000);
  const elsewhere = await opened.another({ communityId: 'other' });
  expect(elsewhere.clock.offset()).toBe(0);
  await opened.close();
});
