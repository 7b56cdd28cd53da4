import sharp from 'sharp';
import { aScene } from '../support/a-scene';
import { numberTold, toldTo } from '../support/news';
import { sandboxWorld } from '../support/story-sandbox';
import { countSeen, lastSeen } from '../support/story-world';

type World = Awaited<ReturnType<typeof sandboxWorld>>;

let world: World;
beforeAll(async () => {
  world = await sandboxWorld();
});
afterAll(() => world.stop());

const post = async (chat: string, from: string, text: string, photo?: Buffer): Promise<void> => {
  await world.api.post(`/chats/${chat}/messages`, {
    from,
    ...(text === '' ? {} : { text }),
    ...(photo ? { photo: photo.toString('base64') } : {}),
  });
  await world.api.post('/settle');
};

const question = /是这件事吗？/;

test('a look-alike photo of another place: asked with the large photo; yes joins, and both stay informed', async () => {
  const scene = await aScene(11);
  await post('riders', 'zhao-fei', '6号楼门口汽车乱停，电动车出不去，我电话13812345678', scene);
  const first = lastSeen(await world.group('riders'), /停车｜6号楼/).number ?? 0;
  const again = await sharp(scene).resize(800).modulate({ brightness: 1.1 }).jpeg({ quality: 60 }).toBuffer();
  await post('residents', 'pan-bo', '3号楼旁边汽车乱停，轮椅过不去', again);
  const second = lastSeen(await world.group('residents'), /停车｜3号楼/).number ?? 0;
  const asked = lastSeen(await world.private('pan-bo'), question);
  expect([asked.photos, asked.choices]).toEqual([1, ['是', '不是']]);
  expect(asked.text).toContain(`#${first} 停车｜6号楼`);
  expect(asked.text).toContain('电动车出不去');
  expect(asked.text).not.toContain('13812345678');
  expect(await world.ticket(second)).toMatchObject({ state: 'dispatched', mergedInto: null });
  const told = await toldTo(world, 'pan-bo', () => world.writes('pan-bo', { text: '1' }));
  expect(told.map(({ text }) => text).join()).toContain('是一件事');
  expect(await world.ticket(second)).toMatchObject({ state: 'merged', mergedInto: first });
  expect((await world.ticket(first)).reporters).toEqual(['zhao-fei', 'pan-bo']);
  await world.writes('wang-fang', { text: `办结 #${first} 拖走了` });
  for (const person of ['zhao-fei', 'pan-bo'])
    expect(countSeen(await world.private(person), /解决了，满意回 1/)).toBe(1);
  await world.writes('pan-bo', { text: '1' });
});

test('“不是” keeps the own ticket, and no answer does too; nobody is asked twice', async () => {
  const scene = await aScene(12);
  await post('riders', 'qian-jin', '1号楼楼道灯不亮了', scene);
  await post('residents', 'cao-ying', '2号楼楼道灯不亮了', scene);
  const denied = await numberTold(world, 'cao-ying');
  expect(countSeen(await world.private('cao-ying'), question)).toBe(1);
  await world.writes('cao-ying', { text: '不是' });
  expect(await world.ticket(denied)).toMatchObject({ state: 'dispatched', mergedInto: null });
  expect(lastSeen(await world.private('cao-ying'), /分开办/).number).toBe(denied);
  await world.writes('cao-ying', { text: `补充 #${denied} 三楼也是` });
  expect(countSeen(await world.private('cao-ying'), question)).toBe(1);
  await post('residents', 'huang-lei', '4号楼楼道灯不亮了', scene);
  const silent = await numberTold(world, 'huang-lei');
  await world.advance(5);
  expect(await world.ticket(silent)).toMatchObject({ state: 'dispatched', mergedInto: null });
});

test('other photos, other matters and dangers are asked about nothing', async () => {
  await post('residents', 'emma', '7号楼垃圾堆成山没人收', await aScene(21));
  await post('residents', 'hu-xia', '9号楼垃圾堆成山没人收', await aScene(22));
  expect(countSeen(await world.private('hu-xia'), question)).toBe(0);
  await post('residents', 'deng-tao', '9号楼下水道堵了，污水冒出来', await aScene(22));
  expect(countSeen(await world.private('deng-tao'), question)).toBe(0);
});

test('what was reported in private is shown to no other reporter; whoever handles it sees both', async () => {
  const scene = await aScene(31);
  await post('private-chen-yun', 'chen-yun', '6号楼健身器材坏了', scene);
  const first = await numberTold(world, 'chen-yun');
  await post('private-song-jia', 'song-jia', '5号楼旁边健身器材坏了', scene);
  const second = await numberTold(world, 'song-jia');
  expect(countSeen(await world.private('song-jia'), question)).toBe(0);
  const { history } = await world.ticket(second);
  expect(history.map(({ what }) => what)).toContain('same-asked');
  const hint = lastSeen(await world.private('wang-fang'), new RegExp(`回“并 #${second} 到 #${first}”`));
  expect(hint.photos).toBe(2);
});

test('ten people within a minute, one place, other words, some a photo first: one ticket of ten', async () => {
  const scene = await aScene(41);
  const people = ['zhao-fei', 'qian-jin', 'sun-hao', 'wu-yong', 'tang-yu'];
  const others = ['pan-bo', 'cao-ying', 'huang-lei', 'emma', 'hu-xia'];
  const words = [
    '8号楼门口车乱停',
    '8号楼门口汽车停得出不去，乱停',
    '8号楼门口有人乱停车',
    '8号楼下面汽车违停',
    '8号楼门口汽车挡路乱停',
  ];
  await Promise.all([
    ...people.map((from, index) => world.api.post('/chats/riders/messages', { from, text: words[index] })),
    ...others.map((from) => world.api.post('/chats/residents/messages', { from, photo: scene.toString('base64') })),
  ]);
  await world.api.post('/settle');
  await world.advance(0.5);
  await Promise.all(
    others.map((from, index) => world.api.post('/chats/residents/messages', { from, text: words[index] })),
  );
  await world.api.post('/settle');
  const number = lastSeen(await world.group('riders'), /停车｜8号楼/).number ?? 0;
  const ticket = await world.ticket(number);
  expect([...ticket.reporters].sort()).toEqual([...people, ...others].sort());
  expect(countSeen(await world.group('residents'), /停车｜8号楼/)).toBe(0);
  expect(
    (await world.private('wang-fang')).filter(
      ({ text, choices }) => /停车｜8号楼/.test(text) && choices.includes('接单'),
    ),
  ).toHaveLength(1);
});
