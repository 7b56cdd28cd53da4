import { boardBrowser, linkIn } from '../support/board-browser';
import { countSeen, lastSeen } from '../support/story-world';
import { sandboxWorld } from '../support/story-sandbox';

type World = Awaited<ReturnType<typeof sandboxWorld>>;

const open = async (): Promise<World> => {
  const world = await sandboxWorld();
  await world.posts('zhang-nainai', 'residents', { text: '6号楼2单元301门口垃圾桶满了，电话13800001111' });
  return world;
};

const lastTo = async (world: World, person: string): Promise<string> =>
  (await world.private(person)).at(-1)?.text ?? '';

const keyIn = (text: string): string => /name="key" value="([^"]+)"/.exec(text)?.[1] ?? '';

test('a neighbour follows what the public page shows, hears each step and nothing private, and stops by a word', async () => {
  const world = await open();
  try {
    await world.writes('pan-bo', { text: '关注 101' });
    expect(await lastTo(world, 'pan-bo')).toMatch(
      /^#101 环境卫生｜6号楼｜已派单\n好，有进展私信告诉您[^]*取消关注 #101/,
    );
    await world.writes('wang-fang', { text: '接 #101' });
    expect(await lastTo(world, 'pan-bo')).toMatch(/^#101 环境卫生｜6号楼｜已接单\n您关注的这件事有进展/);
    await world.writes('wang-fang', { text: '等 #101 到周一 因为 等清运车' });
    expect(await lastTo(world, 'pan-bo')).toMatch(/先等一等/);
    // A second press changes nothing, and he is told once a step.
    await world.writes('pan-bo', { text: '关注 #101' });
    await world.writes('wang-fang', { text: '继续 #101' });
    const seen = await world.private('pan-bo');
    expect(countSeen(seen, /有进展，/)).toBe(3);
    for (const { text } of seen) expect(text).not.toMatch(/301|2单元|13800001111|张|满了|清运车|王芳/);
    await world.writes('pan-bo', { text: '取消关注 #101' });
    expect(await lastTo(world, 'pan-bo')).toContain('#101 不再告诉您了');
    await world.writes('wang-fang', { text: '办结 #101 已经清走了' });
    expect(countSeen(await world.private('pan-bo'), /有进展，|有结果/)).toBe(3);
    await world.writes('pan-bo', { text: '取消关注 #101' });
    expect(await lastTo(world, 'pan-bo')).toContain('#101 您没有关注');
  } finally {
    await world.stop();
  }
});

test('it is heard to the end, over a restart; whoever reported it has messages of their own', async () => {
  const world = await open();
  try {
    await world.writes('zhang-nainai', { text: '关注 #101' });
    expect(await lastTo(world, 'zhang-nainai')).toContain('这件事是您报的');
    await world.writes('pan-bo', { text: '关注 #101' });
    await world.restart();
    await world.writes('wang-fang', { text: '接 #101' });
    await world.writes('wang-fang', { text: '办结 #101 已经清走了' });
    expect(await lastTo(world, 'pan-bo')).toContain('已办好，待回访');
    const asked = lastSeen(await world.private('zhang-nainai'), /解决了/);
    await world.presses('zhang-nainai', 'private', asked, asked.choices[0] ?? '');
    expect(await lastTo(world, 'pan-bo')).toMatch(/您关注的这件事有结果了/);
    expect(countSeen(await world.private('zhang-nainai'), /您关注的/)).toBe(0);
    await world.writes('pan-bo', { text: '关注 #101' });
    expect(await lastTo(world, 'pan-bo')).toContain('不能“关注”');
  } finally {
    await world.stop();
  }
});

test('what the public page does not show cannot be followed, and nobody learns that it is there', async () => {
  const world = await open();
  try {
    await world.writes('zhang-nainai', { text: '我要投诉网格员小王态度特别差' });
    await world.writes('zhang-nainai', { text: '邻居老是跟我吵架，堵着门骂，请社区来调解' });
    await world.posts('zhang-nainai', 'residents', { text: '5号楼楼道里煤气味好大' });
    const told: string[] = [];
    for (const number of [102, 103, 104, 999]) {
      await world.writes('pan-bo', { text: `关注 #${number}` });
      told.push((await lastTo(world, 'pan-bo')).replace(String(number), 'N'));
    }
    expect(new Set(told).size).toBe(1);
    await world.posts('pan-bo', 'residents', { text: '关注 #101' });
    lastSeen(await world.private('pan-bo'), /有进展私信告诉您/);
    expect(countSeen(await world.group('residents'), /关注/)).toBe(0);
  } finally {
    await world.stop();
  }
});

test('two that are one: who followed either hears of both, and is forgotten with the rest', async () => {
  const world = await open();
  try {
    await world.writes('hu-xia', { text: '报 8号楼门口的垃圾桶满了' });
    await world.writes('pan-bo', { text: '关注 #101' });
    await world.writes('chen-xiao', { text: '并 #101 到 #102' });
    await world.writes('chen-xiao', { text: '1' });
    expect(await lastTo(world, 'pan-bo')).toMatch(/和 #102 是一件，往后照 #102 告诉您/);
    await world.writes('chen-xiao', { text: '接 #102' });
    expect(await lastTo(world, 'pan-bo')).toMatch(/^#102 [^]*已接单/);
    await world.writes('pan-bo', { text: '忘记我' });
    await world.writes('pan-bo', { text: '确认删除' });
    await world.jump(8 * 24 * 60);
    const kinds = await Promise.all([101, 102].map(async (number) => (await world.ticket(number)).history));
    expect(kinds.map((history) => history.filter(({ what }) => what === 'unfollowed').length)).toEqual([0, 1]);
    const told = (await world.private('pan-bo')).length;
    await world.writes('chen-xiao', { text: '办结 #102 清走了' });
    expect(await world.private('pan-bo')).toHaveLength(told);
  } finally {
    await world.stop();
  }
});

test('the public page of a matter says how to follow it, with a code to scan; of what is not public there is no page', async () => {
  const world = await open();
  try {
    await world.writes('zhang-nainai', { text: '邻居老是跟我吵架，堵着门骂，请社区来调解' });
    const browser = boardBrowser(world.app.address);
    expect((await browser.get('/p/demo')).text).toContain('href="/p/demo/matters/101"');
    const { status, text } = await browser.get('/p/demo/matters/101');
    expect(status).toBe(200);
    expect(text).toContain('关注 #101');
    expect(text).toContain('src="/p/demo/matters/101/qr.png"');
    expect(text).toContain('已派单');
    for (const hidden of ['301', '2单元', '13800001111', '张', '满了']) expect(text).not.toContain(hidden);
    const code = await fetch(`${world.app.address}/p/demo/matters/101/qr.png`);
    expect(code.headers.get('content-type')).toBe('image/png');
    for (const path of [
      '/p/demo/matters/102',
      '/p/demo/matters/102/qr.png',
      '/p/demo/matters/x',
      '/p/demo/matters/1e3',
    ])
      expect(await browser.get(path)).toMatchObject({ status: 404 });
  } finally {
    await world.stop();
  }
});

test('the private link lists what one follows and stops it without signing in; nobody else’s link does', async () => {
  const world = await open();
  try {
    await world.writes('pan-bo', { text: '我的网页' });
    const path = linkIn(await lastTo(world, 'pan-bo'));
    const browser = boardBrowser(world.app.address);
    const form = keyIn((await browser.get(path)).text);
    expect(await browser.post(`${path}/follow`, { number: '101', what: 'follow', key: form })).toMatchObject({
      status: 303,
      location: path,
    });
    const page = await browser.get(path);
    expect(page.text).toMatch(/#101[^]*已派单[^]*不再关注/);
    // The key of another form, used up there, counts for nothing here.
    expect((await browser.post(`${path}/erase`, { what: 'ask', key: form })).text).toContain('删掉以后就没有了');
    await browser.get(path);
    expect((JSON.parse((await browser.get(`${path}/data.json`)).text) as { follows: unknown }).follows).toEqual([101]);
    await browser.post(`${path}/follow`, { number: '101', what: 'unfollow', key: keyIn(page.text) });
    const empty = (await browser.get(path)).text;
    expect(empty).not.toContain('#101');
    expect(await browser.post(`${path}/follow`, { number: '999', what: 'follow', key: keyIn(empty) })).toMatchObject({
      status: 404,
    });
    expect(await browser.post('/my/x/follow', { number: '101', what: 'follow' })).toMatchObject({ status: 404 });
    const bare = await fetch(`${world.app.address}${path}/follow`, { method: 'POST', redirect: 'manual' });
    expect(bare.status).toBe(409);
  } finally {
    await world.stop();
  }
});
