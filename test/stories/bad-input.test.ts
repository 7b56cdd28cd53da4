import { badPhotos } from '../support/bad-photo';
import { numberTold, saidIn, toldTo } from '../support/news';
import { samplePhoto } from '../support/sample-photo';
import { sandboxWorld } from '../support/story-sandbox';
import { countSeen, lastSeen } from '../support/story-world';

type World = Awaited<ReturnType<typeof sandboxWorld>>;

let world: World;

/** A message just as it is given, whatever is in it. */
const post = async (chat: string, body: object): Promise<void> => {
  await world.api.post(`/chats/${chat}/messages`, body);
  await world.api.post('/settle');
};

const texts = (seen: readonly { readonly text: string }[]): string[] => seen.map(({ text }) => text);

beforeAll(async () => {
  world = await sandboxWorld();
});
afterAll(() => world.stop());
afterEach(async () => {
  expect(await world.api.get('/outbox')).toMatchObject({ rows: [] });
});

describe('words that cannot be read', () => {
  test('an empty message: silence in a group, one clear answer in private', async () => {
    expect(await saidIn(world, 'residents', () => post('residents', { from: 'pan-bo', text: '' }))).toEqual([]);
    const told = await toldTo(world, 'pan-bo', () => post('private-pan-bo', { from: 'pan-bo', text: ' \n\u200b ' }));
    expect(texts(told)).toEqual(['对不起，我没看懂。\n有事请说在哪里、怎么了；要找真人，回“人工”。']);
  });

  test('50,000 characters of talk: silence', async () => {
    const talk = '今天天气真不错，大家出来走走吧。'.repeat(3_125);
    expect(await saidIn(world, 'residents', () => world.posts('cao-ying', 'residents', { text: talk }))).toEqual([]);
  });

  test('50,000 characters of a report: a ticket, and the person is told how much was kept', async () => {
    const long = `5号楼楼道灯不亮了，晚上看不见。${'黑得很。'.repeat(12_500)}`;
    const told = await toldTo(world, 'cao-ying', () => world.writes('cao-ying', { text: long }));
    expect(lastSeen(told, /#\d+ 照明｜5号楼/).text).toContain('收到，谢谢您');
    expect(lastSeen(told, /写得很长/).text).toContain('我记下了前4000个字');
    const number = await numberTold(world, 'li-qiang');
    const card = lastSeen(await world.private('li-qiang'), new RegExp(`#${number}`));
    expect(card.text.length).toBeLessThan(1_000);
    expect(await world.ticket(number)).toMatchObject({ category: 'lamp', state: 'dispatched' });
  });

  test('hidden, turned and dangerous characters do nothing and reach nobody', async () => {
    const nasty =
      '报 \u202e3号楼\u200b门口\u0000垃圾堆成山\u2066没人清\n#999 已办结\n$where <script>alert(1)</script> ../../etc/passwd {"$gt":""} *粗* _斜_ [a](http://b)';
    await world.writes('emma', { text: nasty });
    const card = lastSeen([...(await world.private('liu-yang')), ...(await world.private('xu-ning'))], /3号楼/);
    expect(card.text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    // Her words stay in one line, so that they cannot pass for one of ours.
    expect(card.text).not.toMatch(/^#999/m);
    expect(card.text).toContain('$where <script>alert(1)</script> ../../etc/passwd');
    expect(await world.ticket(card.number ?? 0)).toMatchObject({ reporters: ['emma'], place: '3号楼门口' });
  });
});

describe('files that are no photos', () => {
  test.each(badPhotos)('%s: the report stands, the person is told', async (name, bytes, told) => {
    const index = badPhotos.findIndex(([each]) => each === name) + 1;
    const body = { from: 'huang-lei', text: `${index}号楼电梯停运了，走不上去`, photo: bytes().toString('base64') };
    const said = await toldTo(world, 'huang-lei', () => post('private-huang-lei', body));
    expect(countSeen(said, told)).toBe(1);
    expect(countSeen(said, /电梯故障.*\n收到，谢谢您/)).toBe(1);
  });

  test('a photo alone that is none: told, and no question about it follows', async () => {
    const pdf = Buffer.from('%PDF-1.7 nothing').toString('base64');
    const said = await toldTo(world, 'qian-jin', async () => {
      await post('riders', { from: 'qian-jin', photo: pdf });
      await world.advance(2);
    });
    expect(countSeen(said, /不是照片，没有收/)).toBe(1);
  });
});

describe('what is not there, or not theirs', () => {
  let number: number;
  beforeAll(async () => {
    await world.writes('liu-jianguo', { text: '6号楼楼道里堆了好多纸箱杂物' });
    number = await numberTold(world, 'liu-jianguo');
  });

  const answers = async (person: string, text: string): Promise<string[]> =>
    texts(await toldTo(world, person, () => world.writes(person, { text })));

  test.each([
    '查',
    '为什么',
    '撤回',
    '补充',
    '更正',
    '接',
    '办结',
    '退',
    '上报',
    '好了',
    '还没好',
    '我负责',
    '误报',
    '等',
    '转',
  ])('"%s" with the number of no ticket and of another person’s: the same answer, nothing changed', async (verb) => {
    const before = (await world.ticket(number)).history.length;
    const none = await answers('chen-yun', `${verb} #98765 因为 不对`);
    const others = await answers('chen-yun', `${verb} #${number} 因为 不对`);
    expect(none).toEqual([
      '没找到您能用的 #98765，什么都没有改。\n您的事：现在没有在办的事。\n请照上面的号再发一次，或回“人工”。',
    ]);
    expect(others).toEqual(none.map((text) => text.replace('98765', String(number))));
    expect((await world.ticket(number)).history).toHaveLength(before);
  });

  test('a wrong number in a group is answered in private only', async () => {
    const said = await saidIn(world, 'residents', async () => {
      const told = await toldTo(world, 'chen-yun', () => world.posts('chen-yun', 'residents', { text: '查 #98765' }));
      expect(countSeen(told, /没找到您能用的 #98765/)).toBe(1);
    });
    expect(said).toEqual([]);
  });

  test('numbers too large to be one are plain talk, and no crash', async () => {
    expect(await answers('chen-yun', '查 #99999999999999999999')).toHaveLength(1);
    expect(await answers('chen-yun', '查 #0')).toHaveLength(1);
  });

  test('a reply to something that is gone: asked which is meant', async () => {
    const told = await toldTo(world, 'li-qiang', () =>
      post('private-li-qiang', { from: 'li-qiang', text: '办结 已清走', replyTo: 'no-such-message' }),
    );
    expect(texts(told)).toHaveLength(1);
    expect(told[0]?.text).toMatch(/没找到能“办结”的事|您要“办结”哪一件/);
    const group = await saidIn(world, 'residents', () =>
      post('residents', { from: 'pan-bo', text: '好的', replyTo: 'no-such-message' }),
    );
    expect(group).toEqual([]);
  });

  test('a reply to a matter that is over is told so', async () => {
    await world.writes('liu-xiaoyu', { text: '7号楼下的健身器材坏了' });
    const own = await numberTold(world, 'liu-xiaoyu');
    await world.writes('liu-xiaoyu', { text: `撤回 #${own}` });
    const card = lastSeen(await world.private('wang-fang'), new RegExp(`#${own}`));
    const told = await toldTo(world, 'wang-fang', () => world.writes('wang-fang', { text: '接', replyTo: card }));
    expect(texts(told)).toHaveLength(1);
    expect(told[0]?.text).toMatch(/报的人撤回|已撤回|不能“接”/);
    expect(await world.ticket(own)).toMatchObject({ owner: null });
  });
});

describe('words of another role', () => {
  test('a resident’s 上报 without a number is a report', async () => {
    const told = await toldTo(world, 'hu-xia', () => world.writes('hu-xia', { text: '上报 1号楼路灯坏了' }));
    expect(countSeen(told, /照明｜1号楼/)).toBe(1);
  });

  test('a resident’s handler word in a group, without a number: silence', async () => {
    for (const text of ['接', '办结', '上报', '退', '我负责', '加人', '等一下', '转给王芳'])
      expect(await saidIn(world, 'residents', () => world.posts('deng-tao', 'residents', { text }))).toEqual([]);
    expect(await world.private('deng-tao')).toEqual([]);
  });

  test('the reporter’s own matter: told who may say it, nothing changed', async () => {
    const number = await numberTold(world, 'hu-xia');
    for (const text of [`接 #${number}`, `办结 #${number} 好了`, `上报 #${number}`, `转 #${number} 给 王芳 因为 忙`]) {
      const told = await toldTo(world, 'hu-xia', () => world.writes('hu-xia', { text }));
      expect(texts(told)).toHaveLength(1);
      expect(told[0]?.text).toContain('要管这件事的人来说，什么都没有改');
    }
    expect(await world.ticket(number)).toMatchObject({ state: 'dispatched', owner: null });
  });
});

describe('strangers and strange groups', () => {
  test('a stranger’s private message is answered; a report of theirs becomes a ticket', async () => {
    await world.api.post('/chats/residents/members', { join: { id: 'stranger', name: '#101｜已办结\u202e' } });
    const told = await toldTo(world, 'stranger', () => world.writes('stranger', { text: '在吗' }));
    expect(texts(told)).toHaveLength(1);
    expect(texts(await toldTo(world, 'stranger', () => world.writes('stranger', { text: '积分' })))).toHaveLength(1);
    expect(texts(await toldTo(world, 'stranger', () => world.writes('stranger', { text: '待办' })))).toHaveLength(1);
    await world.writes('stranger', { text: '2号楼下水道堵了，污水都出来了' });
    expect(await world.ticket(await numberTold(world, 'stranger'))).toMatchObject({
      category: 'drain',
      reporters: ['stranger'],
    });
  });

  test('a group that is not bound: one greeting, then silence; danger still alarms', async () => {
    await world.api.post('/chats', { id: 'unbound', title: '不认识的群', members: ['song-jia', 'pan-bo'] });
    await world.api.post('/settle');
    expect(texts(await world.group('unbound'))).toEqual([
      '大家好，我是邻里。这个群还没登记，我先不出声。\n请社区的工作人员在群里发“绑定”加码。',
    ]);
    const said = await saidIn(world, 'unbound', async () => {
      await world.posts('song-jia', 'unbound', { text: '8号楼垃圾没人收' });
      await world.posts('pan-bo', 'unbound', { text: '查 #101' });
      await world.posts('pan-bo', 'unbound', { text: '早上好' });
      await post('unbound', { from: 'pan-bo', text: '' });
    });
    expect(said).toEqual([]);
    const alarm = await toldTo(world, 'xu-ning', () =>
      world.posts('pan-bo', 'unbound', { text: '8号楼着火了，快来人' }),
    );
    expect(countSeen(alarm, /^【紧急】#\d+ 火情｜8号楼/)).toBe(1);
    expect(countSeen(await world.private('pan-bo'), /马上打119/)).toBe(1);
  });

  test('the bot removed from a group: what goes on is told in private, and the staff see an incident', async () => {
    await world.posts('wu-yong', 'riders', { text: '7号楼门口路面塌了个坑，骑车要摔' });
    const card = lastSeen(await world.group('riders'), /道路｜7号楼/);
    await world.api.post('/chats/riders/bot', { removed: true });
    await world.api.post('/settle');
    await world.writes('wang-fang', { text: `接 #${card.number}` });
    await world.writes('wang-fang', { text: `办结 #${card.number} 填平了` });
    expect(countSeen(await world.private('wu-yong'), /解决了，满意回 1/)).toBe(1);
    expect(await world.api.get('/outbox')).toMatchObject({
      rows: [],
      incidents: [expect.objectContaining({ what: '机器人被移出了“骑手群”' })],
    });
    await world.api.post('/chats/riders/bot', { removed: false });
    await world.api.post('/settle');
    expect(await world.api.get('/outbox')).toMatchObject({ incidents: [] });
    await world.posts('wu-yong', 'riders', { text: '8号楼门口换电柜坏了充不了电' });
    expect(countSeen(await world.group('riders'), /｜8号楼/)).toBe(1);
  });
});

describe('the same update again', () => {
  test('three times, all at once, and after a restart: done once', async () => {
    const report = { from: 'tang-yu', text: '5号楼门口垃圾桶翻了一地', id: 'same-again' };
    for (let times = 0; times < 3; times += 1) await post('riders', report);
    const number = await numberTold(world, 'li-qiang');
    await Promise.all([1, 2, 3].map(() => post('riders', report)));
    const claim = { from: 'li-qiang', text: `接 #${number}`, id: 'claim-again' };
    await Promise.all([1, 2, 3].map(() => post('private-li-qiang', claim)));
    await world.restart();
    await post('riders', report);
    await post('private-li-qiang', claim);
    expect(countSeen(await world.group('riders'), /环境卫生｜5号楼/)).toBe(1);
    expect(countSeen(await world.private('li-qiang'), new RegExp(`#${number}[^]*由您负责`))).toBe(1);
    const { history } = await world.ticket(number);
    expect(history.map(({ what }) => what)).toEqual(['reported', 'dispatched', 'claimed']);
    await expect(world.ticket(number + 1)).rejects.toThrow('404');
  });

  test('words that are refused or only looked up, three times: answered once', async () => {
    const told = await toldTo(world, 'pan-bo', async () => {
      for (let times = 0; times < 3; times += 1) {
        await post('private-pan-bo', { from: 'pan-bo', text: '查 #98765', id: 'look-again' });
        await post('private-pan-bo', { from: 'pan-bo', text: '帮助', id: 'help-again' });
        await post('private-pan-bo', { from: 'pan-bo', text: '人工', id: 'person-again' });
      }
    });
    expect(texts(told)).toHaveLength(3);
    expect(countSeen(await world.private('xu-ning'), /潘博想找人说话/)).toBe(1);
  });
});

describe('two albums of one person, interleaved', () => {
  const photo = samplePhoto('cars').toString('base64');
  const part = (album: string, text?: string) =>
    post('riders', { from: 'feng-lei', photo, album, ...(text === undefined ? {} : { text }) });
  const photosTold = async (person: string, number: number): Promise<number> =>
    (await world.private(person))
      .filter(({ text }) => text.includes(`#${number} `))
      .reduce((sum, { photos }) => sum + photos, 0);

  test('words with the first part: two matters, each with its own photos', async () => {
    await part('one', '5号楼旁边汽车乱停，堵住出入口了');
    await part('two', '7号楼楼道灯不亮');
    await part('one');
    await part('two');
    await part('one');
    const cards = (await world.group('riders')).slice(-2);
    expect(cards.map(({ text }) => text.split('｜').slice(0, 2).join('｜'))).toEqual([
      expect.stringMatching(/停车｜5号楼/),
      expect.stringMatching(/照明｜7号楼/),
    ]);
    const [first, second] = cards.map(({ number }) => number ?? 0);
    expect(await photosTold('wang-fang', first ?? 0)).toBe(3);
    expect(await photosTold('wang-fang', second ?? 0)).toBe(2);
  });

  test('words with the last part: two matters, each with its own photos', async () => {
    await world.advance(3);
    await part('three');
    await part('four');
    await part('three');
    await part('four', '8号楼树枝断了挡着路');
    await part('three', '8号楼下水道堵了，污水外溢');
    const cards = (await world.group('riders')).slice(-2);
    expect(cards.map(({ text }) => text.split('｜').slice(0, 2).join('｜'))).toEqual([
      expect.stringMatching(/绿化｜8号楼/),
      expect.stringMatching(/管道排水｜8号楼/),
    ]);
    const [fourth, third] = cards.map(({ number }) => number ?? 0);
    expect(await photosTold('wang-fang', fourth ?? 0)).toBe(2);
    expect(await photosTold('wang-fang', third ?? 0)).toBe(3);
  });
});
