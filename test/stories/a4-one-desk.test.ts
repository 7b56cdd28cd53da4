import { toldTo } from '../support/news';
import { sandboxWorld } from '../support/story-sandbox';
import { lastSeen } from '../support/story-world';

type World = Awaited<ReturnType<typeof sandboxWorld>>;

let world: World;

const says = async (person: string, text: string, photo?: 'cars' | 'clean'): Promise<string> =>
  (await toldTo(world, person, () => world.writes(person, { text, ...(photo ? { photo } : {}) })))
    .map((seen) => seen.text)
    .join('\n---\n');

/** A resident reports in private; the number of what it became. */
const reports = async (person: string, text: string): Promise<number> => {
  const told = await toldTo(world, person, () => world.writes(person, { text }));
  return told.findLast(({ number }) => number !== null)?.number ?? 0;
};

const historyOf = async (number: number): Promise<readonly string[]> =>
  (await world.ticket(number)).history.map(({ what }) => what);

// Friday morning.
beforeAll(async () => {
  world = await sandboxWorld({ startsAt: '2026-11-20T09:00:00+08:00' });
});
afterAll(() => world.stop());

describe('a desk beside the ladder: what is the property firm’s goes to the property firm', () => {
  let number: number;

  test('whoever answers for the desk is asked, and the resident hears which desk has it', async () => {
    number = await reports('pan-bo', '8号楼楼道灯不亮了');
    await world.writes('li-qiang', { text: `接 #${number}` });
    expect(await says('li-qiang', `转 #${number} 给 物业`)).toContain('要说原因');
    expect(await says('li-qiang', `转 #${number} 给 物业 因为 楼道灯归物业管`)).toMatch(
      /已经请物业来办（丁伟、罗军），请他们在今天 1\d:\d\d前接下/,
    );
    for (const person of ['ding-wei', 'luo-jun'])
      lastSeen(await world.private(person), new RegExp(`#${number}[\\s\\S]*能办请回`));
    lastSeen(await world.private('pan-bo'), new RegExp(`#${number}.*已派单\\n物业在管这件事`));
    expect(await says('pan-bo', `查 #${number}`)).toContain('李强请物业来办：“楼道灯归物业管”');
  });

  test('said twice it is given once; a neighbour and another desk cannot take it', async () => {
    expect(await says('li-qiang', `转 #${number} 给 物业 因为 楼道灯归物业管`)).toContain('已经请物业来办');
    expect((await historyOf(number)).filter((what) => what === 'given-to-desk')).toHaveLength(1);
    for (const person of ['cao-ying', 'tao-li'])
      expect(await says(person, `接 #${number}`)).toContain('没找到您能用的');
  });

  test('退 comes back to who gave it, also after a restart', async () => {
    await world.restart();
    const card = lastSeen(await world.private('luo-jun'), /能办请回/);
    await world.presses('luo-jun', 'private', card, '退回');
    await world.writes('luo-jun', { text: '灯是路灯所的，不是我们的' });
    const asked = lastSeen(await world.private('li-qiang'), /罗军退回来了：“灯是路灯所的，不是我们的”/);
    expect(asked.choices[0]).toBe('李强');
    expect((await world.ticket(number)).state).toBe('reported');
    expect(await says('ding-wei', `接 #${number}`)).toContain('没找到您能用的');
  });

  test('whoever got it back sends it to a department; who has it there finishes it', async () => {
    expect(await says('li-qiang', `派 #${number} 给 城管 因为 他们能找路灯所`)).toContain('已经请城管来办（肖勇）');
    expect(await says('xiao-yong', `接 #${number}`)).toContain('这件事由您负责');
    expect(await says('xiao-yong', `办结 #${number} 路灯所来换了灯`, 'clean')).toContain('办好了，记下了');
    lastSeen(await world.private('pan-bo'), /城管讲已经办好了[\s\S]*解决了，满意回 1/);
    await world.writes('pan-bo', { text: '1' });
    expect(await world.ticket(number)).toMatchObject({ state: 'archived', solved: true, satisfied: true });
  });
});
