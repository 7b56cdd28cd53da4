import { sandboxWorld } from '../support/story-sandbox';
import { countSeen, lastSeen } from '../support/story-world';

const voice = Buffer.from('OggS').toString('base64');

test('a voice message is a matter of its own that waits to be heard: its clock runs, and in a group it is not for Linli', async () => {
  const world = await sandboxWorld();
  const speaks = async (chat: string): Promise<void> => {
    await world.api.post(`/chats/${chat}/messages`, { from: 'zhang-nainai', voice });
    await world.api.post('/settle');
  };
  try {
    await speaks('residents');
    expect(await world.group('residents')).toEqual([]);
    await speaks('private-zhang-nainai');
    expect(await world.ticket(101)).toMatchObject({ category: 'voice', state: 'dispatched' });
    expect(lastSeen(await world.private('zhang-nainai'), /#101/).text).toMatch(/收到.+最晚/s);
    const heard = lastSeen(await world.private('xu-ning'), /#101 待听/);
    expect(heard.text).toMatch(/张奶奶.*语音/);
    await speaks('private-zhang-nainai');
    expect(countSeen(await world.private('xu-ning'), /#101[\s\S]*语音/)).toBe(2);
    expect(countSeen(await world.private('xu-ning'), /#102/)).toBe(0);
    await world.advance(180);
    const texts = (await world.private('xu-ning')).map(({ text }) => text);
    expect(texts).toContainEqual(expect.stringMatching(/#101 待听[\s\S]*到时没接下/));
    expect(await world.group('residents')).toEqual([]);
  } finally {
    await world.stop();
  }
});

test('a voice after a report belongs to it', async () => {
  const world = await sandboxWorld();
  try {
    await world.posts('zhang-nainai', 'residents', { text: '6号楼2单元楼道里煤气味好大' });
    await world.api.post('/chats/residents/messages', { from: 'zhang-nainai', voice });
    await world.api.post('/settle');
    expect(countSeen(await world.private('wang-fang'), /#101[\s\S]*语音/)).toBeGreaterThan(0);
  } finally {
    await world.stop();
  }
});
