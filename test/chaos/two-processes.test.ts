import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { childProgram, until, type ChildProgram } from '../support/child-program';
import { startOwnServers, type OwnServers } from '../support/own-servers';
import { packFile } from '../support/story-app';
import { TelegramEmulator, type TelegramUser } from '../support/telegram/telegram-emulator';
import { createStore, type Stores } from '../../src/store/store';
import { silentLog } from '../support/open-store';

jest.setTimeout(240_000);

const buildings = [1, 2, 3, 4, 5, 6, 7, 8];
const things = [
  { says: '楼道灯不亮了', category: '照明' },
  { says: '电梯停运了', category: '电梯故障' },
  { says: '下水道堵了', category: '管道排水' },
  { says: '门口垃圾堆成山', category: '环境卫生' },
];
const messages = things.flatMap(({ says, category }) =>
  buildings.map((building) => ({ text: `${building}号楼${says}`, answer: new RegExp(`${category}｜${building}号楼`) })),
);

/** The one that serves is killed after so many. */
const killedAfter = 6;
const serves = /this process serves it/;

let emulator: TelegramEmulator;
let servers: OwnServers;
let store: Stores;
let programs: readonly ChildProgram[];
let residents: readonly TelegramUser[];

const servesNow = ({ lines }: ChildProgram): boolean => lines.some((line) => serves.test(line));

beforeAll(async () => {
  [emulator, servers] = await Promise.all([new TelegramEmulator().start(), startOwnServers()]);
  residents = [1, 2, 3, 4].map((each) => emulator.user({ name: `居民${each}` }));
  const env = {
    MONGODB_URI: servers.mongoUri,
    REDIS_URL: servers.redisUrl,
    SANDBOX: '0',
    SECRET: randomBytes(32).toString('hex'),
    FIELD_KEY: randomBytes(32).toString('base64'),
    TELEGRAM_BOT_TOKEN: emulator.token,
    TELEGRAM_API_ROOT: emulator.apiRoot,
    PACK: await packFile(new Map()),
  };
  programs = [childProgram(env), childProgram(env)];
  for (const program of programs) await program.start();
  store = await createStore({ uri: servers.mongoUri, communityId: 'demo', log: silentLog });
  for (const resident of residents) resident.startsBot();
  await until(() => residents.every((each) => emulator.botMessagesIn(each).length > 0), 60_000, 'the greetings');
});

afterAll(async () => {
  await store.close();
  await Promise.all(programs.map((program) => program.stop()));
  await Promise.all([emulator.stop(), servers.stop()]);
});

const answersTo = (pattern: RegExp): number =>
  residents.flatMap((each) => emulator.botMessagesIn(each)).filter(({ text }) => pattern.test(text)).length;

test('one serves; when it is killed the other does within 15 s, and of a message a second none is lost or doubled', async () => {
  const serving = programs.filter(servesNow);
  expect(serving).toHaveLength(1);
  const [first] = serving;
  const second = programs.find((program) => program !== first);
  if (!first || !second) throw new Error('there are not two programs');

  let tookOverMs: Promise<number> | null = null;
  for (const [index, { text }] of messages.entries()) {
    const resident = residents[index % residents.length];
    resident?.says(resident, text);
    if (index === killedAfter) {
      await first.kill();
      tookOverMs = until(() => servesNow(second), 15_000, 'the other serves');
    }
    await sleep(1_000);
  }
  expect(await tookOverMs).toBeLessThan(15_000);

  await until(() => messages.every(({ answer }) => answersTo(answer) > 0), 60_000, 'every message is answered');
  await until(async () => (await store.outbox.counts()).undelivered === 0, 60_000, 'all is sent');
  const extra = messages.reduce((sum, { answer }) => sum + answersTo(answer) - 1, 0);
  const { doubles, givenUp } = await store.outbox.counts();
  expect(givenUp).toBe(0);
  expect(extra).toBeLessThanOrEqual(doubles);
  // What the first had begun and the second went on with is one matter.
  const numbers = messages.map(({ answer }) =>
    residents
      .flatMap((each) => emulator.botMessagesIn(each))
      .flatMap(({ text }) => (answer.test(text) ? [/#(\d+)/.exec(text)?.[1]] : [])),
  );
  expect(numbers.every((of) => new Set(of).size === 1)).toBe(true);
});
