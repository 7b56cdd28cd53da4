import { sandboxWorld } from '../support/story-sandbox';
import { countSeen, lastSeen } from '../support/story-world';

type World = Awaited<ReturnType<typeof sandboxWorld>>;

let world: World;
beforeAll(async () => {
  world = await sandboxWorld();
});
afterAll(() => world.stop());

const post = (chat: string, body: object): Promise<unknown> => world.api.post(`/chats/${chat}/messages`, body);

test('ten people report one thing at once, in groups and in private: one ticket with ten reporters', async () => {
  const riders = ['zhao-fei', 'qian-jin', 'sun-hao', 'wu-yong'];
  const residents = ['pan-bo', 'cao-ying', 'huang-lei'];
  const privately = ['emma', 'hu-xia', 'deng-tao'];
  const text = '6号楼门口汽车乱停，电动车出不去';
  await Promise.all([
    ...riders.map((from) => post('riders', { from, text })),
    ...residents.map((from) => post('residents', { from, text })),
    ...privately.map((from) => post(`private-${from}`, { from, text })),
  ]);
  await world.api.post('/settle');
  const card = lastSeen(await world.private('wang-fang'), /停车｜6号楼/);
  const ticket = await world.ticket(card.number ?? 0);
  expect([...ticket.reporters].sort()).toEqual([...riders, ...residents, ...privately].sort());
  expect(ticket.history.filter(({ what }) => what === 'joined')).toHaveLength(9);
  // No other ticket came of it, and nobody who handles was called twice.
  expect((await world.private('wang-fang')).filter(({ choices }) => choices.includes('接单'))).toHaveLength(1);
  const cards = [...(await world.group('riders')), ...(await world.group('residents'))];
  expect(cards.length).toBeLessThanOrEqual(1);
  for (const { text: shown } of cards) expect(shown).toContain('已有10人说了');
  for (const person of [...riders, ...residents, ...privately])
    expect(countSeen(await world.private(person), /已经有人说了|收到，谢谢您/)).toBeLessThanOrEqual(1);
  await world.writes('wang-fang', { text: `接 #${card.number}` });
  await world.writes('wang-fang', { text: `办结 #${card.number} 拖走了` });
  // Everyone who reported is asked, riders too, since it is not their meal peak.
  for (const person of [...riders, ...residents, ...privately])
    expect(countSeen(await world.private(person), /解决了，满意回 1|reply 1/)).toBe(1);
  await world.writes('emma', { text: '1' });
  await world.writes('pan-bo', { text: '1' });
  expect(await world.ticket(card.number ?? 0)).toMatchObject({ state: 'archived', solved: true });
  expect((await world.books()).sum).toBe(0);
});

test('two who claim at once: one has it, the other is told who', async () => {
  await world.posts('tang-yu', 'riders', { text: '8号楼门口汽车违停，堵住路了' });
  const number = lastSeen(await world.group('riders'), /停车｜8号楼/).number ?? 0;
  await Promise.all(['wang-fang', 'li-qiang'].map((from) => post(`private-${from}`, { from, text: `接 #${number}` })));
  await world.api.post('/settle');
  const { owner, history } = await world.ticket(number);
  expect(history.filter(({ what }) => what === 'claimed')).toHaveLength(1);
  const loser = owner === 'wang-fang' ? 'li-qiang' : 'wang-fang';
  expect(countSeen(await world.private(loser), /先接了/)).toBe(1);
  expect(countSeen(await world.private(owner ?? ''), new RegExp(`#${number}[^]*由您负责`))).toBe(1);
});

test('thirty different reports at once: thirty tickets, each number once', async () => {
  const people = ['pan-bo', 'cao-ying', 'huang-lei', 'chen-yun', 'song-jia'];
  const things = ['楼道灯不亮了', '电梯停运了', '下水道堵了', '门口垃圾堆成山', '健身器材坏了', '树枝断了挡路'];
  const all = people.flatMap((from, index) => things.map((thing) => ({ from, text: `${index + 1}号楼${thing}` })));
  await Promise.all(all.map((body) => post(`private-${body.from}`, body)));
  await world.api.post('/settle');
  for (const person of people) {
    const numbers = (await world.private(person)).map(({ text }) => /^#(\d+) [^]*收到，谢谢您/.exec(text)?.[1]);
    expect(new Set(numbers.filter(Boolean)).size).toBe(things.length);
  }
  expect(await world.api.get('/outbox')).toMatchObject({ rows: [], incidents: [] });
});
