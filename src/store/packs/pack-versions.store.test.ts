import { parse } from 'yaml';
import { openStore } from '../../../test/support/open-store';

let opened: Awaited<ReturnType<typeof openStore>>;
beforeAll(async () => {
  opened = await openStore();
});
afterAll(() => opened.close());

const text = '# ours\npeople:\n  - { id: wang, name: 王芳, telegram: "12" }\n  - { id: li, name: 李强 }\n';
const version = (number: number, by: string | null) => ({
  ...{ number, at: '2026-11-20T01:00:00.000Z', by, parts: ['people'], restores: null, text },
});

test('a number is given once; the newest, and the newest of the file, are found', async () => {
  const { packVersions } = opened.store;
  expect(await packVersions.latest()).toBeNull();
  expect(await packVersions.add(version(1, null))).toBe(true);
  const both = await Promise.all([packVersions.add(version(2, 'lin')), packVersions.add(version(2, 'gao'))]);
  expect(both.filter(Boolean)).toHaveLength(1);
  expect(await packVersions.latest()).toMatchObject({ number: 2 });
  expect(await packVersions.latestOfFile()).toMatchObject({ number: 1, by: null });
  expect((await packVersions.list(10)).map(({ number }) => number)).toEqual([2, 1]);
});

test('whoever is forgotten is forgotten in every version, and the file is still known as the one that was read', async () => {
  const { packVersions, privacy } = opened.store;
  await privacy.erase('wang', []);
  for (const number of [1, 2]) {
    const found = await packVersions.byNumber(number);
    expect(found?.text).not.toMatch(/王芳|telegram/u);
    expect(parse(found?.text ?? '')).toMatchObject({ people: [{ id: 'wang' }, { id: 'li', name: '李强' }] });
    expect(found?.text).toContain('# ours');
    expect(found && packVersions.isOf(text, found)).toBe(true);
    expect(found && packVersions.isOf(`${text} `, found)).toBe(false);
  }
});
