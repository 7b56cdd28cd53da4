import { Redis } from 'ioredis';
import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { startOwnServers, type OwnServers } from '../../test/support/own-servers';
import { TelegramEmulator } from '../../test/support/telegram/telegram-emulator';
import { loadConfig } from '../config';
import { createStore } from '../store/store';
import { examine, runDoctor } from './doctor';
import type { Finding } from './doctor-finding';

jest.setTimeout(60_000);

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

let servers: OwnServers;
let dataDir: string;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'linli-doctor-'));
  servers = await startOwnServers();
});
afterAll(async () => {
  await servers.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const environment = (more: Record<string, string> = {}) => ({
  ...{ DATA_DIR: dataDir, PATH: process.env['PATH'] ?? '' },
  ...{ MONGODB_URI: servers.mongoUri, REDIS_URL: servers.redisUrl },
  ...{ SECRET: 's'.repeat(32), FIELD_KEY: Buffer.alloc(32, 1).toString('base64') },
  ...more,
});

const summer = new Date('2026-07-01T00:00:00Z');

const findings = (env: Record<string, string>, clock = () => new Date()) => examine(loadConfig(env), clock);

const about = (found: readonly Finding[], words: string): Finding | undefined =>
  found.find(({ what }) => what.includes(words));

test('on services that are as they should be, nothing is broken', async () => {
  const found = await findings(environment());
  expect(found.filter(({ level }) => level === 'broken')).toEqual([]);
  expect(about(found, 'MongoDB 是副本集')).toEqual({ level: 'fine', what: 'MongoDB 是副本集“linli”，可以用事务' });
  expect(about(found, '事务最长')).toEqual({ level: 'fine', what: '事务最长 5 秒' });
  expect(about(found, '队列 deliver')).toEqual({ level: 'fine', what: '队列 deliver：等待 0，进行中 0，定时 0' });
});

test('the key of sealed fields is named by its id, and missed when there is none', async () => {
  expect(about(await findings(environment()), '加密用的钥匙是')).toMatchObject({ level: 'fine' });
  const rotated = `${Buffer.alloc(32, 2).toString('base64')},${Buffer.alloc(32, 1).toString('base64')}`;
  expect(about(await findings(environment({ FIELD_KEY: rotated })), '旧的 1 把')).toMatchObject({ level: 'fine' });
  expect(about(await findings({ DATA_DIR: dataDir }), '没有加密用的钥匙')).toMatchObject({ level: 'broken' });
});

test('a wrong configuration is named by its variable, and nothing else is asked', async () => {
  const found = await findings({ PORT: 'many' });
  expect(found[0]).toMatchObject({ level: 'broken', mend: '改好环境变量 PORT，再启动' });
  expect(about(found, 'MongoDB')).toBeUndefined();
});

test('a pack that cannot be read is broken, and the file is named', async () => {
  const found = await findings(environment({ PACK: join(dataDir, 'none.yaml') }));
  expect(about(found, 'none.yaml')).toMatchObject({ level: 'broken' });
});

test('an embedded start that is not running is said to be so', async () => {
  const found = await findings({ DATA_DIR: dataDir });
  expect(about(found, '内置的 MongoDB 没有在运行')).toMatchObject({ level: 'broken' });
  expect(about(found, '内置的 Redis 没有在运行')).toMatchObject({ level: 'broken' });
});

test('services that are away are broken, whatever else is well', async () => {
  const away = { MONGODB_URI: 'mongodb://127.0.0.1:1/linli', REDIS_URL: 'redis://127.0.0.1:1' };
  const found = await findings(environment(away));
  expect(about(found, '连不上 MongoDB')).toMatchObject({ level: 'broken' });
  expect(about(found, '连不上 Redis')).toMatchObject({ level: 'broken' });
});

test('a Redis that evicts jobs is broken; one that forgets at a restart is to be known', async () => {
  const redis = new Redis(servers.redisUrl);
  await redis.config('SET', 'maxmemory-policy', 'allkeys-lru');
  await redis.config('SET', 'appendonly', 'no');
  const found = await findings(environment());
  await redis.config('SET', 'maxmemory-policy', 'noeviction');
  await redis.config('SET', 'appendonly', 'yes');
  redis.disconnect();
  expect(about(found, 'allkeys-lru')).toEqual({
    level: 'broken',
    what: 'Redis 内存满了会丢任务（allkeys-lru）',
    mend: '在 redis.conf 里写 maxmemory-policy noeviction',
  });
  expect(about(found, 'appendonly')).toMatchObject({ level: 'notice' });
});

test('a machine whose clock is a minute off is broken', async () => {
  const found = await findings(environment(), () => new Date(Date.now() + 60_000));
  expect(about(found, '时钟')).toMatchObject({ level: 'broken', what: '这台机器和数据库的时钟相差 60 秒' });
});

test('a year whose holidays are not known is said; the running one is broken, the next to be known', async () => {
  const known = await findings({ PORT: 'many' }, () => summer);
  expect(about(known, '2026 年')).toEqual({ level: 'fine', what: '2026 年的法定节假日和调休已知' });
  const unknown = await findings({ PORT: 'many' }, () => new Date('2099-07-01T00:00:00Z'));
  expect(about(unknown, '2099 年')).toMatchObject({ level: 'broken' });
  expect(about(unknown, '2100 年')).toMatchObject({ level: 'notice' });
});

describe('with Telegram', () => {
  let telegram: TelegramEmulator;
  beforeAll(async () => {
    telegram = new TelegramEmulator();
    await telegram.start();
  });
  afterAll(() => telegram.stop());

  const withTelegram = (token: string) =>
    environment({ TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: telegram.apiRoot });

  test('a bound group where the bot is no administrator cannot show it photos', async () => {
    const group = telegram.group({ title: '骑手群', bot: 'member' });
    const store = await createStore({ uri: servers.mongoUri, communityId: 'demo', log: silent });
    const seen = { platform: 'telegram', account: 'bot', kind: 'group' as const, person: null };
    const chat = await store.chats.resolve({ ...seen, nativeId: String(group.id), title: '骑手群' });
    await store.chats.bind(chat.id, { purpose: 'riders', area: 'linli' });
    await store.close();
    const found = await findings(withTelegram(telegram.token));
    expect(about(found, '群“骑手群”')).toMatchObject({ level: 'broken', mend: '请在群里把机器人设为管理员' });
  });

  test('a secret of a webhook without an https address is broken', async () => {
    const env = { ...withTelegram(telegram.token), TELEGRAM_WEBHOOK_SECRET: 'a-secret_of-the-webhook' };
    expect(about(await findings(env), '不是 https 的网址')).toMatchObject({ level: 'broken' });
    const plain = { ...env, PUBLIC_URL: 'http://127.0.0.1:3000' };
    expect(about(await findings(plain), '不是 https 的网址')).toMatchObject({ level: 'broken' });
  });

  test('the last steps: a director, bound groups, groups that threw the bot out, and what the program itself met', async () => {
    const store = await createStore({ uri: servers.mongoUri, communityId: 'demo', log: silent });
    const before = await findings(withTelegram(telegram.token));
    expect(about(before, '还没有主任')).toMatchObject({ level: 'notice' });
    const seen = { platform: 'telegram', account: 'bot', kind: 'group' as const, person: null };
    const chat = await store.chats.resolve({ ...seen, nativeId: '-1009', title: '居民群' });
    await store.chats.bind(chat.id, { purpose: 'residents', area: 'linli' });
    await store.chats.mark(chat.id, 'gone');
    await store.people.grant('lin-jing', '林静', 'director', 'linli');
    await store.people.bindIdentity('lin-jing', { platform: 'telegram', nativeId: '7001' });
    await store.incidents.open('telegram:conflict', '另有一个程序在收消息（409）', '请停掉另一个程序');
    const after = await findings(withTelegram(telegram.token));
    await store.incidents.close('telegram:conflict');
    await store.close();
    expect(about(after, '主任绑定了账号')).toEqual({ level: 'fine', what: '有 1 位主任绑定了账号' });
    expect(about(after, 'Telegram：绑定了')).toMatchObject({ level: 'fine' });
    expect(about(after, '群“居民群”：机器人不在群里了')).toMatchObject({ level: 'broken' });
    expect(about(after, '409')).toMatchObject({ level: 'broken', mend: '请停掉另一个程序' });
  });

  test('a token that Telegram does not know is broken, and is not shown', async () => {
    const token = '7000000002:AAnotTheTokenOfAnyBot-00000000000000';
    const found = await findings(withTelegram(token));
    expect(about(found, 'Telegram 不认这个令牌')).toMatchObject({ level: 'broken' });
    expect(JSON.stringify(found)).not.toContain('AAnotTheToken');
  });
});

test('WeChat: a gateway that does not answer and a token without a prefix are broken, and the token is not shown', async () => {
  const found = await findings({
    WECHATY_PUPPET: 'wechaty-puppet-service',
    WECHATY_PUPPET_SERVICE_TOKEN: 'aaaabbbbcccc',
    WECHATY_PUPPET_SERVICE_ENDPOINT: '127.0.0.1:9',
  });
  expect(about(found, '微信的网关连不上')).toMatchObject({ level: 'broken' });
  expect(about(found, '没有前缀')).toMatchObject({ level: 'broken' });
  expect(JSON.stringify(found)).not.toContain('aaaabbbbcccc');
});

test('WeChat: names that the library kept on the disk are out of reach of 忘记我, and the folder is named without the token', async () => {
  const token = `insecure_${randomUUID()}`;
  const wechat = { WECHATY_PUPPET: 'wechaty-puppet-service', WECHATY_PUPPET_SERVICE_TOKEN: token };
  const folder = join(homedir(), '.wechaty', 'wechaty-puppet-service', token);
  expect(about(await findings(wechat), '联系人名字')).toBeUndefined();
  mkdirSync(folder, { recursive: true });
  const found = await findings(wechat);
  rmSync(folder, { recursive: true });
  expect(about(found, '联系人名字')).toMatchObject({ level: 'notice' });
  expect(JSON.stringify(found)).not.toContain(token);
});

test('WeChat: a gateway elsewhere with the public certificate and a speed above the usual are said', async () => {
  const wechat = {
    WECHATY_PUPPET: 'wechaty-puppet-service',
    WECHATY_PUPPET_SERVICE_TOKEN: 'insecure_a-token',
    WECHATY_PUPPET_SERVICE_ENDPOINT: '127.0.0.1:9',
  };
  const usual = await findings(wechat);
  expect(about(usual, '每秒最多发')).toEqual({ level: 'fine', what: '微信每秒最多发 2 条' });
  expect(about(usual, '公开的证书')).toBeUndefined();
  const found = await findings({ ...wechat, WECHATY_PUPPET_SERVICE_ENDPOINT: '192.0.2.1:9', WECHATY_PER_SECOND: '9' });
  expect(about(found, '每秒最多发 9 条')).toMatchObject({ level: 'notice' });
  expect(about(found, '公开的证书')).toMatchObject({ level: 'notice' });
});

test('each numbered step of docs/platforms.md names what doctor says of it, in doctor’s own words', () => {
  const steps = readFileSync('docs/platforms.md', 'utf8')
    .split(/\n(?=\d+\. )/)
    .slice(1)
    .map((step) => step.split('\n\n')[0] ?? '');
  const sources = readdirSync('src/cli')
    .filter((file) => /^doctor.*(?<!test)\.ts$/.test(file))
    .map((file) => join('src/cli', file));
  const said = [
    ...sources,
    ...[
      'src/bots/telegram/check-telegram.ts',
      'src/bots/telegram/telegram.trouble.ts',
      'src/config.ts',
      'src/environment.ts',
    ],
  ]
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
  expect(steps.length).toBeGreaterThanOrEqual(12);
  for (const step of steps) {
    const named = [...(/Doctor:\s+(.+)$/s.exec(step)?.[1] ?? '').matchAll(/“([^”]+)”/g)].map(([, words = '']) => words);
    expect([step, named.length > 0 ? 'named' : 'not named']).toEqual([step, 'named']);
    for (const words of named) expect([words, said.includes(words)]).toEqual([words, true]);
  }
});

test('the verb prints each finding with how to mend it and ends with 1 when something is broken', async () => {
  const stdout = new PassThrough();
  const line = { args: [], stdin: new PassThrough(), stdout, stderr: new PassThrough() };
  expect(await runDoctor({ ...line, config: loadConfig({ DATA_DIR: dataDir }) })).toBe(1);
  expect(String(stdout.read())).toContain('✗ 内置的 Redis 没有在运行\n    怎么办：先 npm start，再在另一个窗口检查');
  expect(await runDoctor({ ...line, config: loadConfig(environment()) })).toBe(0);
});
