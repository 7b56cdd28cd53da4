import { resolve } from 'node:path';
import { loadConfig, type Config, type ConfigProblem } from './config';

const given = (env: Record<string, string>): Config => {
  const result = loadConfig(env);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.config;
};

const refused = (env: Record<string, string>): readonly ConfigProblem[] => {
  const result = loadConfig(env);
  return result.ok ? [] : result.problems;
};

const secret = 's'.repeat(32);
const fieldKey = Buffer.alloc(32, 7).toString('base64');
const services = {
  MONGODB_URI: 'mongodb://a.example:27017,b.example:27017/linli?replicaSet=rs',
  REDIS_URL: 'redis://r.example:6379',
  SECRET: secret,
  FIELD_KEY: fieldKey,
};

test('nothing set is the embedded start: sandbox, one process, everything under .data', () => {
  expect(given({ PATH: '/bin' })).toEqual({
    production: false,
    mongoUri: null,
    redisUrl: null,
    dataDir: resolve('.data'),
    programs: { path: '/bin', mongod: null, cacheHome: null },
    host: '127.0.0.1',
    port: 3000,
    publicUrl: null,
    packFile: resolve('packs/demo.yaml'),
    roles: ['web', 'bots', 'jobs'],
    sandbox: true,
    sandboxStart: null,
    secret: null,
    fieldKeys: [],
    logLevel: 'info',
    metricsToken: null,
    llm: null,
    vision: null,
    telegram: null,
    wechaty: null,
  });
});

test('a variable set to nothing is not set', () => {
  expect(given({ MONGODB_URI: '', PORT: ' ', SANDBOX: '' })).toEqual(given({}));
});

test('services of its own: no sandbox unless it is asked for', () => {
  expect(given(services)).toMatchObject({
    mongoUri: services.MONGODB_URI,
    redisUrl: services.REDIS_URL,
    sandbox: false,
  });
  expect(given({ ...services, SANDBOX: '1' }).sandbox).toBe(true);
});

test('services of its own need secrets that all processes share', () => {
  const problem = 'must be set when MONGODB_URI or REDIS_URL is set';
  expect(refused({ MONGODB_URI: services.MONGODB_URI, REDIS_URL: services.REDIS_URL })).toEqual([
    { variable: 'SECRET', problem },
    { variable: 'FIELD_KEY', problem },
  ]);
});

test.each([
  ['in production', { NODE_ENV: 'production' }, 'is refused when NODE_ENV=production'],
  ['in one process of several', { ROLES: 'web,jobs' }, 'is refused unless one process has all ROLES (web,bots,jobs)'],
  ['open to the network', { HOST: '0.0.0.0' }, 'is refused when HOST is not this machine only (127.0.0.1)'],
])('a sandbox %s is refused, and is not there by itself', (_where, env, problem) => {
  expect(refused({ ...env, SANDBOX: '1' })).toEqual([{ variable: 'SANDBOX', problem }]);
  expect(given(env).sandbox).toBe(false);
});

test('the field key is 32 bytes, in base64 or hex', () => {
  expect(given({ FIELD_KEY: fieldKey }).fieldKeys).toEqual([Buffer.alloc(32, 7)]);
  expect(given({ FIELD_KEY: '07'.repeat(32) }).fieldKeys).toEqual([Buffer.alloc(32, 7)]);
  expect(refused({ FIELD_KEY: 'dG9vIHNob3J0' }).map(({ variable }) => variable)).toEqual(['FIELD_KEY']);
});

test('a new field key stands before the old ones', () => {
  const both = given({ FIELD_KEY: `${'08'.repeat(32)}, ${fieldKey}` }).fieldKeys;
  expect(both).toEqual([Buffer.alloc(32, 8), Buffer.alloc(32, 7)]);
  expect(refused({ FIELD_KEY: `${fieldKey},` }).map(({ variable }) => variable)).toEqual(['FIELD_KEY']);
});

test('roles are a list without doubles', () => {
  expect(given({ ROLES: 'jobs, web,jobs' }).roles).toEqual(['jobs', 'web']);
  expect(refused({ ROLES: 'web,mail' })).toEqual([{ variable: 'ROLES', problem: 'must be some of web,bots,jobs' }]);
});

test('telegram is there with a token; its address loses the slash at the end', () => {
  expect(given({ TELEGRAM_BOT_TOKEN: '1:a', TELEGRAM_API_ROOT: 'http://127.0.0.1:8081/' }).telegram).toEqual({
    token: '1:a',
    apiRoot: 'http://127.0.0.1:8081',
    webhookSecret: null,
  });
});

test('wechat keeps to the adapter’s speed unless another one is given', () => {
  const wechat = { WECHATY_PUPPET: 'wechaty-puppet-service', WECHATY_PUPPET_SERVICE_TOKEN: 'insecure_a' };
  const found = { puppet: 'wechaty-puppet-service', token: 'insecure_a', endpoint: null };
  expect(given(wechat).wechaty).toEqual({ ...found, perSecond: null });
  expect(given({ ...wechat, WECHATY_PER_SECOND: '1' }).wechaty).toEqual({ ...found, perSecond: 1 });
  expect(refused({ ...wechat, WECHATY_PER_SECOND: '0' }).map(({ variable }) => variable)).toEqual([
    'WECHATY_PER_SECOND',
  ]);
  expect(refused({ WECHATY_PER_SECOND: '1' }).map(({ variable }) => variable)).toEqual(['WECHATY_PUPPET']);
});

test('an outside model is there with an address; its key and name alone are a mistake', () => {
  expect(given({ LLM_URL: 'https://llm.example/v1/chat/completions' }).llm).toEqual({
    url: 'https://llm.example/v1/chat/completions',
    key: null,
    model: null,
  });
  expect(given({ LLM_URL: 'http://127.0.0.1:8080/v1', LLM_KEY: 'k', LLM_MODEL: 'm' }).llm).toEqual({
    url: 'http://127.0.0.1:8080/v1',
    key: 'k',
    model: 'm',
  });
  const problem = 'must be set when LLM_KEY or LLM_MODEL is set';
  expect(refused({ LLM_KEY: 'k' })).toEqual([{ variable: 'LLM_URL', problem }]);
  expect(refused({ LLM_MODEL: 'm' })).toEqual([{ variable: 'LLM_URL', problem }]);
});

test('the sandbox may begin at a moment', () => {
  expect(given({ SANDBOX_START: '2026-03-02T09:00:00+08:00' }).sandboxStart).toEqual(new Date('2026-03-02T01:00:00Z'));
  expect(refused({ SANDBOX_START: 'monday' }).map(({ variable }) => variable)).toEqual(['SANDBOX_START']);
});

test('every problem is named at once, and no value is ever shown', () => {
  const wrong = {
    MONGODB_URI: 'hunter2-mongo',
    REDIS_URL: 'http://hunter2',
    PORT: 'hunter2',
    PUBLIC_URL: 'hunter2',
    ROLES: 'hunter2',
    SANDBOX: 'hunter2',
    SANDBOX_START: 'hunter2',
    SECRET: 'hunter2',
    FIELD_KEY: 'hunter2',
    LOG_LEVEL: 'hunter2',
    LLM_URL: 'hunter2',
    TELEGRAM_BOT_TOKEN: 'hunter2',
    TELEGRAM_API_ROOT: 'hunter2',
    TELEGRAM_WEBHOOK_SECRET: 'hunter2',
  };
  const problems = refused(wrong);
  expect(problems.map(({ variable }) => variable).sort()).toEqual(Object.keys(wrong).sort());
  expect(JSON.stringify(problems)).not.toContain('hunter2');
});
