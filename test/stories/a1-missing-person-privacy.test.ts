import { sandboxWorld } from '../support/story-sandbox';
import { countSeen, lastSeen, type Seen } from '../support/story-world';

const owner = 'wang-fang';
const leader = 'xu-ning';
const wishing = 'hu-xia';

let world: Awaited<ReturnType<typeof sandboxWorld>>;
beforeEach(async () => {
  world = await sandboxWorld();
});
afterEach(() => world.stop());

const says = (person: string, text: string): Promise<void> => world.writes(person, { text });
const hears = async (person: string, pattern: RegExp): Promise<string> =>
  lastSeen(await world.private(person), pattern).text;
const photosIn = (seen: readonly Seen[]): number => seen.reduce((sum, { photos }) => sum + photos, 0);

const call = async (): Promise<void> => {
  await says('huang-lei', '我妈妈走丢了，早上在东门不见的');
  await says(owner, '我负责 #101');
  await world.writes(leader, { text: '找人 #101 女，七十多岁，红外套', photo: 'elder' });
};

test('who wished it is asked in private, and nobody else; it is taken back there too', async () => {
  await says(wishing, '找人叫我');
  await says('deng-tao', '找人叫我');
  await says('deng-tao', '找人别叫我');
  await call();
  expect(lastSeen(await world.private(wishing), /请帮忙找人/).photos).toBe(1);
  for (const other of ['deng-tao', 'song-jia', 'sun-hao'])
    expect(countSeen(await world.private(other), /请帮忙找人/)).toBe(0);
  await says(wishing, '看到了 #101');
  expect(await hears(wishing, /您在哪里看到的/)).toContain('#101');
  // What follows in private is more of the same lead: a place, then a photo.
  await says(wishing, '在小广场旁边');
  expect(await hears(owner, /线索2/)).toContain('小广场');
  await world.writes(wishing, { photo: 'elder' });
  await says(owner, '线索 #101');
  const listed = await hears(owner, /1\. .*\n2\. .*\n3\. /);
  expect(listed).toContain('胡霞');
  expect(listed).toContain('（有照片）');
  await says(owner, '找到了 #101');
  for (const person of [wishing, owner, leader]) {
    const seen = await world.private(person);
    expect(photosIn(seen)).toBe(0);
    expect(countSeen(seen, /请帮忙找人|线索\d|红外套/)).toBe(0);
  }
  expect(await hears(wishing, /人已找到/)).toContain('不用回复');
  expect(await hears(owner, /都收回了/)).toContain('不用再做什么');
});

test('where it cannot be taken back, whoever ended it hears where, and what to do', async () => {
  await call();
  await world.api.post('/chats/riders/bot', { removed: true });
  await says(owner, '解除 #101 在小广场找到');
  const report = await hears(owner, /没有全收回来/);
  expect(report).toContain('收不回来的：骑手群');
  expect(report).toContain('请群主、管理员');
  expect(await hears(leader, /没有全收回来/)).toContain('骑手群');
  expect(photosIn(await world.group('volunteers'))).toBe(0);
});

test('a call that still waits when the person is found is never said', async () => {
  await says('huang-lei', '我妈妈走丢了，早上在东门不见的');
  await says(owner, '我负责 #101');
  await world.api.post('/faults', { failNext: 2, chat: 'riders' });
  await world.writes(leader, { text: '找人 #101 女，七十多岁，红外套', photo: 'elder' });
  await says(owner, '解除 #101 在小广场找到');
  await world.advance(2);
  const seen = await world.group('riders');
  expect(countSeen(seen, /请帮忙找人/)).toBe(0);
  expect(photosIn(seen)).toBe(0);
  expect(countSeen(seen, /人已找到/)).toBe(1);
});

test('a number in a group that nobody was called for says nothing to strangers', async () => {
  await says('huang-lei', '我妈妈走丢了，早上在东门不见的');
  await world.posts('zhao-fei', 'riders', { text: '看到了 #101 东门' });
  expect(await world.group('riders')).toEqual([]);
  expect(await hears('zhao-fei', /没找到您能用的/)).not.toMatch(/走失|东门/);
  expect((await world.ticket(101)).history.map(({ what }) => what)).not.toContain('lead-given');
});

test('the family says all at once what they look like and where: both are kept', async () => {
  await says('huang-lei', '我妈妈走丢了');
  await world.writes('huang-lei', { text: '女，73岁，红外套，在小广场不见的', photo: 'elder' });
  expect((await world.ticket(101)).place).toContain('小广场');
  expect(await hears(leader, /红外套/)).toContain('小广场');
  await says(owner, '我负责 #101');
  await says(leader, '找人 #101');
  const said = lastSeen(await world.group('riders'), /请帮忙找人/);
  expect(said.text).toContain('七十多岁');
  expect(said.text).toContain('小广场');
  expect(said.photos).toBe(1);
});
