import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { claimed, clock, resolved, type Life } from '../../test/support/a-ticket';
import { keepLife } from '../../test/support/keep-life';
import { startServers, type Servers } from '../../test/support/servers';
import { loadConfig } from '../config';
import { loadPack } from '../load-pack';
import { createStore, type Stores } from '../store/store';
import { runReplay } from './replay';

jest.setTimeout(60_000);

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

let servers: Servers;
let store: Stores;
let folder: string;

const type = async (...args: string[]) => {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const config = loadConfig({
    ...{ MONGODB_URI: servers.mongoUri, REDIS_URL: servers.redisUrl, PACK: 'packs/demo.yaml' },
    ...{ SECRET: 's'.repeat(32), FIELD_KEY: Buffer.alloc(32, 1).toString('base64') },
  });
  const code = await runReplay({ args, stdin: new PassThrough(), stdout, stderr, config });
  return { code, out: String(stdout.read() ?? ''), err: String(stderr.read() ?? '') };
};

const replay = async (yaml: string, from: string, to: string) => {
  const file = join(folder, 'new.yaml');
  await writeFile(file, yaml);
  return type('--policy', file, '--from', from, '--to', to);
};

const keep = (id: string, number: number, { events }: Life): Promise<void> => keepLife(store, { id, number }, [events]);

beforeAll(async () => {
  servers = await startServers();
  folder = await mkdtemp(join(tmpdir(), 'replay-'));
  store = await createStore({ uri: servers.mongoUri, communityId: 'demo', log: silent });
  await store.savePack(await loadPack('packs/demo.yaml'));
  // Reported on Friday 20 November 2026 at ten, done an hour later, the last one four minutes after that.
  await keep('a', 101, resolved());
  await keep('b', 102, resolved());
  await keep('c', 103, resolved(claimed(), clock('11:04')));
});
afterAll(async () => {
  await store.close();
  await rm(folder, { recursive: true });
  await servers.stop();
});

test('what a shorter deadline would have said, beside what was', async () => {
  const { code, out, err } = await replay(
    'policy: { warnShare: 0.5, classes: { 24h: { resolveMinutes: 61, claimMinutes: 30 } } }',
    '2026-11-20',
    '2026-11-20',
  );
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toContain('2026-11-20 – 2026-11-20：3 件 · tickets\n');
  expect(out).toContain(
    [
      '24h 办结 resolve：3',
      '    当时说了 really told  提醒 warned 0，超时 breached 0',
      '    今天的规定 today      提醒 warned 0，超时 breached 0',
      '    新的规定 proposed     提醒 warned 3，超时 breached 1，中位超 3 分钟 (median late, min)',
    ].join('\n'),
  );
});

test('the days are those of the community, the last one included', async () => {
  expect((await replay('{}', '2026-11-01', '2026-11-19')).out).toBe('2026-11-01 – 2026-11-19：0 件 · tickets\n');
  expect((await replay('{}', '2026-11-20', '2026-11-21')).out).toContain('：3 件');
});

test.each([
  ['policy: { classes: { 24h: { claimMinute: 5 } } }', 'new.yaml:1:'],
  ['policy: { classes: { 24h: { claimMinutes: 500, resolveMinutes: 60 } } }', 'claimed later than it is to be solved'],
  ['areas: []', 'new.yaml:1:1'],
])('%s is refused with its place', async (yaml, words) => {
  const { code, out, err } = await replay(yaml, '2026-11-20', '2026-11-20');
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain(words);
});

test.each([[[]], [['--policy', 'x.yaml', '--from', '2026-11-21', '--to', '2026-11-20']], [['--from', 'monday']]])(
  '%j is refused with what is possible',
  async (args) => {
    const { code, out, err } = await type(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('replay --policy FILE.yaml');
  },
);
