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

test('of several photos the answer says how many were taken; what is no receipt is taken back, and the others are looked at anew', async () => {
  const world = await sandboxWorld();
  const last = async (who: string, pattern: RegExp): Promise<string> =>
    lastSeen(await world.private(who), pattern).text;
  try {
    // An album of something else, before that: it is no receipt.
    await world.writes('xu-ning', { photo: 'cars', album: 'cars' });
    await world.writes('xu-ning', { photo: 'elder', album: 'receipts' });
    await world.writes('xu-ning', { photo: 'clean', album: 'receipts' });
    await world.writes('xu-ning', { text: '大账单 支出 20 给 粮油店 买米' });
    const noted = await last('xu-ning', /记下了.*买米/);
    expect(noted).toContain('您刚才发的2张照片');
    const number = Number(/#(\d+)/u.exec(noted)?.[1]);
    expect(lastSeen(await world.private('lin-jing'), /买米/).photos).toBe(2);

    await world.writes('xu-ning', { text: `去掉照片 #${number}` });
    expect(await last('xu-ning', /要去掉第几张/)).toContain('2张');
    await world.writes('lin-jing', { text: `去掉照片 #${number} 1` });
    expect(await last('lin-jing', /不由您来定/)).toContain(`#${number}`);
    await world.writes('xu-ning', { text: `去掉照片 #${number} 第二张` });
    expect(await last('xu-ning', /还有1张收据/)).toContain(`#${number}`);
    expect(lastSeen(await world.private('lin-jing'), /照这1张看/).photos).toBe(1);
    await world.writes('xu-ning', { text: `去掉照片 #${number} 1` });
    expect(await last('xu-ning', /要留一张/)).toContain('撤回');
    await world.writes('lin-jing', { text: '1' });
    expect(await world.ticket(number)).toMatchObject({ state: 'booked' });
  } finally {
    await world.stop();
  }
});
