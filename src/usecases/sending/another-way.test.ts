import { aChat, aDelivery, aMessage } from '../../../test/support/a-delivery';
import { fakePlatform, type Mishap } from '../../../test/support/fake-platform';
import { openStore, type OpenedStore } from '../../../test/support/open-store';
import type { Stores } from '../../store/store';

let opened: OpenedStore;
let store: Stores;
beforeAll(async () => {
  opened = await openStore();
  store = opened.store;
});
afterAll(() => opened.close());

const accountOf = async (person: string, nativeId: string): Promise<string> => {
  const seen = { platform: 'fake', account: 'bot', nativeId, kind: 'private', title: nativeId, person } as const;
  return (await store.chats.resolve(seen)).id;
};

test('what does not reach one account goes to the other, once, and staff see it; with no other way it stays', async () => {
  const platform = fakePlatform();
  const woken: string[] = [];
  const { drain } = aDelivery(store, platform, {
    wakeUps: { drain: (chats) => Promise.resolve(void woken.push(...chats.map(({ chat }) => chat))) },
  });
  const [old, other] = [await accountOf('wang', 'old'), await accountOf('wang', 'new')];
  const message = aMessage(old, 1);
  const row = {
    ...message,
    person: 'wang',
    say: { ...message.say, to: { person: 'wang' }, urgency: 'critical' as const },
  };
  platform.next({ kind: 'unreachable', why: 'blocked' });
  await store.outbox.add([row]);
  await drain(old);
  expect(woken).toEqual([other]);
  await drain(other);
  expect(platform.delivered.map(({ chat }) => chat)).toEqual(['new']);
  expect((await store.incidents.list()).map(({ subject }) => subject)).toEqual([`way:${old}`]);

  platform.always({ kind: 'unreachable', why: 'blocked' });
  await store.outbox.add([{ ...row, effect: 'again' }]);
  for (const chat of [old, other, old, other]) await drain(chat);
  expect(platform.delivered).toHaveLength(1);
  expect((await store.incidents.list()).map(({ subject }) => subject)).toContain('unreachable:wang');
});

test('a group has no other way', async () => {
  const platform = fakePlatform();
  const { drain } = aDelivery(store, platform);
  const chat = await aChat(store, 'riders');
  platform.next({ kind: 'unreachable', why: 'gone' });
  await store.outbox.add([aMessage(chat, 2)]);
  await drain(chat);
  expect(platform.delivered).toEqual([]);
});

test.each<[string, Mishap]>([
  ['fails', 'fails'],
  ['is away and asks to wait', { kind: 'wait', ms: 1000 }],
])(
  'a danger does not wait for a platform that %s where the person has another account; what can wait does',
  async (named, mishap) => {
    const [away, other] = [fakePlatform(), fakePlatform()];
    const platforms = new Map([
      ['away', { ...away, name: 'away' }],
      ['fake', other],
    ]);
    let ms = Date.now();
    const { drain } = aDelivery(store, other, { platforms, machine: { now: () => new Date(ms) } });
    const seen = { account: 'bot', kind: 'private', person: `li ${named}`, title: '李强' } as const;
    const old = (await store.chats.resolve({ ...seen, platform: 'away', nativeId: `old ${named}` })).id;
    const used = (await store.chats.resolve({ ...seen, platform: 'fake', nativeId: `new ${named}` })).id;
    const message = aMessage(old, 7);
    const { person } = seen;
    const say = { ...message.say, to: { person } };
    await store.outbox.add([
      { ...message, person, effect: `danger ${named}`, say: { ...say, urgency: 'critical' } },
      { ...message, person, effect: `talk ${named}`, say: { ...say, key: 'talk' } },
    ]);
    away.always(mishap);
    for (let tries = 0; tries < 12; tries += 1) {
      await drain(old);
      ms += 10_000;
    }
    await drain(used);
    expect(other.delivered.map(({ chat }) => chat)).toEqual([`new ${named}`]);
    expect(
      (await store.outbox.undelivered(100)).filter(({ chat }) => chat === old).map(({ effect }) => effect),
    ).toEqual([`talk ${named}`]);
  },
);
