import { z } from 'zod';
import { until } from '../support/child-program';
import { samplePhoto } from '../support/sample-photo';
import { telegramWorld } from '../support/story-telegram';
import { countSeen, lastSeen } from '../support/story-world';

type World = Awaited<ReturnType<typeof telegramWorld>>;

const riders = -100_500;
const worker = 7002;

const Outbox = z.object({ rows: z.array(z.unknown()), doubles: z.number(), givenUp: z.number() });

let world: World;
beforeAll(async () => {
  world = await telegramWorld();
});
afterAll(() => world.stop());
afterEach(() => world.emulator.clearFaults());

const outbox = async () => Outbox.parse(await world.api.get('/outbox'));
const allSent = () => until(async () => (await outbox()).rows.length === 0, 25_000, 'all is sent');

test('429 in a group: the private answer does not wait for it, the card comes once', async () => {
  world.emulator.fail({ kind: 'retry-after', seconds: 2, method: 'sendMessage', chat: riders, times: 2 });
  await world.posts('zhao-fei', 'riders', { text: '7号楼楼道灯不亮了' });
  expect(countSeen(await world.private('wang-fang'), /照明｜7号楼/)).toBe(1);
  await allSent();
  expect(countSeen(await world.group('riders'), /照明｜7号楼/)).toBe(1);
});

test('500, a reset before anything was done, and a gateway’s page: sent again, arrives once', async () => {
  world.emulator.fail({ kind: 'status', status: 500, method: 'sendMessage', chat: riders });
  world.emulator.fail({ kind: 'reset-before', method: 'sendMessage', chat: worker });
  world.emulator.fail({ kind: 'status', status: 502, method: 'sendMessage', chat: worker });
  await world.posts('zhao-fei', 'riders', { text: '8号楼电梯停运了' });
  await allSent();
  expect(countSeen(await world.group('riders'), /电梯故障｜8号楼/)).toBe(1);
  expect(countSeen(await world.private('wang-fang'), /电梯故障｜8号楼/)).toBe(1);
  expect(await outbox()).toMatchObject({ givenUp: 0 });
});

test('a reset after Telegram had it: at most one double, counted', async () => {
  const before = (await outbox()).doubles;
  world.emulator.fail({ kind: 'reset-after', method: 'sendMessage', chat: riders });
  await world.posts('zhao-fei', 'riders', { text: '5号楼下水道堵了，污水外溢' });
  await allSent();
  const shown = countSeen(await world.group('riders'), /管道排水｜5号楼/);
  expect(shown).toBeGreaterThanOrEqual(1);
  expect(shown - 1).toBeLessThanOrEqual((await outbox()).doubles - before);
  expect(shown).toBeLessThanOrEqual(2);
});

test('no answer for 60 seconds: given up after fifteen and sent again, others are not held up', async () => {
  world.emulator.fail({ kind: 'hang', ms: 60_000, method: 'sendMessage', chat: riders });
  await world.writes('li-qiang', { text: '查 #98765' });
  void world.posts('zhao-fei', 'riders', { text: '6号楼健身器材坏了' }).catch(() => undefined);
  await until(
    async () => countSeen(await world.private('wang-fang'), /公共设施｜6号楼/) === 1,
    8_000,
    'the handler has it',
  );
  await until(async () => countSeen(await world.group('riders'), /公共设施｜6号楼/) === 1, 25_000, 'the group has it');
  await allSent();
});

test('a photo that cannot be fetched does not hold up the report; it follows', async () => {
  world.emulator.fail({ kind: 'status', status: 500, method: 'getFile', times: 1 });
  await world.posts('zhao-fei', 'riders', { text: '8号楼门口汽车违停，堵住路了', photo: 'cars' });
  const card = lastSeen(await world.private('wang-fang'), /停车｜8号楼/);
  expect(countSeen(await world.group('riders'), /停车｜8号楼/)).toBe(1);
  await until(
    async () =>
      (await world.private('wang-fang')).some(({ text, photos }) => photos > 0 && text.includes(`#${card.number}`)),
    25_000,
    'the photo follows',
  );
});

test('getUpdates failing in every way: nothing is lost, nothing twice', async () => {
  world.emulator.fail({ kind: 'status', status: 502, method: 'getUpdates', times: 2 });
  world.emulator.fail({ kind: 'reset-after', method: 'getUpdates', times: 2 });
  await world.posts('zhao-fei', 'riders', { text: '5号楼门口垃圾堆成山没人清' });
  await allSent();
  expect(countSeen(await world.group('riders'), /环境卫生｜5号楼/)).toBe(1);
});

test('the same update three times and again after a restart: done once', async () => {
  world.emulator.clearFaults();
  const { updates } = world.emulator;
  await world.posts('zhao-fei', 'riders', { text: '7号楼树枝断了挡路' });
  const id = updates.at(-1)?.update_id;
  for (let times = 0; times < 3; times += 1) world.emulator.redeliver(id);
  await world.writes('li-qiang', { text: '积分' });
  await world.restart();
  world.emulator.redeliver(id);
  await world.writes('li-qiang', { text: '账单' });
  expect(countSeen(await world.group('riders'), /绿化｜7号楼/)).toBe(1);
  expect(countSeen(await world.private('wang-fang'), /绿化｜7号楼/)).toBe(1);
});

test('someone who blocked the bot: the rest goes on, nothing waits for ever', async () => {
  const user = world.user('li-qiang');
  user.blocksBot();
  await world.posts('zhao-fei', 'riders', { text: '8号楼屋顶漏水，渗到墙上了' });
  expect(countSeen(await world.private('wang-fang'), /渗漏｜8号楼/)).toBe(1);
  await allSent();
  user.startsBot();
  await world.settle();
});

test('two albums of one person, interleaved: two matters with their own photos', async () => {
  const user = world.user('zhao-fei');
  const photo = samplePhoto('cars');
  const part = (mediaGroupId: string, caption?: string) =>
    user.sendsPhoto(riders, photo, { mediaGroupId, ...(caption === undefined ? {} : { caption }) });
  part('a', '5号楼旁边路面塌了个坑');
  part('b', '6号楼门禁坏了，进不去门');
  part('a');
  part('b');
  part('a');
  await world.settle();
  await allSent();
  const told = async (pattern: RegExp): Promise<number> => {
    const number = lastSeen(await world.group('riders'), pattern).number ?? 0;
    return (await world.ticket(number)).history.filter(({ what }) => what === 'supplemented').length;
  };
  expect(await told(/道路｜5号楼/)).toBe(2);
  expect(await told(/公共设施｜6号楼/)).toBe(1);
});

test('thrown out of the group: the reporter is answered in private, nothing waits for ever', async () => {
  world.kick('riders');
  await world.writes('zhao-fei', { text: '7号楼楼道里有人乱停电动车充电，飞线' });
  expect(countSeen(await world.private('zhao-fei'), /收到，谢谢您/)).toBe(1);
  await allSent();
});
