import { sandboxWorld } from '../support/story-sandbox';
import { countSeen, lastSeen } from '../support/story-world';

test('where a photo has no words of its own the receipt comes before them, belongs to the line, and is asked about no more', async () => {
  const world = await sandboxWorld();
  const writes: typeof world.writes = (who, what) => world.writes(who, what);
  const last = async (pattern: RegExp): Promise<string> => lastSeen(await world.private('xu-ning'), pattern).text;
  try {
    await writes('xu-ning', { text: '大账单 收入 5000 民政补助' });
    await writes('xu-ning', { photo: 'cars' });
    await writes('xu-ning', { text: '大账单 支出 20 给 粮油店 买米' });
    const [, number] = /#(\d+)/.exec(await last(/记下了.*买米/)) ?? [];
    expect(await world.ticket(Number(number))).toMatchObject({ kind: 'fund' });
    const asked = lastSeen(await world.private('lin-jing'), /买米/);
    expect(asked.photos).toBe(1);
    await world.advance(3);
    expect(countSeen(await world.private('xu-ning'), /照片收到了/)).toBe(0);

    await writes('xu-ning', { text: '大账单 支出 30 给 粮油店 买面' });
    expect(await last(/要有收据照片/)).toMatch(/先发照片/);
    expect(countSeen(await world.private('lin-jing'), /买面/)).toBe(0);
  } finally {
    await world.stop();
  }
});
