import { sandboxWorld } from '../support/story-sandbox';
import { countSeen, lastSeen } from '../support/story-world';

test('"说错了是8号楼" puts the place right: one ticket, the card edited, the right grid worker told', async () => {
  const world = await sandboxWorld();
  try {
    await world.posts('pan-bo', 'residents', { text: '6号楼门口垃圾桶满了没人收' });
    await world.posts('pan-bo', 'residents', { text: '说错了，是2号楼门口' });
    expect((await world.ticket(101)).place).toContain('2号楼');
    const cards = await world.group('residents');
    expect(cards).toHaveLength(1);
    expect(cards[0]).toMatchObject({ edited: true });
    expect(cards[0]?.text).toContain('2号楼');
    expect(lastSeen(await world.private('liu-yang'), /#101/).choices).toContain('接单');
    await world.posts('pan-bo', 'residents', { text: '说错了，应该是我记错日子了' });
    expect(countSeen(await world.group('residents'), /#/)).toBe(1);
  } finally {
    await world.stop();
  }
});
