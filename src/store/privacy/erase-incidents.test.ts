import { aDraft } from '../../../test/support/a-commit';
import { openStore, type OpenedStore } from '../../../test/support/open-store';

let opened: OpenedStore;
beforeAll(async () => {
  opened = await openStore();
});
afterAll(() => opened.close());

const chatOf = async (person: string, title: string): Promise<string> => {
  const { people, chats } = opened.store;
  const identity = { platform: 'wechat', account: 'w', nativeId: person };
  await people.meet({ person, name: title, identity });
  return (await chats.resolve({ ...identity, kind: 'private', title, person })).id;
};

test('whoever is erased stands in no trouble any more, open or over, and other people stay in theirs', async () => {
  const { incidents, outbox, privacy, connection } = opened.store;
  const chat = await chatOf('liu', '刘建国');
  const other = await chatOf('zhao', '赵小飞');
  const say = async (to: string): Promise<string> => {
    const [row] = await outbox.add([aDraft(`to ${to}`, { chat: to })]);
    return row?.id ?? '';
  };
  const subjects = [
    `unreachable:liu`,
    `unreachable:${chat}`,
    `way:${chat}`,
    `delivery:${chat}`,
    `refused:${await say(chat)}`,
  ];
  for (const subject of subjects) await incidents.open(subject, '发给“刘建国”的消息送不到', '请打电话');
  await incidents.close(`way:${chat}`);
  await incidents.open(`refused:${await say(other)}`, '平台不收发往“赵小飞”的一条消息', '请打电话');
  await privacy.erase('liu', []);
  const left = await connection.getClient().db(connection.name).collection('incidents').find().toArray();
  expect(left.map(({ what }) => String(what))).toEqual(['平台不收发往“赵小飞”的一条消息']);
});

test('a trouble that is over is forgotten after its days, and one of a message with the message', async () => {
  const { incidents, privacy } = opened.store;
  const kept = { words: '2000-01-01T00:00:00.000Z', photos: '2000-01-01T00:00:00.000Z' };
  await incidents.open('telegram', 'The token is refused.', 'Set it.');
  await incidents.open('refused:row', '平台不收发往“刘建国”的一条消息', '请打电话');
  await incidents.close('telegram');
  const before = { ...kept, troubles: new Date(Date.now() - 60_000).toISOString(), messages: kept.words };
  expect((await privacy.retain(before, before.troubles)).troubles).toBe(0);
  const after = new Date(Date.now() + 60_000).toISOString();
  expect((await privacy.retain({ ...before, troubles: after }, after)).troubles).toBe(1);
  expect((await privacy.retain({ ...before, messages: after }, after)).troubles).toBeGreaterThan(0);
  expect(await incidents.list()).toEqual([]);
});
