import { toldTo } from '../support/news';
import { sandboxWorld } from '../support/story-sandbox';
import { countSeen, lastSeen } from '../support/story-world';

let world: Awaited<ReturnType<typeof sandboxWorld>>;
beforeEach(async () => {
  world = await sandboxWorld();
});
afterEach(() => world.stop());

const says = (person: string, text: string): Promise<void> => world.writes(person, { text });
const news = async (person: string, act: () => Promise<unknown>): Promise<string> =>
  (await toldTo(world, person, act)).map(({ text }) => text).join('\n');

test('a family member speaks for an old person once both wish it; home is then hers; either ends it', async () => {
  await says('cao-ying', '我替 张奶奶 说话');
  expect(lastSeen(await world.private('cao-ying'), /已去问本人/)).toBeDefined();
  // Before her yes it is a report like any other: her home is nobody's to use.
  const asked = lastSeen(await world.private('zhang-nainai'), /曹颖说，以后替您报事/);
  await world.presses('zhang-nainai', 'private', asked, '是');
  expect(lastSeen(await world.private('cao-ying'), /您以后可以替张奶奶报事/)).toBeDefined();
  const told = await news('zhang-nainai', () => says('cao-ying', '我替妈妈报 家里水管漏水，地上都是水'));
  expect(told).toContain('曹颖替您报了一件事，号码 #101');
  const ticket = await world.ticket(101);
  expect([ticket.place, ticket.reporters]).toEqual([expect.stringContaining('6号楼'), ['cao-ying']]);

  expect(await news('cao-ying', () => says('zhang-nainai', '不用替我了'))).toContain('代报已经停了');
  const after = await news('zhang-nainai', () => says('cao-ying', '我替妈妈报 家里窗户坏了关不上'));
  expect(after).not.toContain('替您报');
});

test('nobody speaks for one who says no; for one without a phone staff ask', async () => {
  await says('pan-bo', '我替 张奶奶 说话');
  const asked = lastSeen(await world.private('zhang-nainai'), /潘博说，以后替您报事/);
  await world.presses('zhang-nainai', 'private', asked, '不是');
  expect(lastSeen(await world.private('pan-bo'), /没有同意/)).toBeDefined();
  expect(await news('zhang-nainai', () => says('pan-bo', '代 张奶奶 报 家里水管漏水'))).toBe('');
});

test('the link is asked for once, stands though it is answered twice, and the speaker may end it, too', async () => {
  await says('cao-ying', '我替 张奶奶 说话');
  await says('cao-ying', '我替 张奶奶 说话');
  expect(countSeen(await world.private('zhang-nainai'), /曹颖说，以后替您报事/)).toBe(1);
  const asked = lastSeen(await world.private('zhang-nainai'), /曹颖说，以后替您报事/);
  await world.presses('zhang-nainai', 'private', asked, '是');
  // Pressed again, also with the other answer: what was said first holds, until it is ended.
  await says('zhang-nainai', '2');
  expect(await news('zhang-nainai', () => says('cao-ying', '我替妈妈报 家里水管漏水，地上都是水'))).toContain(
    '曹颖替您报了一件事',
  );
  // A neighbour who is no link of theirs ends nothing.
  await says('pan-bo', '不替 张奶奶 了');
  expect(await news('zhang-nainai', () => says('cao-ying', '我替妈妈报 家里窗户坏了关不上'))).toContain('替您报了');
  expect(await news('zhang-nainai', () => says('cao-ying', '不替了'))).toContain('停了');
  expect(await news('zhang-nainai', () => says('cao-ying', '我替妈妈报 家里灯坏了不亮'))).not.toContain('替您报');
  expect(await news('cao-ying', () => says('cao-ying', '不替了'))).toMatch(/没有/);
});

test('riders alone choose a station and a shift, and a station that there is', async () => {
  await says('pan-bo', '我在 畅小站');
  expect(countSeen(await world.private('pan-bo'), /您在畅小站/)).toBe(0);
  await says('sun-hao', '我在 没有这个站');
  expect(countSeen(await world.private('sun-hao'), /您在没有/)).toBe(0);
  await says('sun-hao', '下班');
  expect(lastSeen(await world.private('sun-hao'), /下班|不在班/)).toBeDefined();
  // Whoever forgets to say that they go home is off by themselves.
  await says('sun-hao', '上班');
  await world.advance(13 * 60);
  await says('huang-lei', '我妈妈走丢了，晚上在东门不见的');
  await says('wang-fang', '我负责 #101');
  await world.writes('xu-ning', { text: '找人 #101 女，七十多岁，红外套', photo: 'elder' });
  expect(countSeen(await world.private('sun-hao'), /请帮忙找人/)).toBe(0);
});

test('riders say their station and their shift; who is on shift is asked when somebody is missing', async () => {
  await says('sun-hao', '我在 畅小站');
  expect(lastSeen(await world.private('sun-hao'), /您在畅小站/)).toBeDefined();
  await says('sun-hao', '上班');
  expect(lastSeen(await world.private('sun-hao'), /您在班上，到今天 21:00/)).toBeDefined();
  await says('wu-yong', '上班 到 11点');
  expect(lastSeen(await world.private('wu-yong'), /到今天 11:00/)).toBeDefined();
  await says('tang-yu', '上班');
  await says('tang-yu', '找人别叫我');
  await says('feng-lei', '上班');
  await says('feng-lei', '下班');
  // Of somebody who is no rider it is talk.
  expect(await news('pan-bo', () => says('pan-bo', '上班'))).not.toContain('在班上');
  await world.advance(150);
  await says('huang-lei', '我妈妈走丢了，早上在东门不见的');
  await says('wang-fang', '我负责 #101');
  await world.writes('xu-ning', { text: '找人 #101 女，七十多岁，红外套', photo: 'elder' });
  expect(countSeen(await world.private('sun-hao'), /请帮忙找人/)).toBe(1);
  for (const off of ['wu-yong', 'tang-yu', 'feng-lei', 'qian-jin'])
    expect(countSeen(await world.private(off), /请帮忙找人/)).toBe(0);
});
