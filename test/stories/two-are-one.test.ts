import { differencesIn } from '../support/differences';
import { numberTold, toldTo } from '../support/news';
import { sandboxWorld } from '../support/story-sandbox';
import { countSeen, lastSeen } from '../support/story-world';

type World = Awaited<ReturnType<typeof sandboxWorld>>;

let world: World;
beforeAll(async () => {
  world = await sandboxWorld();
});
afterAll(() => world.stop());

const says = async (person: string, text: string): Promise<string> =>
  (await toldTo(world, person, () => world.writes(person, { text }))).map((seen) => seen.text).join('\n---\n');

let first: number;
let second: number;

describe('two reports are one matter', () => {
  beforeAll(async () => {
    await world.posts('zhao-fei', 'riders', { text: '6号楼门口汽车乱停，电动车出不去', photo: 'cars' });
    first = lastSeen(await world.group('riders'), /停车｜6号楼/).number ?? 0;
    await world.writes('wang-fang', { text: `接 #${first}` });
    await world.posts('pan-bo', 'residents', { text: '5号楼门口汽车乱停，轮椅过不去', photo: 'clean' });
    second = lastSeen(await world.group('residents'), /停车｜5号楼/).number ?? 0;
  });

  test('并 shows both photos and asks; 不是 leaves them two', async () => {
    await says('wang-fang', `并 #${second} 到 #${first}`);
    const asked = lastSeen(await world.private('wang-fang'), /要把 #\d+ 并到 #\d+ 吗/);
    expect(asked.photos).toBe(2);
    expect(asked.choices).toEqual(['是', '不是']);
    expect(asked.text).toContain('轮椅过不去');
    expect(asked.text).toContain('电动车出不去');
    expect(await says('wang-fang', '2')).toContain('分开办');
    expect(await world.ticket(second)).toMatchObject({ state: 'dispatched', mergedInto: null });
  });

  test('confirmed: the second follows the first, its reporter is told, its card says so', async () => {
    await says('wang-fang', `并 #${second} 到 #${first}`);
    const told = await toldTo(world, 'pan-bo', () => world.writes('wang-fang', { text: '是' }));
    expect(told.map(({ text }) => text).join()).toContain(`您说的 #${second} 和 #${first} 是一件事`);
    expect(await world.ticket(second)).toMatchObject({ state: 'merged', mergedInto: first, dueAt: null });
    expect((await world.ticket(first)).reporters).toEqual(['zhao-fei', 'pan-bo']);
    const card = lastSeen(await world.group('residents'), new RegExp(`#${second} 停车`));
    expect(card.text).toContain(`和 #${first} 是同一件事`);
    expect(card.choices).toEqual([]);
    expect(lastSeen(await world.group('riders'), /停车｜6号楼/).text).toContain('已有2人说了');
    expect(await says('pan-bo', `查 #${second}`)).toContain(`现在和 #${first} 一起办`);
    expect(await says('wang-fang', `并 #${second} 到 #${first}`)).toContain('什么都没有改');
  });

  test('我也是 and 补充 of the merged number count for the other one', async () => {
    await world.writes('emma', { text: `我也是 #${second}` });
    expect((await world.ticket(first)).reporters).toEqual(['zhao-fei', 'emma', 'pan-bo']);
    expect(lastSeen(await world.group('riders'), /停车｜6号楼/).text).toContain('已有3人说了');
    await says('pan-bo', `补充 #${second} 现在有三辆车`);
    expect((await world.ticket(first)).history.at(-1)?.what).toBe('supplemented');
    expect((await world.ticket(second)).history.at(-1)?.what).toBe('merged');
  });

  test('taken apart: each goes on by itself, and nobody is lost; merged once more', async () => {
    expect(await says('cao-ying', `拆开 #${second}`)).not.toContain('已经拆开');
    expect(await says('xu-ning', `拆开 #${second}`)).toContain('已经拆开');
    expect(await differencesIn(world.app.mongoUri)).toEqual([]);
    expect(await world.ticket(second)).toMatchObject({ state: 'dispatched', mergedInto: null, reporters: ['pan-bo'] });
    expect((await world.ticket(first)).reporters).toEqual(['zhao-fei', 'emma']);
    expect(lastSeen(await world.group('residents'), new RegExp(`#${second} 停车`)).choices).toEqual(['我也是']);
    expect(await says('xu-ning', `拆开 #${second}`)).toContain('什么都没有改');
    await says('xu-ning', `并 #${second} 到 #${first}`);
    await world.restart();
    await says('xu-ning', '1');
    expect(await world.ticket(second)).toMatchObject({ state: 'merged', mergedInto: first });
  });

  test('done: every reporter is asked in the own words, “me too” hears only the end', async () => {
    await world.writes('wang-fang', { text: `办结 #${first} 都拖走了` });
    expect(countSeen(await world.private('zhao-fei'), /您说的“6号楼[^]*解决了，满意回 1/)).toBe(1);
    expect(countSeen(await world.private('pan-bo'), /您说的“5号楼[^]*解决了，满意回 1/)).toBe(1);
    expect(countSeen(await world.private('emma'), /解决了，满意回 1|reply 1/)).toBe(0);
    await world.writes('pan-bo', { text: '1' });
    expect(await world.ticket(first)).toMatchObject({ state: 'archived', solved: true });
    expect(await world.ticket(second)).toMatchObject({ state: 'merged', mergedInto: first });
    expect((await world.private('emma')).at(-1)?.text).toContain(`#${first}`);
    expect(await says('xu-ning', `拆开 #${second}`)).toContain('已经结束了');
    expect((await world.books()).sum).toBe(0);
    expect(await differencesIn(world.app.mongoUri)).toEqual([]);
    expect(await world.api.get('/outbox')).toMatchObject({ rows: [], incidents: [] });
  });
});

test('wrong numbers, wrong people and wrong ways are refused in private with what to do', async () => {
  await world.writes('pan-bo', { text: '8号楼楼道灯不亮了' });
  const lamp = await numberTold(world, 'pan-bo');
  expect(await says('wang-fang', `并 #${lamp}`)).toContain('要并到哪一件');
  expect(await says('wang-fang', `并 #${lamp} 到 #${lamp}`)).toContain('不能并到它自己');
  expect(await says('wang-fang', `并 #${lamp} 到 #99999`)).toContain('没找到您能用的 #99999');
  expect(await says('wang-fang', `并 #${lamp} 到 #${first}`)).toContain('已经办好或结束了');
  expect(await says('wang-fang', `并 #${lamp} 到 #${second}`)).toContain('已经并到别的事里了');
  expect(await says('pan-bo', `并 #${lamp} 到 #${first}`)).not.toContain('要把');
  expect((await world.ticket(lamp)).state).toBe('dispatched');
});
