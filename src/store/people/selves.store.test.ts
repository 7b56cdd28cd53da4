import { move } from '../../domain/points/posting';
import { openStore, type OpenedStore } from '../../../test/support/open-store';
import type { Stores } from '../store';

let opened: OpenedStore;
let store: Stores;
beforeAll(async () => {
  opened = await openStore();
  store = opened.store;
});
afterAll(() => opened.close());

const at = '2026-11-20T02:00:00.000Z';

/** Somebody new on a platform, who has written. */
const aGuest = async (nativeId: string, name: string): Promise<string> => {
  const { person } = await store.people.identify({ platform: 'telegram', nativeId, name });
  await store.people.meet({ person, name, identity: { platform: 'telegram', account: 'bot-1', nativeId } });
  return person;
};

const earned = (person: string, points: number) =>
  store.ledger.postAll([
    { cause: `given:${person}`, at, reason: 'deed', entries: move('issued:deed', `person:${person}`, points) },
  ]);

test('accounts, chats, roles and points follow the person, in every process, and go back when they are parted', async () => {
  await store.people.grant('wang', '王芳', 'resident', 'home');
  const guest = await aGuest('501', '阿芳');
  await store.people.grant(guest, '阿芳', 'volunteer', 'home');
  await earned(guest, 30);
  await earned('wang', 5);
  const merge = { id: 'm1', from: guest, to: 'wang', name: '阿芳', at, by: 'chen' };
  expect(await store.selves.merge(merge)).toBe(true);
  expect(await store.selves.merge(merge)).toBe(true);

  const other = await opened.another();
  expect((await other.people.identify({ platform: 'telegram', nativeId: '501', name: '阿芳' })).person).toBe('wang');
  expect(await other.chats.privateChats('wang')).toEqual([
    expect.objectContaining({ nativeId: '501', person: 'wang' }),
  ]);
  expect((await other.people.byId('wang'))?.roles.map(({ role }) => role)).toEqual(['resident', 'volunteer']);
  expect(await other.ledger.balance('person:wang')).toBe(35);
  expect(await other.selves.aliases()).toEqual(new Map([[guest, 'wang']]));
  expect(await other.selves.lastOf('wang')).toEqual(merge);

  await store.ledger.postAll([
    { cause: 'spent', at, reason: 'redeemed', entries: move('person:wang', 'redeemed:shop', 20) },
  ]);
  expect(await store.selves.part('m1', 'chen', at)).toEqual(merge);
  expect(await store.selves.part('m1', 'chen', at)).toBeNull();
  expect((await store.people.identify({ platform: 'telegram', nativeId: '501', name: '阿芳' })).person).toBe(guest);
  expect((await store.people.byId('wang'))?.roles.map(({ role }) => role)).toEqual(['resident']);
  // As much as is left; nobody goes below zero, and the books still come to nothing.
  expect([await store.ledger.balance('person:wang'), await store.ledger.balance(`person:${guest}`)]).toEqual([0, 15]);
  expect((await store.ledger.books()).sum).toBe(0);
});

test('only a guest who is nobody else yet can turn out to be somebody; two at once are one merge', async () => {
  await store.people.grant('li', '李强', 'resident', 'home');
  const guest = await aGuest('502', '小李');
  const no = { from: 'li', to: 'wang', name: '李强', at, by: null };
  expect(await store.selves.merge({ ...no, id: 'm2' })).toBe(false);
  expect(await store.selves.merge({ ...no, id: 'm3', from: guest, to: 'nobody' })).toBe(false);
  const both = await Promise.all([
    store.selves.merge({ id: 'm4', from: guest, to: 'li', name: '小李', at, by: null }),
    store.selves.merge({ id: 'm5', from: guest, to: 'wang', name: '小李', at, by: null }),
  ]);
  expect(both.filter(Boolean)).toHaveLength(1);
});

test('what happened to a guest is read as the person from then on', async () => {
  const guest = await aGuest('503', '小周');
  const ref = { kind: 'gathering', id: 'g-503', number: null } as const;
  const opening = { kind: 'opened', at, person: guest };
  const change = { ref, expectedVersion: 0, state: { person: guest, by: { [guest]: 1 } }, events: [opening] };
  const index = { open: true, people: [guest], owner: null, category: null, area: null };
  const nothing = { words: [], photos: [], outbox: [], postings: [], guards: [], people: [] };
  await store.unitOfWork.commit({ ...nothing, cause: 'c-503', changes: [{ ...change, dueAt: null, index }] });
  await store.selves.merge({ id: 'm6', from: guest, to: 'li', name: '小周', at, by: null });
  expect(await store.matters.load('g-503')).toMatchObject({ state: { person: 'li', by: { li: 1 } } });
  expect(await store.matters.find({ person: 'li', limit: 5 })).toHaveLength(1);
  expect(await store.matters.events('g-503')).toEqual([{ ...opening, person: 'li' }]);
  await store.selves.part('m6', 'chen', at);
  expect(await store.matters.load('g-503')).toMatchObject({ state: { person: guest } });
});
