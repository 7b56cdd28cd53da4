import { countSeen, lastSeen } from '../support/story-world';
import { sandboxWorld } from '../support/story-sandbox';

type World = Awaited<ReturnType<typeof sandboxWorld>>;

let world: World;
beforeAll(async () => {
  world = await sandboxWorld();
});
afterAll(() => world.stop());

const reported = async (person: string, text: string): Promise<number> => {
  await world.posts(person, 'residents', { text });
  const { number } = lastSeen(await world.group('residents'), /｜已派单/);
  return number ?? 0;
};

const lastOf = async (person: string): Promise<string> => (await world.private(person)).at(-1)?.text ?? '';

test('who put the call-back off answers later in words, or with the number, unasked', async () => {
  const lamp = await reported('zhang-nainai', '6号楼楼道灯不亮了');
  await world.writes('wang-fang', { text: `接 #${lamp}` });
  await world.writes('wang-fang', { text: `办结 #${lamp} 换了灯泡` });
  await world.writes('zhang-nainai', { text: '还没去看' });
  await world.writes('zhang-nainai', { text: '没解决' });
  expect(await world.ticket(lamp)).toMatchObject({ state: 'claimed', reopenings: 1 });
  await world.writes('wang-fang', { text: `办结 #${lamp} 换了整盏灯` });
  await world.writes('zhang-nainai', { text: '4' });
  await world.writes('zhang-nainai', { text: '1' });
  expect(await world.ticket(lamp)).toMatchObject({ state: 'archived', solved: true, satisfied: true });
});

test('a neighbour who says it is not done is heard by whoever did it', async () => {
  const litter = await reported('chen-yun', '6号楼门口垃圾堆成山');
  await world.posts('huang-lei', 'residents', { text: `我也是 #${litter}` });
  await world.writes('wang-fang', { text: `接 #${litter}` });
  await world.writes('wang-fang', { text: `办结 #${litter} 清走了` });
  await world.writes('huang-lei', { text: `还没好 #${litter}` });
  expect(await lastOf('wang-fang')).toMatch(/居民.*“还没好”/);
  expect(await lastOf('huang-lei')).toMatch(/记在这件事里了/);
});

test('what a reporter adds reaches whoever has the matter as news', async () => {
  const water = await reported('huang-lei', '2号楼楼道灯不亮了');
  await world.writes('liu-yang', { text: `接 #${water}` });
  await world.writes('huang-lei', { text: `补充 #${water} 三楼的也不亮` });
  expect(await lastOf('liu-yang')).toMatch(/居民.*“三楼的也不亮”/);
});

test('a grid leader who is asked to arrange may take the matter over', async () => {
  const drain = await reported('cao-ying', '5号楼门口垃圾堆成山');
  await world.writes('li-qiang', { text: `接 #${drain}` });
  await world.writes('he-ping', { text: `接 #${drain}` });
  expect(await lastOf('he-ping')).toContain('李强先接了');
  await world.writes('li-qiang', { text: `上报 #${drain} 要吊车` });
  expect(await lastOf('li-qiang')).toMatch(/已经告诉何平/);
  await world.writes('he-ping', { text: `接 #${drain}` });
  expect(lastSeen(await world.private('he-ping'), /这件事由您负责/).number).toBe(drain);
  expect(await lastOf('he-ping')).toContain('“5号楼门口垃圾堆成山”');
  expect(await lastOf('li-qiang')).toContain('已经转给何平');
  expect(await world.ticket(drain)).toMatchObject({ owner: 'he-ping', state: 'claimed' });
});

test('who is alarmed need not type the number of the only alarm', async () => {
  await world.writes('pan-bo', { text: '煤气味好大，8号楼2单元' });
  const alarm = lastSeen(await world.private('xu-ning'), /【紧急】/);
  await world.writes('xu-ning', { text: '我负责' });
  expect(await world.ticket(alarm.number ?? 0)).toMatchObject({ owner: 'xu-ning' });
});

test('who asks for a person is not said to have sent a photo', async () => {
  await world.writes('qian-jin', { text: '人工' });
  expect(await lastOf('xu-ning')).toBe('钱进想找人说话。\n请您联系一下。');
});

test('a card tells only its owner what to do next', async () => {
  const lamp = await reported('hu-xia', '1号楼门口垃圾堆成山');
  await world.writes('liu-yang', { text: `接 #${lamp}` });
  const other = lastSeen(await world.private('ma-li'), new RegExp(`#${lamp}`));
  expect(other.text).toMatch(/刘洋接下了。\n现在您不用管/);
  expect(other.choices).toEqual([]);
  expect(countSeen(await world.private('liu-yang'), /您不用管/)).toBe(0);
});

test('who takes what was not sent to them reads the reporter’s words', async () => {
  const litter = await reported('pan-bo', '8号楼门口垃圾堆成山');
  await world.writes('chen-xiao', { text: `接 #${litter}` });
  expect(lastSeen(await world.private('chen-xiao'), /居民说/).text).toContain('“8号楼门口垃圾堆成山”');
});

test('the same words again are read once, and nobody hears that somebody else said it', async () => {
  const litter = await reported('emma', '3号楼门口垃圾堆成山');
  await world.posts('emma', 'residents', { text: '3号楼门口垃圾堆成山' });
  await world.posts('hu-xia', 'residents', { text: '3号楼门口垃圾堆成山' });
  const [card] = (await world.private('ma-li')).filter(({ number }) => number === litter);
  expect(card?.text.match(/垃圾堆成山/g)).toHaveLength(1);
  expect(countSeen(await world.private('emma'), /somebody|already/i)).toBe(0);
});
