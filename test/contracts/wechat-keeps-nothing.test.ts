import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { deliver } from './platform.contract';
import { until } from '../support/wechat/until';
import { openWechat, type WechatWorld } from './wechat.world';

let world: WechatWorld;
beforeEach(async () => {
  world = await openWechat({ wire: 'grpc' });
});
afterEach(() => world.close());

test('names of people and groups stay in our database: the library keeps none of them on the disk', async () => {
  await world.says('zhao', 'group', { text: '6号楼门口又停满了' });
  await world.says('li', 'li', { text: '我的' });
  await world.settled();
  expect((await deliver(world, await world.chat('group'), { text: '收到' })).outcome.kind).toBe('sent');
  const { token } = world.wire;
  expect(token).toMatch(/^insecure_/);
  const kept = join(homedir(), '.wechaty', 'wechaty-puppet-service', token ?? '');
  expect(existsSync(kept) ? readdirSync(kept, { recursive: true }) : []).toEqual([]);
});

test('who took another name while the line was down is called by it: the gateway is asked, and no file', async () => {
  await world.says('zhao', 'group', { text: '早' });
  await world.settled();
  world.wire.line?.cut();
  await until(() => !world.bot.ready());
  world.emulator.callsThemselves('zhao', '赵大飞');
  await until(() => world.bot.ready());
  await world.says('zhao', 'group', { text: '改名了' });
  await world.settled();
  expect(world.handed.map(({ sender }) => sender.name)).toEqual(['赵小飞', '赵大飞']);
});
