import { PassThrough } from 'node:stream';
import { startServers, type Servers } from '../../test/support/servers';
import { loadConfig } from '../config';
import { createStore } from '../store/store';
import { runInvite } from './invite';

jest.setTimeout(60_000);

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

let servers: Servers;
beforeAll(async () => {
  servers = await startServers();
});
afterAll(() => servers.stop());

const type = async (...args: string[]) => {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const config = loadConfig({
    ...{ MONGODB_URI: servers.mongoUri, REDIS_URL: servers.redisUrl },
    ...{ SECRET: 's'.repeat(32), FIELD_KEY: Buffer.alloc(32, 1).toString('base64') },
  });
  const code = await runInvite({ args, stdin: new PassThrough(), stdout, stderr, config });
  return { code, out: String(stdout.read() ?? ''), err: String(stderr.read() ?? '') };
};

test('a code is printed alone, and makes its taker a director of the community once', async () => {
  const { code, out } = await type('--role', 'director');
  expect(code).toBe(0);
  expect(out).toMatch(/^\d{4}-\d{4}\n$/);
  const store = await createStore({ uri: servers.mongoUri, communityId: 'demo', log: silent });
  const now = store.clock.now().toISOString();
  expect(await store.invites.take(out.trim(), now)).toMatchObject({ role: 'director', area: 'linli' });
  expect(await store.invites.take(out.trim(), now)).toBeNull();
  await store.close();
});

test('an area may be named', async () => {
  const { out, err } = await type('--role', 'grid-worker', '--area', 'grid-2');
  expect(err).toContain('第二网格');
  const store = await createStore({ uri: servers.mongoUri, communityId: 'demo', log: silent });
  expect(await store.invites.look(out.trim(), store.clock.now().toISOString())).toMatchObject({ area: 'grid-2' });
  await store.close();
});

test.each([
  [['--role', 'king'], 'invite --role resident|'],
  [[], 'invite --role resident|'],
  [['--colour', 'red'], 'invite --role resident|'],
  [['--role', 'director', '--area', 'moon'], 'grid-2 第二网格'],
])('%j is refused with what is possible', async (args, words) => {
  const { code, out, err } = await type(...args);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain(words);
});
