import { numberTold } from '../support/news';
import { sandboxWorld } from '../support/story-sandbox';
import { countSeen, lastSeen } from '../support/story-world';

let world: Awaited<ReturnType<typeof sandboxWorld>>;
beforeAll(async () => {
  world = await sandboxWorld();
});
afterAll(() => world.stop());

test('asked where: “没有地方，就是我家楼上” is by the home of whoever says so, and no other matter', async () => {
  await world.posts('chen-yun', 'residents', { text: '漏水了，天花板一直滴' });
  const number = await numberTold(world, 'chen-yun');
  await world.writes('chen-yun', { text: '没有地方，就是我家楼上' });
  expect(await world.ticket(number)).toMatchObject({ state: 'dispatched', category: 'leak', place: '6号楼 我家楼上' });
  expect(await numberTold(world, 'chen-yun')).toBe(number);
});

test('“帮我申请高龄津贴” in private asks for work to be done: the papers are told at once', async () => {
  await world.writes('zhang-nainai', { text: '帮我申请高龄津贴' });
  expect(lastSeen(await world.private('zhang-nainai'), /高龄津贴/).text).toContain('一次说全');
  expect(countSeen(await world.private('zhang-nainai'), /没有在办的事/)).toBe(0);
});
