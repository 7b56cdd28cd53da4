import { differencesIn } from '../support/differences';
import { toldTo } from '../support/news';
import { sandboxWorld } from '../support/story-sandbox';
import { lastSeen } from '../support/story-world';

/** Somebody whom nobody knows writes for the first time. */
const joins = (world: Awaited<ReturnType<typeof sandboxWorld>>, id: string, name: string): Promise<unknown> =>
  world.api.post('/chats/residents/members', { join: { id, name } });

const codeIn = (text: string): string => /\d{4}-\d{4}/.exec(text)?.[0] ?? '';

test('a new account is the old person once staff found it true: tickets, call-back and points follow, and can be parted', async () => {
  const world = await sandboxWorld();
  try {
    await joins(world, 'aguo', '阿国');
    await world.writes('aguo', { text: '6号楼门口电动车堵住了，出不去' });
    expect((await world.ticket(101)).reporters).toEqual(['aguo']);
    const answered = await toldTo(world, 'aguo', () => world.writes('aguo', { text: '我是 刘建国 6号楼' }));
    expect(answered.map(({ text }) => text).join()).toContain('已请社区核对');
    const asked = lastSeen(await world.private('xu-ning'), /阿国用新号说：自己是刘建国（6号楼）/);
    expect(lastSeen(await world.private('liu-jianguo'), /新号说是您/).text).toMatch(/绑定 \d{4}-\d{4}/);
    // Nothing merges silently.
    expect((await world.ticket(101)).reporters).toEqual(['aguo']);

    await world.presses('xu-ning', 'private', asked, '是');
    expect(lastSeen(await world.private('aguo'), /新号接好了/).text).toContain('刘建国您好');
    expect((await world.ticket(101)).reporters).toEqual(['liu-jianguo']);
    // Whichever account is used: it is answered there.
    for (const account of ['liu-jianguo', 'aguo']) {
      const mine = await toldTo(world, account, () => world.writes(account, { text: '我的' }));
      expect(mine.map(({ text }) => text).join()).toContain('#101');
    }
    expect(await differencesIn(world.app.mongoUri)).toEqual([]);

    // A colleague who answers late changes nothing; and a mistake can be undone.
    await world.writes('chen-xiao', { text: '拆开 刘建国' });
    const part = lastSeen(await world.private('chen-xiao'), /名下有一个新号“阿国”/);
    await world.presses('chen-xiao', 'private', part, '是');
    expect(lastSeen(await world.private('chen-xiao'), /拆开了/)).toBeDefined();
    expect((await world.ticket(101)).reporters).toEqual(['aguo']);
    const mine = await toldTo(world, 'aguo', () => world.writes('aguo', { text: '我的' }));
    expect(mine.map(({ text }) => text).join()).toContain('#101');
    const none = await toldTo(world, 'liu-jianguo', () => world.writes('liu-jianguo', { text: '我的' }));
    expect(none.map(({ text }) => text).join()).not.toContain('#101');
    expect(await differencesIn(world.app.mongoUri)).toEqual([]);
  } finally {
    await world.stop();
  }
});

test("who claims another's name is refused: by the one who is meant, and nothing of theirs is seen", async () => {
  const world = await sandboxWorld();
  try {
    await joins(world, 'piandzi', '小骗');
    await world.writes('chen-yun', { text: '6号楼2单元楼道灯坏了' });
    const first = await toldTo(world, 'piandzi', () => world.writes('piandzi', { text: '我是 陈芸 6号楼' }));
    const claimed = lastSeen(await world.private('chen-yun'), /新号说是您/);
    await world.presses('chen-yun', 'private', claimed, '不是');
    expect(lastSeen(await world.private('piandzi'), /没能核对上/)).toBeDefined();
    const asked = lastSeen(await world.private('xu-ning'), /自己是陈芸/);
    await world.presses('xu-ning', 'private', asked, '是');
    expect(lastSeen(await world.private('xu-ning'), /已经有人核对过了，结果是“不是”/)).toBeDefined();
    const mine = await toldTo(world, 'piandzi', () => world.writes('piandzi', { text: '我的' }));
    expect(mine.map(({ text }) => text).join()).not.toContain('#101');
    // Whoever is tried gets the same words: nobody learns who lives here.
    await joins(world, 'second', '小二');
    const second = await toldTo(world, 'second', () => world.writes('second', { text: '我是 没这人 9号楼' }));
    expect(second.map(({ text }) => text)).toEqual(first.map(({ text }) => text));
  } finally {
    await world.stop();
  }
});

