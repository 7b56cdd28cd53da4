import { boardBrowser, linkIn } from '../support/board-browser';
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
    expect(fine.text).toContain('<th scope="row">deliver</th>');
    await world.api.post('/chats/residents/bot', { removed: true });
    await world.api.post('/settle');
    expect((await director.get('/board/operations')).text).toMatch(/机器人被移出了[^]*请群主把机器人加回来/);
    expect(await (await enter('wang-fang')).get('/board/operations')).toMatchObject({ status: 403 });
    expect(await boardBrowser(world.app.address).get('/board/operations')).toMatchObject({ status: 303 });
  } finally {
    await world.stop();
  }
});
