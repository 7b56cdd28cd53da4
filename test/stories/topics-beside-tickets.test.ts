import { readFileSync, writeFileSync } from 'node:fs';
import { parseDocument } from 'yaml';
import { toldTo } from '../support/news';
import { packFile } from '../support/story-app';
import { sandboxWorld } from '../support/story-sandbox';
import { countSeen, lastSeen, type Seen } from '../support/story-world';

type World = Awaited<ReturnType<typeof sandboxWorld>>;

let world: World;
let file: string;
const texts = (seen: readonly Seen[]): string => seen.map(({ text }) => text).join('\n---\n');
const told = async (person: string, text: string): Promise<string> =>
  texts(await toldTo(world, person, () => world.writes(person, { text })));

const proposes = async (person: string, words: string): Promise<number> => {
  const noted = await told(person, `说事 ${words}`);
  return Number(/#(\d+)/.exec(noted)?.[1]);
};

beforeAll(async () => {
  file = await packFile(new Map());
  // A Friday, 9:00.
  world = await sandboxWorld({ env: { PACK: file } });
});
afterAll(() => world.stop());

describe('what is talked over stands beside what is reported', () => {
  let declined: number;
  let running: number;

  test('whoever says no is asked why, and nothing is changed until then, a restart or not', async () => {
    declined = await proposes('liu-jianguo', '把小广场改成停车场');
    const asked = lastSeen(await world.private('chen-xiao'), /有人想说一件事/);
    const heard = await toldTo(world, 'liu-jianguo', async () => {
      await world.presses('chen-xiao', 'private', asked, '不是');
      await world.restart();
    });
    expect(lastSeen(await world.private('chen-xiao'), /为什么这次不说/).text).toContain(`采纳 #${declined}`);
    expect(texts(heard)).toBe('');
    expect(await world.ticket(declined)).toMatchObject({ state: 'proposed' });
  });

  test('the reason reaches whoever proposed it; said again it changes nothing', async () => {
    const heard = await toldTo(world, 'liu-jianguo', () =>
      world.writes('chen-xiao', { text: '小广场是消防通道，不能停车' }),
    );
    expect(texts(heard)).toContain('这次不拿出来一起说。原因：“小广场是消防通道，不能停车”');
    expect(await world.ticket(declined)).toMatchObject({ state: 'declined' });
    expect(await told('xu-ning', `不采纳 #${declined} 因为 重复了`)).toContain('这次不说，不用再回');
    expect(countSeen(await world.private('liu-jianguo'), /原因/)).toBe(1);
  });

  test('with a number and a reason at once; a resident decides nothing', async () => {
    const other = await proposes('cao-ying', '每天都放广场舞');
    expect(await told('pan-bo', `不采纳 #${other} 因为 太吵`)).not.toContain('这次不');
    expect(await world.ticket(other)).toMatchObject({ state: 'proposed' });
    const heard = await toldTo(world, 'cao-ying', () =>
      world.writes('xu-ning', { text: `不采纳 #${other} 因为 晚上要休息` }),
    );
    expect(texts(heard)).toContain('原因：“晚上要休息”');
  });

  test('我的 names it to whoever proposed it, 待办 to whose step it is, and to nobody else', async () => {
    running = await proposes('liu-jianguo', '6号楼想装一个充电棚');
    expect(await told('liu-jianguo', '我的')).toContain(`#${running} 周二说事｜等社区看要不要说`);
    expect(await told('chen-xiao', '待办')).toContain(`#${running} 周二说事｜等社区看要不要说（等您办）`);
    await world.writes('chen-xiao', { text: `采纳 #${running}` });
    expect(await told('wang-fang', '待办')).toContain(`#${running} 周二说事｜网格问事（等您办）`);
    const mine = await told('liu-jianguo', '我的');
    expect(mine).toContain(`#${running} 周二说事｜网格问事\n`);
    expect(mine).not.toContain(`#${declined}`);
    expect(await told('pan-bo', '我的')).not.toContain(`#${running}`);
  });

  test('another timetable moves its deadline', async () => {
    const before = (await world.ticket(running)).dueAt ?? '';
    const document = parseDocument(readFileSync(file, 'utf8'));
    document.setIn(['calendar', 'hours'], [{ from: '13:00', to: '15:00' }]);
    writeFileSync(file, String(document));
    await world.restart();
    await world.api.post('/settle');
    const after = (await world.ticket(running)).dueAt ?? '';
    expect(before).not.toBe('');
    expect(after).not.toBe(before);
  });
});
