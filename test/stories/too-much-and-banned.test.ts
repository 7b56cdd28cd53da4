import { toldTo } from '../support/news';
import { packFile } from '../support/story-app';
import { sandboxWorld } from '../support/story-sandbox';
import { countSeen, lastSeen } from '../support/story-world';

test('too much at once is answered once and then not heard, but danger always is', async () => {
  const PACK = await packFile(new Map(), { mostPerMinute: 5 });
  const world = await sandboxWorld({ env: { PACK } });
  try {
    for (let nth = 1; nth <= 9; nth += 1) await world.writes('pan-bo', { text: `在吗在吗 第${nth}次` });
    expect(countSeen(await world.private('pan-bo'), /您发得太快/)).toBe(1);
    expect(await toldTo(world, 'pan-bo', () => world.writes('pan-bo', { text: '我的' }))).toEqual([]);
    await world.writes('pan-bo', { text: '8号楼着火了，快来人' });
    expect(lastSeen(await world.private('pan-bo'), /119/)).toBeDefined();
    expect(lastSeen(await world.private('xu-ning'), /【紧急】#101/)).toBeDefined();
    // Others are heard as ever.
    await world.writes('zhang-nainai', { text: '我的' });
    expect((await world.private('zhang-nainai')).length).toBe(1);
  } finally {
    await world.stop();
  }
});

test('a banned person is not heard, but for danger; staff alone ban, with why, and never a colleague', async () => {
  const world = await sandboxWorld();
  try {
    const says = (person: string, text: string): Promise<void> => world.writes(person, { text });
    await says('cao-ying', '拉黑 潘博 因为 骂人');
    await says('chen-xiao', '拉黑 潘博');
    expect(lastSeen(await world.private('chen-xiao'), /拉黑要说原因/)).toBeDefined();
    await says('chen-xiao', '拉黑 王芳 因为 不爱干活');
    expect(lastSeen(await world.private('chen-xiao'), /不能拉黑/)).toBeDefined();
    await says('pan-bo', '我的');
    expect(await world.private('pan-bo')).toHaveLength(1);

    await says('chen-xiao', '拉黑 潘博 因为 天天骂人');
    expect(lastSeen(await world.private('pan-bo'), /暂停了您在这里报事/)).toBeDefined();
    expect(await toldTo(world, 'pan-bo', () => says('pan-bo', '8号楼门口垃圾没人收'))).toEqual([]);
    await world.posts('pan-bo', 'residents', { text: '8号楼门口垃圾没人收' });
    expect(await world.group('residents')).toEqual([]);
    await world.restart();
    await says('pan-bo', '急 8号楼有人晕倒了');
    expect(lastSeen(await world.private('pan-bo'), /120/)).toBeDefined();
    const { number } = lastSeen(await world.private('xu-ning'), /【紧急】#\d+/);

    await says('chen-xiao', '解除拉黑 潘博');
    const heard = await toldTo(world, 'pan-bo', () => says('pan-bo', '我的'));
    expect(heard.map(({ text }) => text).join()).toContain(`#${number}`);
  } finally {
    await world.stop();
  }
});
