import { openStore, type OpenedStore } from '../../test/support/open-store';

let opened: OpenedStore;
beforeAll(async () => {
  opened = await openStore();
});
afterAll(() => opened.close());

test('what another process was told is done is told by the next word of the last write', async () => {
  const [here, there] = [opened.store, await opened.another()];
  const words = new Set([await here.writes.last()]);
  for (let times = 1; times <= 40; times += 1) {
    await there.savedViews.save('wang', { id: `view-${times}`, name: `${times}`.padStart(2, '0'), query: '' });
    await there.savedViews.remove('wang', `view-${times}`);
    words.add(await here.writes.last());
    expect(words.size).toBe(times + 1);
  }
});

test('while nobody writes the word stays the same', async () => {
  const { writes } = opened.store;
  // Others use this server at the same time, and it writes by itself now and then.
  const isSame = async (): Promise<boolean> => (await writes.last()) === (await writes.last());
  while (!(await isSame()));
  expect(await writes.last()).toMatch(/^\d+ \d+$/u);
});

test('a session that another process ended opens nothing, however lately it was found', async () => {
  const [here, there] = [opened.store, await opened.another()];
  const { token } = await here.sessions.open('wang', 'test');
  const find = async () => here.sessions.find(token, await here.writes.last());
  expect(await find()).toMatchObject({ person: 'wang' });
  expect(await find()).toMatchObject({ person: 'wang' });
  await there.sessions.endAll('wang');
  expect(await find()).toBeNull();
});
