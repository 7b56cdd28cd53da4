import { createStore } from '../../src/store/store';
import { boardWorld } from '../support/board-world';
import { boardBrowser, linkIn } from '../support/board-browser';
import { silentLog } from '../support/open-store';
import { sandboxWorld } from '../support/story-sandbox';

test('a director sees what is to be mended and how; whoever is none does not', async () => {
  const world = await sandboxWorld();
  const enter = async (person: string) => {
    await world.writes(person, { text: '看板' });
    const path = linkIn((await world.private(person)).at(-1)?.text ?? '');
    const browser = boardBrowser(world.app.address);
    await browser.get(path);
    await browser.post(path);
    return browser;
  };
  try {
    const director = await enter('lin-jing');
    const fine = await director.get('/board/operations');
    expect([fine.status, fine.text.includes('没有要处理的')]).toEqual([200, true]);
    expect(fine.text).toContain('<th scope="row">送消息</th>');
    await world.api.post('/chats/residents/bot', { removed: true });
    await world.api.post('/settle');
    expect((await director.get('/board/operations')).text).toMatch(/机器人被移出了[^]*请群主把机器人加回来/);
    expect(await (await enter('wang-fang')).get('/board/operations')).toMatchObject({ status: 403 });
    expect(await boardBrowser(world.app.address).get('/board/operations')).toMatchObject({ status: 303 });
  } finally {
    await world.stop();
  }
});

test('how WeChat stands is shown with the code to scan, and without it as soon as somebody scanned it', async () => {
  const world = await boardWorld();
  const store = await createStore({ uri: world.app.mongoUri, communityId: 'demo', log: silentLog });
  try {
    const director = await world.enter('lin-jing');
    expect((await director.get('/board/operations')).text).not.toContain('聊天平台');
    const account = { platform: 'wechat', account: 'main' };
    await store.platformStatuses.put({ ...account, state: 'scan', qr: 'https://login.weixin.qq.com/l/abc', as: null });
    const scan = (await director.get('/board/operations')).text;
    expect(scan).toMatch(
      /聊天平台[^]*微信：等人扫码登录[^]*从 [^]*src="data:image\/svg\+xml;base64,[^]*要发的话都留着/,
    );
    expect((await (await world.enter('chen-xiao')).get('/board/operations')).text).not.toContain('data:image/svg');
    await store.platformStatuses.put({ ...account, state: 'on', qr: null, as: '<b>邻里</b>_*[' });
    const on = (await director.get('/board/operations')).text;
    expect(on).toMatch(/微信：正常[^]*账号“(?:&lt;|&#60;)b(?:&gt;|&#62;)邻里[^”]*_\*\[”/);
    expect(on).not.toContain('<b>邻里');
    expect(on).not.toContain('data:image/svg');
  } finally {
    await store.close();
    await world.stop();
  }
});
