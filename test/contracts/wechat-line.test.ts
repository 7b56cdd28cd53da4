import { setTimeout as sleep } from 'node:timers/promises';
import type { InboundMessage } from '../../src/usecases/inbound';
import { deliver } from './platform.contract';
import { until } from '../support/wechat/until';
import { openWechat, type WechatWorld } from './wechat.world';

let world: WechatWorld;
beforeEach(async () => {
  world = await openWechat({ wire: 'grpc' });
});
afterEach(() => world.close());

const subjects = async (): Promise<readonly string[]> =>
  (await world.store.incidents.list()).map(({ subject }) => subject);
const status = async () => (await world.store.platformStatuses.list())[0];
const texts = (): readonly string[] =>
  world.handed.flatMap((inbound) => (inbound.kind === 'message' ? [(inbound satisfies InboundMessage).text] : []));
const isDown = (): Promise<void> => until(() => !world.bot.ready());
const isUp = (): Promise<void> => until(() => world.bot.ready(), 25_000);

test('a line that is cut is noticed and healed, and what was said meanwhile is heard', async () => {
  world.emulator.says('zhao', 'group', { text: '第一句' });
  await world.settled();
  world.wire.line?.cut();
  world.emulator.says('zhao', 'group', { text: '第二句' });
  await isDown();
  world.emulator.says('zhao', 'group', { text: '第三句' });
  await isUp();
  await until(() => texts().length >= 3);
  expect(texts()).toEqual(['第一句', '第二句', '第三句']);
  expect((await deliver(world, await world.chat('group'), { text: '听到了' })).outcome.kind).toBe('sent');
});

test('while the line is down nothing is sent and nothing is burnt: the row waits', async () => {
  const chat = await world.chat('group');
  world.wire.line?.cut();
  await isDown();
  const { outcome, outgoing } = await deliver(world, chat, { text: '#101 已派人' });
  expect(outcome).toEqual({ kind: 'wait', ms: 1_000 });
  await isUp();
  expect((await world.platform.send(outgoing)).kind).toBe('sent');
  expect(world.emulator.seen('group').map(({ text }) => text)).toEqual(['#101 已派人']);
});

test('a line on which nothing comes through any more is noticed by its silence; staff are told, and told when it is over', async () => {
  await until(async () => (await status())?.state === 'on');
  world.wire.line?.stopUp(true);
  await isDown();
  await until(async () => (await subjects()).includes('wechat:line'));
  await until(() => world.told.length > 0);
  expect(world.told).toEqual([true]);
  expect((await status())?.state).toBe('lost');
  world.wire.line?.stopUp(false);
  await isUp();
  await until(async () => !(await subjects()).includes('wechat:line'));
  await until(() => world.told.length === 2);
  expect(world.told).toEqual([true, false]);
  expect(await status()).toMatchObject({ state: 'on', as: '邻里', qr: null });
});

test('a gateway that starts anew is found again', async () => {
  await world.wire.restartGateway();
  await isUp();
  world.emulator.says('li', 'group', { text: '还在吗' });
  await until(() => texts().includes('还在吗'));
  expect(texts()).toEqual(['还在吗']);
});

test('a logout is told at once with the code to scan, on the terminal and for the board; the next login ends it', async () => {
  await world.emulator.logsOut('https://login.weixin.qq.com/l/abc');
  await until(async () => (await subjects()).includes('wechat:logged-out'));
  await until(async () => (await status())?.qr === 'https://login.weixin.qq.com/l/abc');
  expect((await status())?.state).toBe('scan');
  await until(() => world.printed.length > 0);
  expect(world.printed.join('')).toMatch(/请用机器人的微信扫码登录/);
  expect(world.printed.join('')).toMatch(/▄|█/);
  world.emulator.logsIn({ newIds: false });
  await isUp();
  await until(async () => (await subjects()).length === 0);
  await until(() => world.told.length > 1);
  expect(world.told).toEqual([true, false]);
});

test('a logout that nobody heard of, since the line was cut, is told when the line stands again', async () => {
  world.wire.line?.cut();
  await isDown();
  await world.emulator.logsOut('https://login.weixin.qq.com/l/abc');
  await until(async () => (await subjects()).includes('wechat:logged-out'));
  await until(async () => (await status())?.qr === 'https://login.weixin.qq.com/l/abc');
  expect(await subjects()).toEqual(['wechat:logged-out']);
  world.emulator.logsIn({ newIds: false });
  await isUp();
  await until(() => world.told.length > 1);
  expect(world.told).toEqual([true, false]);
  expect(await subjects()).toEqual([]);
});

test('a break that heals at once is told to nobody', async () => {
  world.wire.line?.cut();
  await isDown();
  await isUp();
  await sleep(300);
  expect(world.told).toEqual([]);
});
