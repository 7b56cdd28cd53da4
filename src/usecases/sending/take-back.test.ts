import { aDraft } from '../../../test/support/a-commit';
import { aChat, aDelivery } from '../../../test/support/a-delivery';
import { fakePlatform, type FakePlatform } from '../../../test/support/fake-platform';
import { openStore, type OpenedStore } from '../../../test/support/open-store';
import type { Stores } from '../../store/store';

let database: OpenedStore;
let store: Stores;
let communities = 0;
beforeAll(async () => {
  database = await openStore();
});
afterAll(() => database.close());
beforeEach(async () => {
  communities += 1;
  store = await database.another({ communityId: `take-back-${communities}`, rememberMs: 0 });
});

/** A message that arrived (unless `sent` is false), and the row that takes it back. */
const shownAndRecalled = async (platform: FakePlatform, { sent = true } = {}) => {
  const chat = await aChat(store, 'riders');
  const { drain } = aDelivery(store, platform);
  const [shown] = await store.outbox.add([aDraft('shown', { chat })]);
  if (!shown) throw new Error('The row was not stored.');
  if (sent) await drain(chat);
  else await store.outbox.giveUp(shown.id, 'never sent');
  const say = {
    to: { chat },
    key: 'recall',
    urgency: 'prompt',
    recalls: shown.id,
    wording: 'ticket.taken-back',
    params: { number: 101 },
  } as const;
  const [recall] = await store.outbox.add([aDraft('recall', { chat, say })]);
  if (!recall) throw new Error('The row was not stored.');
  return { chat, drain: () => drain(chat), row: () => store.outbox.byId(recall.id) };
};

const how = ({ delivered }: FakePlatform) => delivered.map((each) => [each.how, each.as]);

test('a message is taken back, once', async () => {
  const platform = fakePlatform();
  const { drain, row } = await shownAndRecalled(platform);
  await drain();
  await drain();
  expect(how(platform)).toEqual([
    ['send', ['m1']],
    ['remove', ['m1']],
  ]);
  expect(await row()).toMatchObject({ state: 'sent', sentAs: [] });
});

test('what the platform does not delete is replaced by words', async () => {
  const platform = fakePlatform();
  const { drain, row } = await shownAndRecalled(platform);
  platform.next({ kind: 'refused', why: "message can't be deleted for everyone" });
  await drain();
  expect(how(platform).at(-1)).toEqual(['redact', ['m1']]);
  expect(platform.delivered.at(-1)?.text).toContain('收回了');
  expect(await row()).toMatchObject({ state: 'sent', sentAs: ['m1'] });
});

test('where nothing can be deleted nor replaced, it is given up and staff see where', async () => {
  const platform = fakePlatform({ removes: false, redacts: false });
  const { drain, row } = await shownAndRecalled(platform);
  await drain();
  expect(await row()).toMatchObject({ state: 'given-up' });
  expect((await store.incidents.list()).map(({ what }) => what)).toEqual([
    expect.stringContaining('“riders”里有一条消息收不回来'),
  ]);
});

test('a failure is tried again; after a lost answer the message is taken back all the same', async () => {
  const platform = fakePlatform();
  const { drain, row } = await shownAndRecalled(platform);
  platform.next('answer-lost');
  await drain();
  expect(await row()).toMatchObject({ state: 'sending' });
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  await drain();
  expect(await row()).toMatchObject({ state: 'sent', sentAs: [] });
});

test('a group that the bot was thrown out of: it is listed, not tried for ever', async () => {
  const platform = fakePlatform();
  const { drain, row } = await shownAndRecalled(platform);
  platform.next({ kind: 'gone', why: 'the bot was kicked' });
  await drain();
  expect(await row()).toMatchObject({ state: 'given-up' });
});

test('what never arrived is not asked for', async () => {
  const platform = fakePlatform();
  const { drain, row } = await shownAndRecalled(platform, { sent: false });
  await drain();
  expect(platform.asked()).toBe(0);
  expect(await row()).toMatchObject({ state: 'sent' });
});
