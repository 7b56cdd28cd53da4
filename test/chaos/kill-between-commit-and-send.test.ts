import { z } from 'zod';
import { childProgram, until, type ChildProgram } from '../support/child-program';
import { startOwnServers, type OwnServers } from '../support/own-servers';
import { packFile } from '../support/story-app';
import { TelegramEmulator, type TelegramUser } from '../support/telegram/telegram-emulator';

const Outbox = z.object({ rows: z.array(z.unknown()), doubles: z.number(), givenUp: z.number() });

// Programs and servers that end and start again.
jest.setTimeout(150_000);

let emulator: TelegramEmulator;
let servers: OwnServers;
let program: ChildProgram;
let resident: TelegramUser;

beforeAll(async () => {
  [emulator, servers] = await Promise.all([new TelegramEmulator().start(), startOwnServers()]);
  resident = emulator.user({ name: '潘博', id: 7001 });
  program = childProgram({
    MONGODB_URI: servers.mongoUri,
    REDIS_URL: servers.redisUrl,
    TELEGRAM_BOT_TOKEN: emulator.token,
    TELEGRAM_API_ROOT: emulator.apiRoot,
    PACK: await packFile(new Map([['pan-bo', 7001]])),
  });
  await program.start();
  resident.startsBot();
  await until(() => emulator.botMessagesIn(resident).length > 0, 30_000, 'the greeting');
});

afterAll(async () => {
  await program.stop();
  await Promise.all([emulator.stop(), servers.stop()]);
});

const outbox = async () => Outbox.parse(await program.api.get('/outbox'));
const told = (pattern: RegExp): number =>
  emulator.botMessagesIn(resident).filter(({ text }) => pattern.test(text)).length;

test('killed before Telegram took the message: it is sent once by the next process', async () => {
  emulator.fail({ kind: 'hang', ms: 60_000, method: 'sendMessage', chat: resident.id });
  resident.says(resident, '8号楼楼道灯不亮了');
  await until(() => emulator.callsOf('sendMessage').length >= 2, 20_000, 'the program tries to send');
  await program.kill();
  await program.start();
  await until(() => told(/照明｜8号楼/) > 0, 60_000, 'the answer after the restart');
  await until(async () => (await outbox()).rows.length === 0, 30_000, 'all is sent');
  expect(told(/照明｜8号楼/)).toBe(1);
});

test('killed after Telegram took it and before that was recorded: one double at most, counted', async () => {
  const before = await outbox();
  emulator.fail({ kind: 'hang-after', ms: 60_000, method: 'sendMessage', chat: resident.id });
  resident.says(resident, '8号楼电梯停运了');
  await until(() => told(/电梯故障｜8号楼/) > 0, 20_000, 'Telegram has the answer');
  await program.kill();
  await program.start();
  await until(async () => (await outbox()).rows.length === 0, 60_000, 'all is sent');
  expect(told(/电梯故障｜8号楼/)).toBe(2);
  // Other sends may have been interrupted as well; each is counted.
  expect((await outbox()).doubles).toBeGreaterThan(before.doubles);
  expect((await outbox()).givenUp).toBe(0);
});

test('killed with updates on their way: each is worked on once', async () => {
  const things = ['下水道堵了', '门口垃圾堆成山', '健身器材坏了', '树枝断了挡路', '屋顶漏水'];
  for (const thing of things) resident.says(resident, `7号楼${thing}`);
  await program.kill();
  await program.start();
  await until(() => told(/｜7号楼/) >= things.length, 60_000, 'all answers');
  await until(async () => (await outbox()).rows.length === 0, 30_000, 'all is sent');
  const numbers = emulator.botMessagesIn(resident).flatMap(({ text }) => /^#(\d+) .*｜7号楼/.exec(text)?.[1] ?? []);
  expect(new Set(numbers).size).toBe(things.length);
});

test('Ctrl-C ends it in order; nothing that it logged in all its lives holds a token, a secret or a person’s words', async () => {
  expect(await program.stop()).toBe(0);
  const all = program.lines.join('\n');
  for (const secret of [...program.secrets, emulator.token, emulator.token.split(':')[1] ?? ''])
    expect(all).not.toContain(secret);
  expect(all).not.toMatch(/楼道灯|电梯停运|下水道|垃圾堆成山|潘博/);
  await program.start();
});
