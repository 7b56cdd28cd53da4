import { packFile } from '../support/story-app';
import { sandboxWorld } from '../support/story-sandbox';
import { countSeen, lastSeen } from '../support/story-world';

type World = Awaited<ReturnType<typeof sandboxWorld>>;

let world: World;
const square = { lat: 31.3901, lng: 121.4402 };
const advanceTo = (to: string): Promise<unknown> => world.api.post('/clock', { to });
const last = async (who: string, pattern: RegExp): Promise<string> => lastSeen(await world.private(who), pattern).text;
const coming = async (number: number): Promise<readonly string[]> => (await world.ticket(number)).reporters;
const privateChat = new Map<string, string>();

/** A place that somebody sends in private. */
const sends = async (who: string, location: { readonly lat: number; readonly lng: number }): Promise<void> => {
  await world.api.post(`/chats/${privateChat.get(who) ?? ''}/messages`, { from: who, location });
  await world.api.post('/settle');
};

const calls = async (words: string): Promise<number> => {
  await world.writes('sun-mei', { text: `发起 ${words}` });
  const draft = lastSeen(await world.private('sun-mei'), /草稿/);
  await world.presses('sun-mei', 'private', draft, '是');
  return draft.number ?? 0;
};

describe('people sign up without quoting anything', () => {
  let number: number;

  beforeAll(async () => {
    // A Friday, 9:00.
    world = await sandboxWorld({ env: { PACK: await packFile(new Map(), {}, { square }) } });
    for (const chat of (await world.api.get('/chats')) as { id: string; kind: string; members: { id: string }[] }[])
      if (chat.kind === 'private') for (const { id } of chat.members) privateChat.set(id, chat.id);
    for (const who of ['hu-xia', 'deng-tao', 'song-jia', 'cao-ying']) await world.writes(who, { text: '积分' });
    number = await calls('周六上午9点到11点 小广场清扫 要12人 发到居民群');
  });
  afterAll(() => world.stop());

  test('a bare “+1” or “算我一个” is of the one call that stands open in the group', async () => {
    await world.posts('hu-xia', 'residents', { text: '+1' });
    await world.posts('deng-tao', 'residents', { text: '算我一个' });
    await world.posts('song-jia', 'residents', { text: '报名' });
    expect(await coming(number)).toEqual(['hu-xia', 'deng-tao', 'song-jia']);
    await world.posts('song-jia', 'volunteers', { text: '+1' });
    expect(await coming(number)).toHaveLength(3);
  });

  test('behind other talk it may be of that: whoever says it is asked in private, and is not on the list', async () => {
    await world.posts('pan-bo', 'residents', { text: '谁要一起团草莓呀' });
    await world.posts('cao-ying', 'residents', { text: '+1' });
    expect(await coming(number)).not.toContain('cao-ying');
    expect(await last('cao-ying', /说的是哪一个/)).toContain(`报名 #${number}`);
    await world.writes('cao-ying', { text: `报名 #${number}` });
    expect(await coming(number)).toContain('cao-ying');
  });

  test('a call that is older than two hours, and two at once, need their number', async () => {
    await world.advance(125);
    await world.posts('huang-lei', 'residents', { text: '+1' });
    expect(await coming(number)).not.toContain('huang-lei');
  });

  test('我的 shows what somebody signed up for and leads', async () => {
    await world.writes('hu-xia', { text: '我的' });
    expect(await last('hu-xia', /您的事/)).toContain(`#${number} 小广场清扫｜11月21日周六 09:00｜您报了名`);
    await world.writes('sun-mei', { text: '我的' });
    expect(await last('sun-mei', /您的事/)).toContain('您带队');
  });

  test.each([
    ['报名 abc', /“报名”说的是哪一个/],
    [`报名 #99999`, /没找到您能用的 #99999/],
  ])('“%s” in private is answered with what to do', async (text, answer) => {
    await world.writes('emma', { text: '积分' });
    await world.writes('pan-bo', { text });
    expect(await last('pan-bo', answer)).not.toBe('');
  });

  test('what is required and not known of somebody is asked once; “no” takes no place', async () => {
    const trained = await calls('周日上午9点到10点 消防巡查 在小广场 要5人 要培训过 发到居民群');
    await world.posts('hu-xia', 'residents', { text: `报名 #${trained} 2人` });
    expect(await coming(trained)).toEqual([]);
    const asked = lastSeen(await world.private('hu-xia'), /要培训过，您符合吗/);
    await world.presses('hu-xia', 'private', asked, '是');
    expect(await coming(trained)).toEqual(['hu-xia']);
    expect(lastSeen(await world.group('residents'), /消防巡查/).text).toContain('已有2人');
    await world.posts('deng-tao', 'residents', { text: `#接龙\n消防巡查\n1. 胡霞\n2. 邓涛` });
    expect(await coming(trained)).toEqual(['hu-xia']);
    await world.presses('deng-tao', 'private', lastSeen(await world.private('deng-tao'), /您符合吗/), '不是');
    expect(await coming(trained)).toEqual(['hu-xia']);
    const again = await calls('周日下午2点到3点 消防演练 在小广场 要5人 要培训过 发到居民群');
    await world.posts('hu-xia', 'residents', { text: `报名 #${again}` });
    expect(await coming(again)).toEqual(['hu-xia']);
  });

  test('a place sent on the spot checks in; one from far away does not', async () => {
    await advanceTo('2026-11-21T08:30:00+08:00');
    await sends('hu-xia', { lat: square.lat + 0.02, lng: square.lng });
    expect(await last('hu-xia', /离活动地点还有/)).toContain('没有签上');
    await sends('hu-xia', { lat: square.lat + 0.0005, lng: square.lng });
    expect(await last('hu-xia', /签到了/)).toContain('签退');
    expect(countSeen(await world.group('residents'), /签到了/)).toBe(0);
  });
});
