import { aSilkVoice } from '../support/a-silk-voice';
import { boardWorld } from '../support/board-world';
import { sandboxWorld } from '../support/story-sandbox';
import { countSeen, lastSeen } from '../support/story-world';
import { until } from '../support/wechat/until';

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

test('the voice itself is kept and heard on the board by those who see the matter; who is forgotten takes it along', async () => {
  const world = await boardWorld();
  try {
    await world.api.post('/chats/private-zhang-nainai/messages', { from: 'zhang-nainai', voice });
    await world.api.post('/settle');
    const staff = await world.enter('chen-xiao');
    const path = async () =>
      /\/board\/tickets\/101\/voices\/[^"]+/.exec((await staff.get('/board/tickets/101')).text)?.[0];
    await until(async () => (await path()) !== undefined);
    const at = (await path()) ?? '';
    const heard = await staff.get(at);
    expect([heard.status, heard.text]).toEqual([200, 'OggS']);
    expect((await (await world.force('wang-fang')).get(at.replace('101', '102'))).status).toBe(404);
    await world.writes('zhang-nainai', { text: '忘记我' });
    await world.writes('zhang-nainai', { text: '确认删除' });
    await world.jump(8 * 24 * 60);
    expect((await (await world.force('chen-xiao')).get(at)).status).toBe(404);
  } finally {
    await world.stop();
  }
});

test("WeChat's own recordings are heard on the board; what no browser plays is saved, with words that say how", async () => {
  const world = await boardWorld();
  try {
    const speaks = async (bytes: Buffer): Promise<void> => {
      await world.api.post('/chats/private-zhang-nainai/messages', {
        ...{ from: 'zhang-nainai', voice: bytes.toString('base64') },
      });
      await world.api.post('/settle');
    };
    await speaks(await aSilkVoice(1));
    await speaks(Buffer.from('#!AMR\n…'));
    const staff = await world.enter('chen-xiao');
    const page = async () => (await staff.get('/board/tickets/101')).text;
    const paths = async () =>
      [...(await page()).matchAll(/href="(\/board\/tickets\/101\/voices\/[^"?]+)/g)].map(([, at]) => at ?? '');
    await until(async () => (await paths()).length === 2);
    expect((await page()).match(/<audio/g)).toHaveLength(1);
    expect(await page()).toMatch(/浏览器放不了/);
    expect(await page()).toMatch(/请发的人再说一遍/);
    const heard = await Promise.all((await paths()).map((at) => staff.get(at)));
    expect(heard.map(({ status, headers, text }) => [status, headers.get('content-type'), text.slice(0, 4)])).toEqual([
      [200, 'audio/wav', 'RIFF'],
      [200, 'audio/amr', '#!AM'],
    ]);
    expect(heard.map(({ headers }) => headers.get('content-disposition')?.slice(-4) ?? null)).toEqual([null, '.amr']);
    const saved = await staff.get(`${(await paths())[0] ?? ''}?save=1`);
    expect(saved.headers.get('content-disposition')).toMatch(/^attachment.*\.wav$/);
  } finally {
    await world.stop();
  }
});
