import { aCommunity, aPerson } from '../../../test/support/a-community';
import { aCommit } from '../../../test/support/a-commit';
import { openStore, type OpenedStore } from '../../../test/support/open-store';
import type { Stores } from '../store';

let opened: OpenedStore;
let store: Stores;
beforeAll(async () => {
  opened = await openStore();
  store = opened.store;
});
afterAll(() => opened.close());

const telegram = (nativeId: string) => ({ platform: 'telegram', nativeId });
const sender = (person: string, nativeId: string, name = '小李') => ({
  person,
  name,
  identity: { ...telegram(nativeId), account: 'bot-1' },
});

test('a stranger is the same guest in every process, without a write', async () => {
  const other = await opened.another();
  const here = await store.people.identify({ ...telegram('1'), name: 'a' });
  expect(here).toEqual({ person: expect.stringMatching(/^guest-[\w-]{16}$/) as string, known: false });
  expect(await other.people.identify({ ...telegram('1'), name: 'renamed' })).toEqual(here);
  expect((await store.people.identify({ platform: 'wechat', nativeId: '1', name: 'a' })).person).not.toBe(here.person);
  expect(await store.people.byId(here.person)).toBeNull();
});

test('who is met is stored once, with identity and a private chat; a guest when new', async () => {
  const { person } = await store.people.identify({ ...telegram('2'), name: '小李' });
  const other = await opened.another();
  const met = await Promise.all([store.people.meet(sender(person, '2')), other.people.meet(sender(person, '2'))]);
  const guest = { id: person, name: '小李', roles: [], building: null, language: 'zh', guest: true };
  expect(met).toEqual([guest, guest]);
  expect(await (await opened.another()).people.identify({ ...telegram('2'), name: '小李' })).toEqual({
    person,
    known: true,
  });
  expect(await store.chats.privateChats(person)).toEqual([
    expect.objectContaining({ platform: 'telegram', account: 'bot-1', nativeId: '2', kind: 'private', person }),
  ]);
});

test('a guest who became a reporter in a commit is known at once where it was committed', async () => {
  const { person, known } = await store.people.identify({ ...telegram('3'), name: 'c' });
  await store.unitOfWork.commit(
    aCommit('guest reports', { people: [aPerson(person, [], { guest: true, name: 'c' })] }),
  );
  const again = await store.people.identify({ ...telegram('3'), name: 'c' });
  expect([known, again]).toEqual([false, { person, known: true }]);
});

test('a commit does not change a person who exists', async () => {
  await store.people.grant('old', '老张', 'volunteer', 'b6');
  await store.unitOfWork.commit(aCommit('old again', { people: [aPerson('old', [], { guest: true, name: 'x' })] }));
  expect(await store.people.byId('old')).toMatchObject({ name: '老张', guest: false });
});

test('an identity that is bound leads to its person, here at once and elsewhere when memory ends', async () => {
  const other = await opened.another({ rememberMs: 0 });
  const before = await store.people.identify({ ...telegram('4'), name: 'd' });
  await store.people.grant('wang', '王伟', 'grid-worker', 'grid-2');
  await store.people.bindIdentity('wang', telegram('4'));
  const bound = { person: 'wang', known: true };
  expect(before.known).toBe(false);
  expect(await store.people.identify({ ...telegram('4'), name: 'd' })).toEqual(bound);
  expect(await other.people.identify({ ...telegram('4'), name: 'd' })).toEqual(bound);
});

test('roles add up, each once', async () => {
  await store.people.grant('he', '何', 'volunteer', 'home');
  await store.people.grant('he', '何姐', 'grid-leader', 'grid-2');
  await store.people.grant('he', '何姐', 'grid-leader', 'grid-2');
  expect(await store.people.byId('he')).toEqual({
    id: 'he',
    name: '何姐',
    roles: [
      { role: 'volunteer', area: 'home' },
      { role: 'grid-leader', area: 'grid-2' },
    ],
    building: null,
    language: 'zh',
    guest: false,
  });
  expect(await store.people.byName('何姐')).toHaveLength(1);
  expect((await store.people.byIds(['nobody', 'wang', 'he'])).map(({ id }) => id)).toEqual(['wang', 'he']);
});

test('what another process changed is forgotten here as soon as the community is looked at', async () => {
  const { savePack } = store;
  await savePack({
    community: aCommunity({ officers: [] }),
    people: [],
    offline: [],
    chats: [],
    identities: [],
    households: [],
  });
  const other = await opened.another({ communityPollMs: 0 });
  const identity = { ...telegram('9'), name: 'e' };
  expect((await other.people.identify(identity)).known).toBe(false);
  await store.people.grant('he', '何姐', 'staff', 'home');
  await store.people.bindIdentity('he', telegram('9'));
  await other.communities.current();
  expect(await other.people.identify(identity)).toEqual({ person: 'he', known: true });
});
