import { sandboxWorld } from '../support/story-sandbox';
import { countSeen, lastSeen } from '../support/story-world';

type World = Awaited<ReturnType<typeof sandboxWorld>>;

let world: World;
beforeAll(async () => {
  world = await sandboxWorld();
});
afterAll(() => world.stop());

const alarms = async (): Promise<readonly number[]> => [
  ...new Set(
    (await world.private('xu-ning')).filter(({ text }) => /^【紧急】#/.test(text)).map(({ number }) => number ?? 0),
  ),
];

test('who cries out first and says where next has one danger, and those who come hear both', async () => {
  await world.posts('zhang-nainai', 'residents', { text: '着火了着火了' });
  const [fire = 0] = await alarms();
  await world.posts('zhang-nainai', 'residents', {
    text: '6号楼着火了，阳台冒黑烟，里面还有个老人没下来，快点来人救火啊，楼道里已经看不见路了',
  });
  expect(await alarms()).toEqual([fire]);
  expect((await world.ticket(fire)).place).toContain('6号楼');
  expect(lastSeen(await world.private('xu-ning'), /里面还有个老人没下来/).number).toBe(fire);
});

test('more about a danger whose place is known is added to it', async () => {
  const [fire = 0] = await alarms();
  await world.posts('zhang-nainai', 'residents', { text: '火越来越大了，快来人救火' });
  expect(await alarms()).toEqual([fire]);
  expect(countSeen(await world.private('xu-ning'), /火越来越大了/)).toBe(1);
});

test('the same danger at another building is a danger of its own', async () => {
  await world.posts('zhang-nainai', 'residents', { text: '3号楼也着火了，快来人' });
  expect(await alarms()).toHaveLength(2);
});

test('what is said later, or by somebody else, is a danger of its own', async () => {
  await world.advance(30);
  await world.posts('zhang-nainai', 'residents', { text: '又着火了快来人' });
  expect(await alarms()).toHaveLength(3);
  await world.posts('huang-lei', 'residents', { text: '着火了快来人' });
  expect(await alarms()).toHaveLength(4);
});
