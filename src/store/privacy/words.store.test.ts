import { randomBytes } from 'node:crypto';
import { openStore, type OpenedStore } from '../../../test/support/open-store';
import type { Commit, WordsDocument } from '../../usecases/ports';

const [key, newer, foreign] = [randomBytes(32), randomBytes(32), randomBytes(32)];
let opened: OpenedStore;
beforeAll(async () => {
  opened = await openStore({ fieldKeys: [key] });
});
afterAll(() => opened.close());

const words = (id: string, text: string): WordsDocument => ({
  ...{ id, matter: 'care-1', by: 'wang', text, at: '2026-11-20T02:00:00.000Z', sealed: true },
});

const commit = (cause: string, ...given: readonly WordsDocument[]): Commit => ({
  ...{ cause, changes: [], words: given, photos: [], outbox: [], postings: [], guards: [], people: [] },
});

test('sealed words come back as they were and lie in the database unreadable', async () => {
  const { store } = opened;
  expect(await store.unitOfWork.commit(commit('one', words('w1', '女儿 13800001234')))).toMatchObject({
    kind: 'committed',
  });
  expect(await store.words.byIds(['w1'])).toEqual([words('w1', '女儿 13800001234')]);
  const raw = await store.connection.collection('words').find().toArray();
  expect(raw).toHaveLength(1);
  expect(JSON.stringify(raw)).not.toContain('13800001234');
});

test('a newer key in front seals, the older one still opens', async () => {
  const other = await opened.another({ fieldKeys: [newer, key] });
  await other.words.keep(words('w2', '住 6号楼'));
  expect((await other.words.byIds(['w1', 'w2'])).map(({ text }) => text)).toEqual(['女儿 13800001234', '住 6号楼']);
});

test('with another key the words are left out and staff are told; so are words moved to another document', async () => {
  const other = await opened.another({ fieldKeys: [foreign] });
  expect(await other.words.byIds(['w1'])).toEqual([]);
  const { store } = opened;
  const raw = store.connection.collection<{ _id: string; id: string; text: string }>('words');
  const [first, second] = [await raw.findOne({ id: 'w1' }), await raw.findOne({ id: 'w2' })];
  await raw.updateOne({ id: 'w2' }, { $set: { text: first?.text ?? '' } });
  expect(second?.text).not.toBe(first?.text);
  expect(await store.words.byIds(['w2'])).toEqual([]);
  expect((await store.incidents.list()).map(({ subject }) => subject).sort()).toEqual([
    'sealed:damaged',
    'sealed:other-key',
  ]);
});

test('without a key nothing is written, not even in the clear', async () => {
  const other = await opened.another({ fieldKeys: [] });
  await expect(other.unitOfWork.commit(commit('none', words('w3', 'x')))).rejects.toThrow('FIELD_KEY');
  expect(await opened.store.words.byIds(['w3'])).toEqual([]);
});
