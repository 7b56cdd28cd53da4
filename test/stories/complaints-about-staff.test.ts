import { numberTold, toldTo } from '../support/news';
import { sandboxWorld } from '../support/story-sandbox';

type World = Awaited<ReturnType<typeof sandboxWorld>>;

let world: World;
const says = async (person: string, text: string): Promise<string> =>
  (await toldTo(world, person, () => world.writes(person, { text }))).map((seen) => seen.text).join('\n---\n');

describe('a complaint about a grid worker', () => {
  beforeAll(async () => {
    world = await sandboxWorld();
  });
  afterAll(() => world.stop());

  test('goes to the director; the worker and the desk find nothing by its number', async () => {
    await world.writes('huang-lei', { text: '我要举报网格员王芳，办事态度恶劣，收了好处费，不作为' });
    const number = await numberTold(world, 'huang-lei');
    expect(await world.ticket(number)).toMatchObject({ category: 'conduct', state: 'dispatched' });
    expect((await world.private('huang-lei')).at(-1)?.text).toContain('已请邻里社区处理');
    expect((await world.private('lin-jing')).at(-1)?.text).toContain(`接 #${number}`);
    expect(await says('wang-fang', `查 #${number}`)).toContain(`没找到您能用的 #${number}`);
    expect(await says('wang-fang', `退 #${number} 因为 没有的事`)).toContain(`没找到您能用的 #${number}`);
    expect(await says('chen-xiao', `接 #${number}`)).toContain(`没找到您能用的 #${number}`);
    expect(await says('lin-jing', `接 #${number}`)).toContain('这件事由您负责');
    expect(await says('huang-lei', `查 #${number}`)).not.toContain('没找到');
    const heard = (await world.private('lin-jing')).length;
    expect(await says('huang-lei', `补充 #${number} 林静也收了钱`)).toContain('补充的内容记在这件事里了');
    expect(await world.private('lin-jing')).toHaveLength(heard);
    expect(await says('lin-jing', `查 #${number}`)).toContain(`没找到您能用的 #${number}`);
    expect((await world.private('gao-yuan')).map(({ text }) => text).join()).toContain('林静也收了钱');
  });
});