test('a code shown on the old account and typed on the new one is enough; it works once, and for nobody who is known', async () => {
  const world = await sandboxWorld();
  try {
    await joins(world, 'new-huang', '黄先生');
    await world.writes('new-huang', { text: '你好' });
    await world.writes('huang-lei', { text: '换号' });
    const code = codeIn(lastSeen(await world.private('huang-lei'), /换号码/).text);
    await world.writes('new-huang', { text: `绑定 ${code}` });
    expect(lastSeen(await world.private('new-huang'), /新号接好了/).text).toContain('黄磊您好');
    await joins(world, 'late', '来晚了');
    await world.writes('late', { text: `绑定 ${code}` });
    expect(lastSeen(await world.private('late'), /这个码不对/)).toBeDefined();
    // An account that is known is nobody's new one.
    await world.writes('cao-ying', { text: '换号' });
    const other = codeIn(lastSeen(await world.private('cao-ying'), /换号码/).text);
    await world.writes('pan-bo', { text: `绑定 ${other}` });
    expect(lastSeen(await world.private('pan-bo'), /接不过去/)).toBeDefined();
  } finally {
    await world.stop();
  }
});

test('staff confirm where somebody lives; a household code says it at once', async () => {
  const world = await sandboxWorld();
  try {
    await joins(world, 'newcomer', '新来的');
    await world.writes('newcomer', { text: '我住6号楼' });
    const asked = lastSeen(await world.private('xu-ning'), /新来的说住在6号楼/);
    await world.presses('xu-ning', 'private', asked, '是');
    expect(lastSeen(await world.private('newcomer'), /核对好了，您住6号楼/)).toBeDefined();
    await world.writes('newcomer', { text: '我的资料' });
    expect(lastSeen(await world.private('newcomer'), /住处/).text).toContain('6号楼');

    await joins(world, 'tenant', '租客');
    await world.writes('chen-xiao', { text: '邀请 居民 2号楼' });
    const code = codeIn(lastSeen(await world.private('chen-xiao'), /的码/).text);
    await world.writes('tenant', { text: `绑定 ${code}` });
    await world.writes('tenant', { text: '我的资料' });
    expect(lastSeen(await world.private('tenant'), /住处/).text).toContain('2号楼');
    await world.writes('tenant', { text: '拆开 刘建国' });
    expect(lastSeen(await world.private('tenant'), /由社区的人办/)).toBeDefined();
  } finally {
    await world.stop();
  }
});

test('a new account with a known name is told unprompted, once and in private, how to be the old person again', async () => {
  const world = await sandboxWorld();
  try {
    await joins(world, 'aguo', '刘建国');
    await joins(world, 'nobody', '赵无名');
    const told = await toldTo(world, 'aguo', () => world.writes('aguo', { text: '我的' }));
    const offer = told.map(({ text }) => text).join('\n');
    expect(offer).toContain('回“我是 刘建国 几号楼”');
    // Nothing of the old person is shown: not even where they live.
    expect(offer).not.toContain('6号楼');
    const again = await toldTo(world, 'aguo', () => world.writes('aguo', { text: '我的' }));
    expect(again.map(({ text }) => text).join()).not.toContain('几号楼');
    const other = await toldTo(world, 'nobody', () => world.writes('nobody', { text: '我的' }));
    expect(other.map(({ text }) => text).join()).not.toContain('几号楼');
    await world.writes('aguo', { text: '我是 刘建国 6号楼' });
    const asked = lastSeen(await world.private('xu-ning'), /用新号说：自己是刘建国（6号楼）/);
    await world.presses('xu-ning', 'private', asked, '是');
    expect(lastSeen(await world.private('aguo'), /新号接好了/)).toBeDefined();
  } finally {
    await world.stop();
  }
});
