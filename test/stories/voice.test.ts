import { sandboxWorld } from '../support/story-sandbox';
import { countSeen, lastSeen } from '../support/story-world';

const voice = Buffer.from('OggS').toString('base64');

test('a voice message reaches a person: whoever has the matter, else those on duty; in a group it is not for Linli', async () => {
  const world = await sandboxWorld();
  const speaks = async (chat: string): Promise<void> => {
    await world.api.post(`/chats/${chat}/messages`, { from: 'zhang-nainai', voice });
    await world.api.post('/settle');
  };
  try {
    await speaks('residents');
    expect(await world.group('residents')).toEqual([]);
    await speaks('private-zhang-nainai');
    expect(lastSeen(await world.private('xu-ning'), /张奶奶/).text).toContain('语音');
    expect(lastSeen(await world.private('zhang-nainai'), /./).text).not.toContain('没看懂');
    await world.posts('zhang-nainai', 'residents', { text: '6号楼2单元楼道里煤气味好大' });
    await speaks('residents');
    expect(countSeen(await world.private('wang-fang'), /#101[\s\S]*语音/)).toBeGreaterThan(0);
  } finally {
    await world.stop();
  }
});
