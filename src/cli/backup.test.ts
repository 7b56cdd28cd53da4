import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { gunzipSync, gzipSync } from 'node:zlib';
import { aDraft } from '../../test/support/a-commit';
import { silentLog } from '../../test/support/open-store';
import { startServers, type Servers } from '../../test/support/servers';
import { loadConfig } from '../config';
import { loadPack } from '../load-pack';
import { createStore, type Stores } from '../store/store';
import { runBackup } from './backup';

jest.setTimeout(60_000);

let servers: Servers;
let store: Stores;
let folder: string;

const type = async (args: readonly string[], uri = servers.mongoUri, given: { DATA_DIR?: string } = {}) => {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const config = loadConfig({
    ...{ MONGODB_URI: uri, REDIS_URL: servers.redisUrl, PACK: 'packs/demo.yaml' },
    ...given,
    ...{ SECRET: 's'.repeat(32), FIELD_KEY: Buffer.alloc(32, 1).toString('base64') },
  });
  const code = await runBackup({ args, stdin: new PassThrough(), stdout, stderr, config });
  return { code, out: String(stdout.read() ?? ''), err: String(stderr.read() ?? '') };
};

const emptyUri = (): string => {
  const uri = new URL(servers.mongoUri);
  uri.pathname = `/${uri.pathname.slice(1)}-restored`;
  return uri.href;
};

const everythingIn = async ({ connection }: Stores) => {
  const db = connection.getClient().db(connection.name);
  const names = (await connection.listCollections()).map(({ name }) => name).sort();
  const found = await Promise.all(
    names.map(async (name) => [name, await db.collection(name).find({}).toArray()] as const),
  );
  return Object.fromEntries(found.filter(([, documents]) => documents.length > 0));
};

beforeAll(async () => {
  servers = await startServers();
  store = await createStore({ uri: servers.mongoUri, communityId: 'demo', log: silentLog });
  await store.savePack(await loadPack('packs/demo.yaml'));
  // Bytes, dates and ids of the database's own kind come back as they were.
  await store.uploads.keep(Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(300_000, 7)]));
  await store.incidents.open('test', '“坏了”\n{"collection":"people"}', '修');
  folder = await mkdtemp(join(tmpdir(), 'linli-backup-'));
});
afterAll(async () => {
  await store.close();
  await servers.stop();
  await rm(folder, { recursive: true });
});

test('a backup is made, read back, and put into an empty database: everything is there, as it was', async () => {
  const before = await everythingIn(store);
  const made = await type(['make', '--to', folder]);
  expect([made.code, made.err]).toEqual([0, '']);
  const name = (await readdir(folder)).find((each) => each.endsWith('.gz')) ?? '';
  expect(name).toMatch(/^linli-demo-\d{8}T\d{6}Z\.gz$/);
  expect((await stat(join(folder, name))).mode & 0o777).toBe(0o600);
  expect(await store.backups.last()).toMatchObject({ file: name, verifiedAt: expect.any(Date) as Date });
  expect((await type(['verify', join(folder, name)])).out).toContain('完整');
  expect(await type(['restore', join(folder, name)], emptyUri())).toMatchObject({ code: 0 });
  const restored = await createStore({ uri: emptyUri(), communityId: 'demo', log: silentLog });
  const found = await everythingIn(restored);
  await restored.close();
  const { migrations: _ran, leases: _held, ...rest } = before;
  expect(found).toMatchObject(rest);
  expect(await type(['restore', join(folder, name)], emptyUri())).toMatchObject({
    code: 1,
    err: expect.stringContaining('已经有东西') as string,
  });
});

test('one that is cut off, or of which a letter is another, is none; nothing of it is put in', async () => {
  const name = (await readdir(folder)).find((each) => each.endsWith('.gz')) ?? '';
  const lines = gunzipSync(await readFile(join(folder, name))).toString();
  const cut = join(folder, 'cut.gz');
  await writeFile(cut, gzipSync(lines.slice(0, lines.lastIndexOf('\n', lines.length - 2) + 1)));
  expect(await type(['verify', cut])).toMatchObject({ code: 1, err: expect.stringContaining('cut off') as string });
  const changed = join(folder, 'changed.gz');
  await writeFile(changed, gzipSync(lines.replace('坏了', '好了')));
  expect(await type(['verify', changed])).toMatchObject({ code: 1 });
  const uri = emptyUri().replace('-restored', '-never');
  expect(await type(['restore', changed], uri)).toMatchObject({ code: 1 });
  const never = await createStore({ uri, communityId: 'demo', log: silentLog });
  expect((await everythingIn(never))['incidents']).toBeUndefined();
  await never.close();
  expect(await type(['verify', join(folder, 'nowhere.gz')])).toMatchObject({ code: 1 });
});

