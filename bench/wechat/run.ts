/**
 * `npm run bench:wechat`. WeChat over gRPC, each gateway and each bot a process of its own: Linli's border to WeChat against
 * a bare wechaty echo, in rounds of both in turn; a question answered by the whole program, with its transaction and its
 * outbox, against the same echo; and the memory of the whole program and of bare wechaty under 20,000 messages at once.
 * Out: a table and bench/wechat/results.json. WECHAT_ONLY=border|program|burst does one part alone, WECHAT_BURST=40000 a larger burst.
 */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../src/embedded/free-port';
import { startOwnServers, type OwnServers } from '../../test/support/own-servers';
import { startMeasured, type MeasuredProcess } from '../measured-process';
import { commitName, machineName } from '../results';
import { compare, type Compared, type Side } from '../rounds';
import { writeWechatPack } from './neighbourhood';
import { openGateway, type Gateway } from './open-gateway';
import { goals, printResults, type Burst, type Results } from './show';

const rounds = 5;
const atOnce = 40;
const echoes = 2_000;
const questions = 200;
const burstCount = Number(process.env['WECHAT_BURST'] ?? 20_000);
const burstLookMs = 250;
const burstMostMs = 180_000;

const echo = { text: '今天菜场的鱼不错', answer: '听到' };
const question = { text: '我的', answer: '没有在办的事' };

interface Bot {
  readonly gateway: Gateway;
  readonly measured: MeasuredProcess;
}

interface Bench {
  readonly servers: OwnServers;
  readonly dir: string;
}

const node = ['--import', 'tsx'];

const startBot = async (
  name: string,
  file: string,
  env: Readonly<Record<string, string>>,
  asked: { readonly text: string; readonly answer: string },
  limits: readonly string[] = [],
): Promise<Bot> => {
  const gateway = await openGateway();
  const measured = startMeasured(name, file, {
    env: { ...env, ...gateway.env, NODE_ENV: 'production' },
    node: [...node, ...limits],
  });
  await gateway.wake(asked.text, asked.answer);
  return { gateway, measured };
};

const startFloor = (): Promise<Bot> => startBot('wechaty', join(__dirname, 'floor.ts'), {}, echo);

const startBorder = ({ servers, dir }: Bench): Promise<Bot> => {
  const env = { MONGODB_URI: servers.mongoUri.replace('/linli', '/border'), DATA_DIR: dir };
  return startBot('border', join(__dirname, 'border.ts'), env, echo);
};

const startProgram = async ({ servers, dir }: Bench, limits: readonly string[] = []): Promise<Bot> => {
  const pack = join(dir, 'pack.yaml');
  writeWechatPack(pack);
  const env = {
    ...{ MONGODB_URI: servers.mongoUri, REDIS_URL: servers.redisUrl, DATA_DIR: dir, LOG_LEVEL: 'warn' },
    ...{ SECRET: randomBytes(32).toString('hex'), FIELD_KEY: randomBytes(32).toString('base64') },
    ...{ PACK: pack, PORT: String(await freePort()), WECHATY_PER_SECOND: '100000' },
  };
  return startBot('program', join(__dirname, '..', '..', 'src', 'main.ts'), env, question, limits);
};

const stop = async (bots: readonly Bot[]): Promise<void> => {
  await Promise.all(bots.map(({ measured }) => measured.stop()));
  for (const { gateway } of bots) gateway.stop();
};

const sideOf = (name: Side['name'], { gateway, measured }: Bot, order: Parameters<Gateway['ask']>[0]): Side => ({
  name,
  usage: () => measured.usage(),
  round: () => gateway.ask(order),
});

const compareBots = async (
  { ours, floor }: { readonly ours: Bot | undefined; readonly floor: Bot | undefined },
  asked: typeof echo,
  { count, where }: { readonly count: number; readonly where: 'everywhere' | 'private' },
): Promise<Compared> => {
  if (!ours || !floor) throw new Error('two bots are compared');
  return compare({
    ours: sideOf('ours', ours, { ...asked, count, atOnce, where }),
    floor: sideOf('floor', floor, { ...echo, count, atOnce, where }),
    rounds,
    count,
  });
};

const megabytes = (bytes: number): number => bytes / 2 ** 20;

/** All at once, then looked at until everything was taken in and a while longer. */
const underBurst = async (bot: Bot | undefined): Promise<Burst> => {
  if (!bot) throw new Error('one bot is looked at');
  const { gateway, measured } = bot;
  const before = await measured.usage({ collect: true });
  let peak = { rss: before.rss, heapUsed: before.heapUsed };
  const begun = performance.now();
  await gateway.burst({ kind: 'mixed', count: burstCount, first: 1 });
  let seconds: number | null = null;
  for (let quiet = 0; quiet < 10;) {
    if (performance.now() - begun > burstMostMs) throw new Error('the burst was not taken in');
    await sleep(burstLookMs);
    const { rss, heapUsed } = await measured.usage();
    peak = { rss: Math.max(peak.rss, rss), heapUsed: Math.max(peak.heapUsed, heapUsed) };
    if ((await gateway.asked()) < burstCount) continue;
    seconds ??= (performance.now() - begun) / 1000;
    quiet += 1;
  }
  const after = await measured.usage({ collect: true });
  return {
    messages: burstCount,
    seconds: seconds ?? 0,
    cpuMsEach: (after.cpuMs - before.cpuMs) / burstCount,
    heapMb: [before.heapUsed, peak.heapUsed, after.heapUsed].map(megabytes),
    rssMb: [before.rss, peak.rss, after.rss].map(megabytes),
  };
};

/** Both run while they are compared, and no longer: bare wechaty starts anew when it hears nothing for a minute. */
const together = async <T>(
  starting: readonly (() => Promise<Bot>)[],
  work: (...bots: Bot[]) => Promise<T>,
): Promise<T> => {
  const bots: Bot[] = [];
  try {
    for (const start of starting) bots.push(await start());
    return await work(...bots);
  } finally {
    await stop(bots);
  }
};

const runAll = async (bench: Bench): Promise<Results> => {
  const only = process.env['WECHAT_ONLY'];
  const part = async <T>(name: string, work: () => Promise<T>): Promise<T | null> =>
    only === undefined || only === name ? work() : null;
  const border = () => startBorder(bench);
  const program = () => startProgram(bench);
  return {
    date: new Date().toISOString(),
    machine: machineName(),
    commit: commitName(),
    atOnce,
    border: await part('border', () =>
      together([border, startFloor], (ours, floor) =>
        compareBots({ ours, floor }, echo, { count: echoes, where: 'everywhere' }),
      ),
    ),
    program: await part('program', () =>
      together([program, startFloor], (ours, floor) =>
        compareBots({ ours, floor }, question, { count: questions, where: 'private' }),
      ),
    ),
    burst: await part('burst', async () => ({
      ours: await together([() => startProgram(bench, [`--max-old-space-size=${goals.burstHeapMb}`])], underBurst),
      floor: await together([startFloor], underBurst),
    })),
  };
};

const main = async (): Promise<void> => {
  const dir = mkdtempSync(join(tmpdir(), 'linli-bench-wechat-'));
  const servers = await startOwnServers(join(dir, 'servers'));
  try {
    const results = await runAll({ servers, dir });
    printResults(results);
    if (process.env['WECHAT_ONLY'] === undefined)
      writeFileSync(join(__dirname, 'results.json'), `${JSON.stringify(results, null, 2)}\n`);
  } finally {
    await servers.stop();
    rmSync(dir, { recursive: true, force: true });
  }
};

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
