import { sandboxWorld } from '../support/story-sandbox';
import { telegramWorld } from '../support/story-telegram';
import { countSeen, lastSeen, type Seen, type StoryWorld } from '../support/story-world';

const worlds: readonly (readonly [string, readonly string[], () => Promise<StoryWorld>])[] = [
  ['the sandbox', ['riders', 'volunteers', 'staff', 'residents'], () => sandboxWorld()],
  ['Telegram', ['riders', 'staff'], () => telegramWorld()],
];

const family = 'huang-lei';
const owner = 'wang-fang';
const colleague = 'liu-yang';
/** Friday's staff on duty: who leads those on duty. */
const leader = 'xu-ning';
const rider = 'zhao-fei';

const photosIn = (seen: readonly Seen[]): number => seen.reduce((sum, { photos }) => sum + photos, 0);

describe.each(worlds)('an old lady is missed, through %s', (_name, groups, makeWorld) => {
  let world: StoryWorld;
  beforeEach(async () => {
    world = await makeWorld();
  });
  afterEach(() => world.stop());

  const says = (person: string, text: string): Promise<void> => world.writes(person, { text });
  const hears = async (person: string, pattern: RegExp): Promise<string> =>
    lastSeen(await world.private(person), pattern).text;

  /** Reported by her son, taken by a grid worker, who says what she looks like. */
  const miss = async (): Promise<void> => {
    await says(family, '我妈妈走丢了，早上在东门不见的，我电话13800001234');
    await says(owner, '我负责 #101');
  };
  const describe_ = (text = '找人 #101 女，73岁，红外套，8点半在东门，儿子电话13800001234'): Promise<void> =>
    world.writes(owner, { text, photo: 'elder' });
  const agree = async (): Promise<void> => {
    const asked = lastSeen(await world.private(leader), /要不要请更多的人/);
    await world.presses(leader, 'private', asked, '同意');
  };
  const inGroups = async (pattern: RegExp): Promise<number> => {
    let count = 0;
    for (const group of groups) count += countSeen(await world.group(group), pattern);
    return count;
  };
  const photosInGroups = async (): Promise<number> => {
    let count = 0;
    for (const group of groups) count += photosIn(await world.group(group));
    return count;
  };

  test('asked for a photo and the last place at once; called circle by circle as the leader says', async () => {
    await miss();
    const first = await hears(family, /110/);
    expect(first).toContain('近照');
    expect(first).not.toContain('陪着');
    expect(await hears(owner, /家里人在找人/)).toContain('找人 #101');
    await describe_();
    // Nobody is called before somebody who may has said so.
    expect(await inGroups(/找人/)).toBe(0);
    expect(await hears(owner, /点头/)).toContain('许宁');
    await agree();
    const call = lastSeen(await world.group('riders'), /请帮忙找人/);
    expect(call.text).toContain('女，七十多岁，红外套');
    expect(call.text).toContain('东门');
    expect(call.text).toContain('看到了 #101');
    expect(call.photos).toBe(1);
    expect(await inGroups(/1380|73岁|黄磊/)).toBe(0);
    expect(countSeen(await world.group('staff'), /请帮忙找人/)).toBe(0);

    await world.restart();
    await world.posts(rider, 'riders', { text: '看到了 #101 小广场', photo: 'elder' });
    expect(await hears(owner, /线索1/)).toContain('小广场');
    expect(await hears(rider, /记下了/)).toContain('陪着');
    await says(owner, '扩大 #101');
    await agree();
    expect(countSeen(await world.group('staff'), /请帮忙找人/)).toBe(1);
    expect(countSeen(await world.group('riders'), /请帮忙找人/)).toBe(1);
    const ticket = await world.ticket(101);
    expect(ticket.history.map(({ what }) => what)).toEqual(
      expect.arrayContaining(['search-described', 'widening-asked', 'search-called', 'lead-given']),
    );
  });

  test('found: the owner confirms it, everyone asked hears it, and photo and details are taken back', async () => {
    await miss();
    await describe_();
    await agree();
    await world.posts(rider, 'riders', { text: '看到了 #101 小广场', photo: 'elder' });
    await says(rider, '找到了 #101 小广场凉亭，人没事');
    expect(countSeen(await world.group('riders'), /人已找到/)).toBe(0);
    const said = lastSeen(await world.private(owner), /说找到了/);
    await world.presses(owner, 'private', said, '是');
    const seen = await world.group('riders');
    expect(countSeen(seen, /请帮忙找人/)).toBe(0);
    expect(lastSeen(seen, /人已找到/).text).toContain('请删掉');
    expect(await photosInGroups()).toBe(0);
    expect(photosIn(await world.private(owner)) + photosIn(await world.private(leader))).toBe(0);
    expect(await hears(family, /人已找到/)).toContain('#101');
    // The rider's own photo is the rider's to delete: whoever ended it hears where.
    expect(await hears(owner, /发出去的照片和资料都收回了/)).toMatch(/骑手群|riders/);
    expect((await world.ticket(101)).history.map(({ what }) => what)).toContain('search-ended');
  });

  test('the family that staff linked approves as well; pressed a second time nobody is called twice', async () => {
    await miss();
    await says(owner, '联系人 #101 黄磊 儿子');
    expect(await hears(family, /家里的联系人/)).toContain('先问您');
    await describe_();
    const asked = lastSeen(await world.private(family), /要不要请更多的人/);
    expect(asked.text).toContain('七十多岁');
    await world.presses(family, 'private', asked, '同意');
    await agree();
    expect(countSeen(await world.group('riders'), /请帮忙找人/)).toBe(1);
    expect(await hears(leader, /有人答过了/)).toContain('扩大 #101');
  });

  test('only whoever has it ends it; who comes late with a lead is thanked, and shown to nobody', async () => {
    await miss();
    await describe_();
    await agree();
    await says(colleague, '解除 #101 找到了');
    expect(await hears(colleague, /只有负责的人/)).toContain('王芳');
    await says(rider, '解除 #101 找到了');
    expect(countSeen(await world.group('riders'), /人已找到/)).toBe(0);
    expect((await world.ticket(101)).state).toBe('claimed');
    await says(owner, '解除 #101 在小广场找到，已交给儿子');
    expect(countSeen(await world.group('riders'), /人已找到/)).toBe(1);
    const known = (await world.private(owner)).length;
    await says(rider, '看到了 #101 西门');
    expect(await hears(rider, /人已经找到了/)).toContain('请删掉');
    expect(await world.private(owner)).toHaveLength(known);
    await says(owner, '解除 #101 在小广场找到');
    expect(countSeen(await world.group('riders'), /人已找到/)).toBe(1);
  });

  test('nobody answers the question: it is asked again; without a find the next circle is asked about', async () => {
    await miss();
    await describe_();
    await world.advance(6);
    expect(countSeen(await world.private(leader), /要不要请更多的人/)).toBe(2);
    await agree();
    await world.advance(21);
    expect(lastSeen(await world.private(leader), /要不要请更多的人/).text).toContain('工作群');
    expect(countSeen(await world.group('staff'), /请帮忙找人/)).toBe(0);
  });
});