test('as many are kept as wished, the newest; other files are left alone', async () => {
  for (const day of ['01', '02', '03']) await writeFile(join(folder, `linli-demo-202601${day}T000000Z.gz`), '');
  await writeFile(join(folder, 'linli-other-20260101T000000Z.gz'), '');
  expect(await type(['make', '--to', folder, '--keep', '2'])).toMatchObject({ code: 0 });
  const left = (await readdir(folder)).sort();
  expect(left.filter((name) => /^linli-demo-.*\.gz$/u.test(name))).toHaveLength(2);
  expect(left).toEqual(expect.arrayContaining(['changed.gz', 'cut.gz', 'linli-other-20260101T000000Z.gz']));
  expect(left).not.toContain('linli-demo-20260103T000000Z.gz');
});

test('put back, nobody is signed in, nothing old is said again, and whoever was erased since is erased again', async () => {
  const own = await mkdtemp(join(tmpdir(), 'linli-backup-'));
  const identity = { platform: 'wechat', account: 'w', nativeId: 'wx' };
  await store.people.meet({ person: 'liu', name: '刘建国', identity });
  const db = store.connection.getClient().db(store.connection.name);
  const ways = ['sessions', 'links', 'invites', 'computers'];
  for (const name of ways) await db.collection(name).insertOne({ communityId: 'demo', person: 'liu' });
  const [old, fresh] = await store.outbox.add([aDraft('old', { chat: 'far' }), aDraft('fresh', { chat: 'far' })]);
  const rows = db.collection<{ id: string; createdAt: Date }>('outbox');
  await rows.updateOne({ id: old?.id ?? '' }, { $set: { createdAt: new Date(Date.now() - 3_600_000) } });
  await type(['make', '--to', own]);
  const first = (await readdir(own)).find((name) => name.endsWith('.gz')) ?? '';
  // Another one was put where nothing can be reached any more: that holds up nobody's erasure.
  const gone = await mkdtemp(join(tmpdir(), 'linli-backup-'));
  expect(await type(['make', '--to', gone])).toMatchObject({ code: 0 });
  await rm(gone, { recursive: true });
  // He is erased after the last backup, and that is put back: no other was made since.
  await store.privacy.erased('liu', new Date().toISOString(), await store.privacy.erase('liu', []), null);
  const uri = emptyUri().replace('-restored', '-later');
  const said = await type(['restore', join(own, first)], uri);
  expect(said).toMatchObject({ code: 0, out: expect.stringMatching(/1 人会再删一次[^]*重新登录/) as string });
  const later = await createStore({ uri, communityId: 'demo', log: silentLog });
  const found = await everythingIn(later);
  for (const name of ways) expect(found[name]).toBeUndefined();
  expect(await later.outbox.byId(old?.id ?? '')).toMatchObject({ state: 'given-up' });
  expect(await later.outbox.byId(fresh?.id ?? '')).toMatchObject({ state: 'ready' });
  expect((await later.people.byId('liu'))?.name).toBe('刘建国');
  expect(await later.privacy.due(new Date().toISOString(), 9)).toEqual(['liu']);
  await later.close();
  expect(await readFile(join(own, 'linli-demo-erased.json'), 'utf8')).not.toContain('刘建国');
  await rm(own, { recursive: true });
});

test('a folder others may write to is refused; beside the keys, it says where both belong', async () => {
  const data = await mkdtemp(join(tmpdir(), 'linli-backup-'));
  const beside = await type(['make'], servers.mongoUri, { DATA_DIR: data });
  expect(beside).toMatchObject({ code: 0, out: expect.stringContaining('secrets.json') as string });
  await chmod(join(data, 'backups'), 0o777);
  const open = await type(['make'], servers.mongoUri, { DATA_DIR: data });
  expect(open).toMatchObject({ code: 1, err: expect.stringContaining('chmod 700') as string });
  await rm(data, { recursive: true });
});

test.each([[[]], [['make', 'x']], [['make', '--keep', '0']], [['restore']], [['burn', 'x']], [['make', '--what']]])(
  'typed wrongly (%j), it says how',
  async (args) => {
    expect(await type(args)).toMatchObject({ code: 2, err: expect.stringContaining('backup make') as string });
  },
);
