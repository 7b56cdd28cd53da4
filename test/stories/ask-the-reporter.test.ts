import { boardWorld, formOf, type BoardWorld } from '../support/board-world';
import { numberTold, toldTo } from '../support/news';

let world: BoardWorld;
beforeAll(async () => {
  world = await boardWorld();
});
afterAll(() => world.stop());

const reported = async (what: string): Promise<number> => {
  await world.writes('chen-yun', { text: `报 ${what}` });
  const number = await numberTold(world, 'chen-yun');
  await world.writes('wang-fang', { text: `接 #${number}` });
  return number;
};
const stepsOf = async (number: number) => (await world.ticket(number)).history.map(({ what }) => what);

test('a handler asks whoever reported, in chat; what they answer is part of the matter, and the handler hears it', async () => {
  const number = await reported('6号楼水管漏水');
  const asked = await toldTo(world, 'chen-yun', () =>
    world.writes('wang-fang', { text: `问报的人 #${number} 是哪个单元？` }),
  );
  expect(asked.map(({ text }) => text).join()).toMatch(
    new RegExp(`#${number}[^]*办这件事的人问您：“是哪个单元？”\\n请直接回一句`, 'u'),
  );
  const heard = await toldTo(world, 'wang-fang', () => world.writes('chen-yun', { text: '三单元的，二楼拐角' }));
  expect(heard.map(({ text }) => text).join()).toContain('三单元的，二楼拐角');
  expect((await stepsOf(number)).slice(-2)).toEqual(['reporter-asked', 'supplemented']);
  // The answer was one: what comes later is a matter of its own.
  await world.writes('chen-yun', { text: '报 6号楼路灯不亮' });
  expect(await numberTold(world, 'chen-yun')).not.toBe(number);
});

test('without a question it asks for one; somebody who does not handle it asks nobody', async () => {
  const number = await reported('5号楼垃圾桶满了');
  const missing = await toldTo(world, 'wang-fang', () => world.writes('wang-fang', { text: `问报的人 #${number}` }));
  expect(missing).toHaveLength(1);
  const asked = await toldTo(world, 'chen-yun', () => world.writes('wang-fang', { text: '哪一个桶' }));
  expect(asked.map(({ text }) => text).join()).toContain('“哪一个桶”');
  expect(await toldTo(world, 'chen-yun', () => world.writes('pan-bo', { text: `问报的人 #${number} 你是谁` }))).toEqual(
    [],
  );
});

test('on the board: ask, wait with a reason, go on; each by the rules and words of the chat', async () => {
  const number = await reported('6号楼门禁坏了，进不去');
  const board = await world.enter('wang-fang');
  const path = `/board/tickets/${number}`;
  const act = async (what: string, words: string) => {
    const form = formOf((await board.get(path)).text, number, what);
    const reply = await board.post(`${path}/act`, { ...form, words });
    await world.api.post('/settle');
    return reply.status;
  };
  const asked = await toldTo(world, 'chen-yun', async () => expect(await act('ask', '是前门还是后门？')).toBe(200));
  expect(asked.map(({ text }) => text).join()).toContain('“是前门还是后门？”');
  expect((await board.get(path)).text).toContain('王芳问报的人：“是前门还是后门？”');
  expect(await act('pause', '到周五 因为 等配件')).toBe(200);
  expect(await world.ticket(number)).toMatchObject({ state: 'waiting' });
  expect(await act('resume', '')).toBe(200);
  expect(await world.ticket(number)).toMatchObject({ state: 'claimed' });
  expect(await act('pause', '到周五')).toBe(422);
});
