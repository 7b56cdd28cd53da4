import { telegramWorld } from '../support/story-telegram';
import { countSeen, lastSeen } from '../support/story-world';

test('who blocked the bot is asked in the group, once a day, and hears what was missed on coming back', async () => {
  const world = await telegramWorld();
  try {
    const rider = world.user('zhao-fei');
    rider.blocksBot();
    await world.posts('zhao-fei', 'riders', { text: '报 3号楼门口两家邻居吵起来了，邻里纠纷谁管' });
    await world.posts('zhao-fei', 'riders', { text: '报 5号楼门口两家邻居吵起来了，邻里纠纷谁管' });
    const group = await world.group('riders');
    expect(countSeen(group, /请私信我/)).toBe(1);
    expect(countSeen(group, /邻里纠纷|#10\d/)).toBe(0);
    rider.startsBot();
    await world.settle();
    const missed = await world.private('zhao-fei');
    expect(lastSeen(missed, /#101/).text).toContain('收到');
    expect(lastSeen(missed, /#102/).text).toContain('收到');
  } finally {
    await world.stop();
  }
});
