import { sandboxWorld } from '../support/story-sandbox';
import { telegramWorld } from '../support/story-telegram';
import { countSeen, lastSeen, type StoryWorld } from '../support/story-world';

const worlds: readonly (readonly [string, readonly string[], () => Promise<StoryWorld>])[] = [
  ['the sandbox', ['riders', 'residents', 'volunteers', 'staff'], () => sandboxWorld()],
  ['Telegram', ['riders'], () => telegramWorld()],
];

const finder = 'zhao-fei';
const owner = 'wang-fang';
const other = 'liu-yang';

describe.each(worlds)('a rider finds an old person wandering, through %s', (_name, groups, makeWorld) => {
  let world: StoryWorld;
  beforeEach(async () => {
    world = await makeWorld();
  });
  afterEach(() => world.stop());

  const find = async (): Promise<void> => {
    await world.posts(finder, 'riders', { photo: 'elder', text: '6号楼下有位老人好像迷路了' });
  };
  const says = async (person: string, text: string): Promise<void> => world.writes(person, { text });

  test('from the photo to the family’s thanks, with nothing of it in a group', async () => {
    await find();
    const first = lastSeen(await world.private(finder), /110/).text;
    expect(first).toContain('请先陪着');
    const alarm = lastSeen(await world.private(owner), /【紧急】#101/);
    // The alarm does not wait for the photo; it comes as soon as it is there.
    expect((await world.private(owner)).reduce((sum, { photos }) => sum + photos, 0)).toBe(1);
    expect(alarm.text).toContain('请先打110');
    await says(owner, '我负责 #101');
    await says(owner, '已联系家属 #101');
    expect(lastSeen(await world.private(owner), /已联系上家属/).text).toContain('交接 #101');
    await world.restart();
    await says(owner, '交接 #101 给 女儿 王小姐 13800001234');
    expect(lastSeen(await world.private(owner), /记下了交接/).text).toContain('女儿');
    const safe = lastSeen(await world.private(finder), /平安交接/).text;
    expect(safe).not.toMatch(/女儿|1380/);
    await says(owner, '解除 #101 老人已经回家');
    await says(owner, '感谢 #101 谢谢骑手小哥，我的电话是13800001234');
    const thanks = lastSeen(await world.private(finder), /家人托我们谢谢您/).text;
    expect(thanks).toContain('谢谢骑手小哥');
    expect(thanks).not.toContain('13800001234');
    for (const group of groups) expect(countSeen(await world.group(group), /101|老人|走失|女儿/)).toBe(0);
    const kinds = (await world.ticket(101)).history.map(({ what }) => what);
    expect(kinds).toEqual(expect.arrayContaining(['family-called', 'returned', 'resolved', 'thanks-passed']));
  });

  test('nobody reaches the family: the owner is told to ring 110 after a quarter of an hour, once, and never asked how it goes', async () => {
    await find();
    await says(owner, '我负责 #101');
    await says(other, '已报110 #101');
    expect((await world.ticket(101)).history.map(({ what }) => what)).not.toContain('police-called');
    await world.advance(16);
    expect(lastSeen(await world.private(owner), /请现在就打110/).text).toContain('已报110 #101');
    expect(countSeen(await world.private(owner), /没有新消息/)).toBe(0);
    await says(owner, '已报110 #101');
    await says(owner, '已报110 #101');
    await world.advance(60);
    expect(countSeen(await world.private(owner), /请现在就打110/)).toBe(1);
  });
});
