import { packFile } from '../support/story-app';
import { sandboxWorld } from '../support/story-sandbox';
import { lastSeen } from '../support/story-world';

test('who asks for traditional characters reads them, and is understood in them; names stay as they are', async () => {
  const world = await sandboxWorld();
  try {
    await world.api.post('/chats/residents/members', { join: { id: 'hou', name: '后里发' } });
    await world.writes('hou', { text: '語言 繁體' });
    expect(lastSeen(await world.private('hou'), /以後這樣跟您說/)).toBeDefined();
    await world.writes('hou', { text: '6號樓門口電動車堵住了，出不去' });
    const received = lastSeen(await world.private('hou'), /#101/);
    expect(received.text).toMatch(/收到|謝謝/);
    expect(received.text).not.toMatch(/谢|处|您说的这/);
    expect((await world.ticket(101)).category).not.toBeNull();
    await world.writes('hou', { text: '我的資料' });
    expect(lastSeen(await world.private('hou'), /后里发您好/).text).toContain('聊天軟件的賬號');
    // In the group, and to others, all is as before.
    expect((await world.group('residents'))[0]?.text ?? '谢谢').toContain('谢谢');
    await world.writes('hou', { text: 'language English' });
    expect(lastSeen(await world.private('hou'), /I will speak to you like this/)).toBeDefined();
    await world.restart();
    await world.writes('hou', { text: '我的' });
    expect(lastSeen(await world.private('hou'), /#101/).text).not.toMatch(/您的事/);
    await world.writes('hou', { text: '语言 简体' });
    expect(lastSeen(await world.private('hou'), /以后这样跟您说/)).toBeDefined();
  } finally {
    await world.stop();
  }
});

test('a community that speaks in traditional characters does so in its groups, and to each as they wish', async () => {
  const PACK = await packFile(new Map(), {}, {}, { language: 'zh-Hant' });
  const world = await sandboxWorld({ env: { PACK } });
  try {
    await world.posts('liu-jianguo', 'residents', { text: '6号楼门口电动车堵住了，出不去' });
    const card = lastSeen(await world.group('residents'), /#101/).text;
    expect(card).toMatch(/謝謝|處理/);
    expect(card).not.toMatch(/谢|处理/);
    expect(lastSeen(await world.private('wang-fang'), /#101/).text).toContain('电动车堵住了');
    await world.writes('liu-jianguo', { text: '语言 简体' });
    await world.writes('liu-jianguo', { text: '我的' });
    expect(lastSeen(await world.private('liu-jianguo'), /#101/).text).not.toMatch(/[謝處這對]/);
    await world.writes('emma', { text: '我的' });
    expect((await world.private('emma')).at(-1)?.text).toMatch(/[a-z]{4}/);
  } finally {
    await world.stop();
  }
});
