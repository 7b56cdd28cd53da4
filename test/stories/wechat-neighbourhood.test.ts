import { aSilkVoice } from '../support/a-silk-voice';
import { createStore } from '../../src/store/store';
import { silentLog } from '../support/open-store';
import { until } from '../support/wechat/until';
import { wechatStory, type WechatStory } from '../support/story-wechat';

jest.setTimeout(120_000);

let world: WechatStory;
beforeEach(async () => {
  world = await wechatStory();
});
afterEach(() => world.stop());

const nothingPrivate = (): void => {
  for (const group of ['riders', 'residents'])
    for (const { text } of world.group(group)) expect(text).not.toMatch(/赵小飞|王芳|1[3-9]\d{9}/);
};

test('from the photo to the archive by words, quotes and numbers: no buttons, two cards, nobody named in the group', async () => {
  world.posts('zhao-fei', 'riders', { photo: 'cars' });
  world.posts('zhao-fei', 'riders', { text: '6号楼门口又停满了，电动车出不去' });
  const first = await world.hears({ group: 'riders' }, /^#101 停车｜6号楼/);
  expect(first.text).toMatch(/收到，谢谢您。已请第二网格处理，最晚.+答复。\n您也遇到了，就回“我也是 #101”。$/);

  const asked = await world.hears({ person: 'wang-fang' }, /^#101 停车｜6号楼.*\n骑手说：“6号楼门口/);
  expect(asked.text).toMatch(/能办请回“接 #101”/);
  world.writes('wang-fang', { text: '接', quotes: asked });
  await until(async () => (await world.ticket(101)).owner === 'wang-fang');
  world.writes('wang-fang', { photo: 'clean' });
  world.writes('wang-fang', { text: '办结 #101 已拖走' });

  const question = await world.hears({ person: 'zhao-fei' }, /解决了，满意回 1/);
  expect(question.text).toMatch(/没解决回 3；还没去看回 4/);
  world.writes('zhao-fei', { text: '１' });
  await until(async () => (await world.ticket(101)).state === 'archived');
  expect(await world.ticket(101)).toMatchObject({ solved: true, satisfied: true, reopenings: 0 });
  await world.hears({ person: 'zhao-fei' }, /10分/);
  expect((await world.books()).sum).toBe(0);

  await until(() => world.group('riders').length === 2);
  await world.settle();
  const [, last] = world.group('riders');
  expect(world.group('riders')).toHaveLength(2);
  expect(last?.text).toMatch(/^#101 停车/);
  expect(last?.text.length).toBeLessThan(first.text.length);
  nothingPrivate();
});

test('a mention is enough in a group, and is answered in private; a quote of a person is talk, not a report', async () => {
  world.posts('zhao-fei', 'riders', { text: '我的', mentionsBot: true });
  await world.hears({ person: 'zhao-fei' }, /没有在办的事/);
  world.posts('qian-jin', 'riders', { text: '「赵小飞：6号楼着火了」\n- - - - - - - - - - - - - - -\n真的假的' });
  world.writes('qian-jin', { text: '我的' });
  await world.hears({ person: 'qian-jin' }, /没有在办的事/);
  await world.settle();
  expect(world.group('riders')).toEqual([]);
});

test('who is no friend of the account is asked in the group by name, with nothing private, and hears it once they wrote', async () => {
  const { emulator } = world;
  emulator.puppet.refusing.set(emulator.idOf('qian-jin'), '对方开启了好友验证，你还不是他（她）的朋友');
  world.posts('qian-jin', 'riders', { text: '报 6号楼门口两家邻居吵起来了，邻里纠纷谁管' });
  await world.hears({ person: 'wang-fang' }, /#101 邻里纠纷/);
  const asked = await world.hears({ group: 'riders' }, /请私信我/);
  expect(asked.text).toContain('@钱进');
  expect(asked.mentions).toEqual([emulator.idOf('qian-jin')]);
  await world.settle();
  expect(world.group('riders').map(({ text }) => text)).toEqual([asked.text]);
  expect(asked.text).not.toMatch(/纠纷|#101|6号楼/);
  expect(world.private('qian-jin').filter(({ text }) => text.includes('#101'))).toEqual([]);
  emulator.puppet.refusing.clear();
  world.writes('qian-jin', { text: '在吗' });
  await world.hears({ person: 'qian-jin' }, /#101[\s\S]*收到/);
});

test('a voice becomes a matter that waits to be heard, with a clock of its own, and can be heard', async () => {
  world.writes('qian-jin', { voice: await aSilkVoice(2) });
  await world.hears({ person: 'qian-jin' }, /#101 待听/);
  const { category, dueAt } = await world.ticket(101);
  expect([category, dueAt !== null]).toEqual(['voice', true]);
  expect(world.group('riders')).toEqual([]);
  const store = await createStore({ uri: world.app.mongoUri, communityId: 'demo', log: silentLog });
  try {
    const matter = (await store.matters.byNumber(101))?.ref.id ?? '';
    await until(async () => (await store.photos.voicesOf(matter)).length === 1);
    const [voice] = await store.photos.voicesOf(matter);
    expect(await store.photos.readVoice(voice?.id ?? '')).toMatchObject({ type: 'audio/wav', plays: true });
  } finally {
    await store.close();
  }
});

test('接龙 reaches the call as it is: whoever stands in it comes', async () => {
  world.writes('sun-mei', { text: '发起 周六上午9点到11点 小广场清扫 要12人' });
  const draft = await world.hears({ person: 'sun-mei' }, /草稿/);
  const number = Number(/#(\d+)/.exec(draft.text)?.[1]);
  world.writes('sun-mei', { text: '1' });
  await world.hears({ group: 'residents' }, /小广场清扫/);
  world.posts('hu-xia', 'residents', { text: '#接龙\n小广场清扫\n\n1. 胡霞' });
  await until(async () => (await world.ticket(number)).reporters.length === 1);
  world.posts('deng-tao', 'residents', { text: '#接龙\n小广场清扫\n\n1. 胡霞\n2. 邓涛 2人' });
  await until(async () => (await world.ticket(number)).reporters.length === 2);
  expect((await world.ticket(number)).reporters).toEqual(['hu-xia', 'deng-tao']);
});

test('a logout is told to staff on Telegram and is an incident; what is to be sent waits and goes out after the login', async () => {
  const store = await createStore({ uri: world.app.mongoUri, communityId: 'demo', log: silentLog });
  try {
    const subjects = async () => (await store.incidents.list()).map(({ subject }) => subject);
    await world.emulator.logsOut('https://login.weixin.qq.com/l/again');
    expect(await world.hearsOnTelegram(/微信断开了/)).toMatch(/要发的话都留着.+\n请到看板看原因/);
    expect(await subjects()).toContain('wechat:logged-out');
    await until(async () => (await store.platformStatuses.list())[0]?.state === 'scan');

    world.posts('zhao-fei', 'riders', { text: '6号楼门口又停满了，电动车出不去' });
    world.emulator.logsIn({ newIds: false });
    expect((await world.hears({ group: 'riders' }, /^#101 停车｜6号楼/)).text).toContain('收到');
    await world.hears({ person: 'wang-fang' }, /^#101 停车/);
    expect(await world.hearsOnTelegram(/微信又连上了/)).toMatch(/请到群里看一眼/);
    await until(async () => !(await subjects()).includes('wechat:logged-out'));
  } finally {
    await store.close();
  }
});
