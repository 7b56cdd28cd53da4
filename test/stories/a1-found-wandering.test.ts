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
const neighbour = 'li-qiang';
const staff = 'xu-ning';

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

  const registered = async (): Promise<void> => {
    await says(neighbour, '登记 王秀英 82岁 6号楼2单元301 红 老太太 花白短发，常穿蓝外套 女儿 王小姐 13800001234');
    await says(neighbour, '登记 张桂兰 85岁 5号楼101 黄 老太太 白头发 戴眼镜 儿子 13900005678');
    await says(neighbour, '登记 李大山 78岁 6号楼 黄 男 光头 女儿 13700001111');
  };
  const findOldLady = async (): Promise<number> => {
    const text = '6号楼下有位老太太好像迷路了，八十来岁，白头发，穿蓝色外套';
    await world.posts(finder, 'riders', { photo: 'elder', text });
    return lastSeen(await world.private(owner), /【紧急】/).number ?? 0;
  };
  const secret = /王秀英|王小姐|1380000/;
  const nothingInGroups = async (): Promise<void> => {
    for (const group of groups) expect(countSeen(await world.group(group), secret)).toBe(0);
  };

  test('whoever takes charge sees at once who it may be and why; the family’s number is the owner’s alone', async () => {
    await registered();
    const number = await findOldLady();
    await says(owner, `我负责 #${number}`);
    const list = lastSeen(await world.private(owner), /可能是：/).text;
    expect(list).toMatch(/1\. 王秀英[^\n]*衣服颜色对得上[^\n]*样子对得上[^\n]*年纪差不多[^\n]*就住这栋楼/);
    expect(list).toContain('2. 张桂兰');
    expect(list).not.toMatch(/李大山|1380000/);
    // Neither the finder nor a colleague who was not called, nor one on duty who has it not.
    await says(finder, `认人 #${number}`);
    await says(finder, `家属 #${number} 1`);
    await says(other, `认人 #${number}`);
    await says(staff, `认人 #${number}`);
    await says(staff, `家属 #${number} 1`);
    for (const person of [finder, other]) expect(countSeen(await world.private(person), secret)).toBe(0);
    expect(lastSeen(await world.private(staff), /可能是：/).text).toContain('请告诉负责的人');
    expect(countSeen(await world.private(staff), /1380000/)).toBe(0);
    await world.restart();
    await says(owner, `家属 #${number} 9`);
    expect(lastSeen(await world.private(owner), /没有这一位/).text).toContain(`认人 #${number}`);
    await says(owner, '1');
    expect(lastSeen(await world.private(owner), /家属：/).text).toContain('女儿 王小姐 13800001234');
    expect(lastSeen(await world.private(neighbour), /可能是您一对一联系的/).text).toContain('王秀英');
    await nothingInGroups();
    await says(neighbour, '查 #101');
    const record = lastSeen(await world.private(neighbour), /登记，红色/).text;
    expect(record).toContain(`王芳（值班）看了认人名单，为了 #${number}`);
    expect(record).toContain(`王芳（值班）看了家属电话，为了 #${number}`);
    expect(record).toContain(`许宁（值班）看了认人名单，为了 #${number}`);
    expect(record).not.toContain('许宁（值班）看了家属电话');
  });

  test('thanks reach the riders’ group only after the yes of staff, once, and without name, number or place', async () => {
    await registered();
    const number = await findOldLady();
    await says(owner, `我负责 #${number}`);
    await says(owner, `家属 #${number} 1`);
    await says(owner, `已联系家属 #${number}`);
    await says(owner, `交接 #${number} 给 女儿 王小姐`);
    expect(countSeen(await world.private(owner), secret)).toBeGreaterThan(0);
    await says(owner, `解除 #${number} 老人已经回家`);
    // Once the old lady is home, nobody keeps her name or her family's number in a chat.
    expect(countSeen(await world.private(owner), /可能是：|家属：/)).toBe(0);
    await says(owner, `感谢 #${number} 多亏小哥停下来陪我妈，我的电话13800001234`);
    expect(countSeen(await world.group('riders'), /多亏小哥/)).toBe(0);
    const asked = lastSeen(await world.private(staff), /要不要在骑手群里也说一声/);
    expect(asked.text).toContain('“多亏小哥停下来陪我妈，我的电话＊＊＊”');
    await says(staff, '1');
    await world.restart();
    await says(staff, '1');
    const said = await world.group('riders');
    expect(countSeen(said, /多亏小哥/)).toBe(1);
    expect(lastSeen(said, /多亏小哥/).text).not.toMatch(/#\d|6号楼|王|1380000/);
    await nothingInGroups();
  });

  test('nobody in the ledger fits: what to ask the finder, and 110', async () => {
    await find();
    await says(owner, '我负责 #101');
    expect(countSeen(await world.private(owner), /可能是：|没有对得上/)).toBe(0);
    await says(owner, '认人 #101');
    expect(lastSeen(await world.private(owner), /没有对得上的人/).text).toMatch(/多大年纪[^]*已报110 #101/);
    await says(neighbour, '登记 王秀英 82岁 5号楼 红 蓝外套');
    await says(owner, '认人 #101 八十多岁 蓝衣服');
    expect(lastSeen(await world.private(owner), /可能是：/).text).toContain('王秀英');
  });
});
