import { aCommunity, aPerson } from '../../../test/support/a-community';
import { openStore, type OpenedStore } from '../../../test/support/open-store';
import type { Pack } from '../../usecases/packs/pack';

let opened: OpenedStore;
beforeEach(async () => {
  opened = await openStore();
});
afterEach(() => opened.close());

const officers = [aPerson('wang', ['grid-worker@grid-2']), aPerson('lin', ['director@home'])];
const riders = { id: 'riders', title: '骑手群', purpose: 'riders', area: 'home', members: ['li'] } as const;

const aPack = (given: Partial<Pack> = {}): Pack => ({
  community: aCommunity({ officers }),
  people: [...officers, aPerson('li', ['rider@home'], { name: '李' })],
  chats: [{ ...riders, nativeIds: [{ platform: 'telegram', nativeId: '-100' }] }],
  offline: [],
  identities: [{ platform: 'telegram', nativeId: '7', person: 'wang' }],
  households: [],
  ...given,
});
const grid = (person: { id: string }) => person.id;

test('without a pack there is no community, and it says what to do', async () => {
  await expect(opened.store.communities.current()).rejects.toThrow('load its pack');
});

test('a pack is stored: its community, officers, groups, identities and private chats', async () => {
  const { savePack, communities, people, chats } = opened.store;
  expect(await savePack(aPack(), { ownIdsOn: ['sandbox'] })).toBe('loaded');
  const { officers: _officers, groups: _groups, ...base } = aCommunity();
  expect(await communities.current()).toEqual({
    ...base,
    officers: [officers[1], officers[0]],
    groups: [
      { id: 'riders@sandbox', title: '骑手群', purpose: 'riders', area: 'home' },
      { id: 'riders@telegram', title: '骑手群', purpose: 'riders', area: 'home' },
    ],
  });
  expect(await people.byId('li')).toEqual(aPerson('li', ['rider@home'], { name: '李' }));
  expect(await people.identify({ platform: 'telegram', nativeId: '7', name: 'x' })).toEqual({
    person: 'wang',
    known: true,
  });
  expect(await people.identify({ platform: 'sandbox', nativeId: 'li', name: 'x' })).toEqual({
    person: 'li',
    known: true,
  });
  expect((await chats.privateChats('wang')).map(({ platform, nativeId }) => `${platform} ${nativeId}`).sort()).toEqual([
    'sandbox wang',
    'telegram 7',
  ]);
  const met = await chats.resolve({
    ...{ platform: 'telegram', account: 'bot-1', nativeId: '-100', kind: 'group', title: '骑手群', person: null },
  });
  expect(met).toMatchObject({ id: 'riders@telegram', purpose: 'riders', area: 'home' });
});

test('the same pack again changes nothing: what people said since stays', async () => {
  const { savePack, communities, people } = opened.store;
  await savePack(aPack());
  await people.grant('li', '李', 'grid-leader', 'grid-2');
  const before = await communities.current();
  expect(await savePack(aPack())).toBe('unchanged');
  expect(await communities.current()).toBe(before);
  expect(before.officers.map(grid).sort()).toEqual(['li', 'lin', 'wang']);
});

test('two processes that load the same pack at once load it once', async () => {
  const other = await opened.another();
  const outcomes = await Promise.all([opened.store.savePack(aPack()), other.savePack(aPack())]);
  expect(outcomes.sort()).toEqual(['loaded', 'unchanged']);
});

test('a changed pack takes back what it no longer says and keeps what was given by chat', async () => {
  const { savePack, communities, people, chats } = opened.store;
  await savePack(aPack());
  await people.grant('wang', '王', 'volunteer', 'b6');
  const people2 = [aPerson('lin', ['director@home', 'inspector@home'])];
  await savePack(aPack({ people: people2, chats: [], identities: [] }));
  const community = await communities.current();
  expect(community.officers).toEqual(people2);
  expect(community.groups).toEqual([]);
  expect((await people.byId('wang'))?.roles).toEqual([{ role: 'volunteer', area: 'b6' }]);
  expect((await people.identify({ platform: 'telegram', nativeId: '7', name: 'x' })).known).toBe(false);
  expect(await chats.byId('riders@telegram')).toMatchObject({ purpose: null });
});

test('a pack of another community is refused', async () => {
  const pack = aPack({ community: aCommunity({ id: 'elsewhere' }) });
  await expect(opened.store.savePack(pack)).rejects.toThrow('"elsewhere"');
});

test('the snapshot is the same object until something in it changes, and then at once here, soon elsewhere', async () => {
  const { savePack, communities, people, chats } = opened.store;
  await savePack(aPack());
  const other = await opened.another({ communityPollMs: 20 });
  const [here, there] = [await communities.current(), await other.communities.current()];
  expect(await communities.current()).toBe(here);
  const duty = {
    person: 'wang',
    area: 'home',
    kind: 'absent',
    from: '2026-11-20T00:00:00.000Z',
    to: '2026-11-21T00:00:00.000Z',
    substitute: 'li',
    at: '2026-11-19T00:00:00.000Z',
    by: 'wang',
  } as const;
  await people.changeDuty(duty);
  expect((await communities.current()).dutyChanges).toEqual([duty]);
  await people.changeDuty(duty);
  const group = await chats.resolve({
    ...{ platform: 'telegram', account: 'bot-1', nativeId: '-200', kind: 'group', title: '居民群', person: null },
  });
  await chats.bind(group.id, { purpose: 'residents', area: 'b6' });
  const after = await communities.current();
  expect(after.dutyChanges).toEqual([duty]);
  expect(after.groups).toContainEqual({ id: group.id, title: '居民群', purpose: 'residents', area: 'b6' });
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect(await other.communities.current()).toEqual(after);
  expect(there.groups).toHaveLength(1);
});
