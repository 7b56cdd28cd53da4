import { openWechat, type WechatWorld } from './wechat.world';

let world: WechatWorld;
beforeEach(async () => {
  world = await openWechat({ wire: 'in process' });
});
afterEach(() => world.close());

const voice = Buffer.from('silk');

test('the words of a voice are read where the puppet gives them; what WeChat itself sends of it is no text', async () => {
  world.emulator.says('zhao', null, { voice, text: '六号楼电梯坏了' });
  world.emulator.says('zhao', null, { voice, text: '<msg><voicemsg length="2300" /></msg>' });
  await world.settled();
  expect(
    world.handed.flatMap((inbound) => (inbound.kind === 'message' ? [[inbound.text, inbound.media.length]] : [])),
  ).toEqual([
    ['六号楼电梯坏了', 1],
    ['', 1],
  ]);
});
