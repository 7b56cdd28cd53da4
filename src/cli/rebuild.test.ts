import { PassThrough } from 'node:stream';
import { claimed, reported, resolved, type Life } from '../../test/support/a-ticket';
import { aCommit } from '../../test/support/a-commit';
import { keepLife } from '../../test/support/keep-life';
import { startServers, type Servers } from '../../test/support/servers';
import { loadConfig } from '../config';
import { loadPack } from '../load-pack';
import { createStore, type Stores } from '../store/store';
import { runRebuild } from './rebuild';

jest.setTimeout(60_000);

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

let servers: Servers;
let store: Stores;
const many = 450;

const environment = () => ({
  ...{ MONGODB_URI: servers.mongoUri, REDIS_URL: servers.redisUrl, PACK: 'packs/demo.yaml' },
  ...{ SECRET: 's'.repeat(32), FIELD_KEY: Buffer.alloc(32, 1).toString('base64') },
});

const type = async (...args: string[]) => {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const code = await runRebuild({ args, stdin: new PassThrough(), stdout, stderr, config: loadConfig(environment()) });
  return { code, out: String(stdout.read() ?? ''), err: String(stderr.read() ?? '') };
};

const keep = (id: string, number: number, { decisions }: Life): Promise<void> =>
  keepLife(
    store,
    { id, number },
    decisions.map(({ events }) => events),
  );

const posting = (cause: string, points: number) => ({
  cause,
  at: '2026-11-20T02:00:00.000Z',
  reason: 'report' as const,
  entries: [
    { account: 'person:zhao' as const, points },
    { account: 'issued:report' as const, points: -points },
  ],
});

beforeAll(async () => {
  servers = await startServers();
  store = await createStore({ uri: servers.mongoUri, communityId: 'demo', log: silent });
  await store.savePack(await loadPack('packs/demo.yaml'));
  await keep('a', 101, resolved());
  await keep('b', 102, claimed());
  const life = reported();
  for (let index = 0; index < many; index += 1) await keep(`m${index}`, 1000 + index, life);
  await store.unitOfWork.commit(aCommit('points', { postings: [posting('ticket-101:report', 10)] }));
});
afterAll(async () => {
  await store.close();
  await servers.stop();
});

const collection = (name: string) => store.connection.getClient().db(store.connection.name).collection(name);
const matter = (id: string) => ({ id, communityId: 'demo' });

test('what the engine stored is what its events make: everything was looked at, nothing differs', async () => {
  expect(await type()).toEqual({
    code: 0,
    out: '看了 452 件事、1 个账户 · looked at 452 matters, 1 accounts\n没有不一致 · no differences\n',
    err: '',
  });
});

test('each difference is told and left alone; --write mends it; then there is none', async () => {
  const before = await collection('matters').findOne(matter('b'));
  await collection('matters').updateOne(matter('b'), { $set: { 'state.claimedBy': 'li', open: false, dueAt: null } });
  await collection('balances').updateOne({ account: 'person:zhao' }, { $set: { points: 35 } });
  const told = await type();
  expect(told.code).toBe(1);
  expect(told.out).toContain('#102  state.claimedBy\n    存的 stored      "li"\n    重算 recomputed  "wang"\n');
  expect(told.out).toContain('#102  index.open\n    存的 stored      false\n    重算 recomputed  true\n');
  expect(told.out).toMatch(/#102 {2}dueAt\n {4}存的 stored {6}null\n {4}重算 recomputed {2}"2026-11-2/);
  expect(told.out).toContain('person:zhao  balance\n    存的 stored      35\n    重算 recomputed  10\n');
  expect(told.out).toContain('4 处不一致');
  expect(await collection('matters').findOne(matter('b'))).toMatchObject({ open: false });
  const mended = await type('--write');
  expect(mended).toMatchObject({ code: 0, err: '' });
  expect(mended.out).toContain('改正了 2 件 · 2 mended\n');
  expect(await collection('matters').findOne(matter('b'))).toEqual({ ...before, version: 3 });
  expect(await store.ledger.balance('person:zhao')).toBe(10);
  expect((await type()).out).toContain('没有不一致');
});

test('what cannot be recomputed is told and never written', async () => {
  const before = await collection('matters').findOne(matter('a'));
  await collection('events').deleteOne({ communityId: 'demo', matter: 'a', version: 1, index: 0 });
  const told = await type('--write');
  expect(told.code).toBe(1);
  expect(told.out).toContain('#101  events');
  expect(told.out).toContain('1 not mended');
  expect(await collection('matters').findOne(matter('a'))).toEqual(before);
});

test('what it does not know is refused with what is possible', async () => {
  expect(await type('--mend')).toEqual({ code: 2, out: '', err: 'rebuild [--write]\n' });
});
