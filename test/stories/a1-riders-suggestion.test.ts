import { numberTold, toldTo } from '../support/news';
import { sandboxWorld } from '../support/story-sandbox';
import { countSeen, lastSeen } from '../support/story-world';

type World = Awaited<ReturnType<typeof sandboxWorld>>;

const roof = '建议给畅小站的快递取件区搭个雨棚，一下雨包裹都淋湿了';
const day = 24 * 60;

let world: World;
let number: number;
beforeAll(async () => {
  world = await sandboxWorld();
});
afterAll(() => world.stop());

const told = async (person: string, act: () => Promise<unknown>): Promise<string> =>
  (await toldTo(world, person, act)).map(({ text }) => text).join('\n---\n');

const says = (person: string, text: string): Promise<string> => told(person, () => world.writes(person, { text }));

describe("a riders' suggestion: a roof over the parcel area, proposed, talked about and built within seven days", () => {
  test('proposed: a card that asks who agrees, and the staff on duty are asked to answer', async () => {
    await world.posts('zhao-fei', 'riders', { text: roof });
    const card = lastSeen(await world.group('riders'), /建议/);
    number = card.number ?? 0;
    expect(card.text).toContain('收到建议，谢谢您');
    expect(card.text).toContain(`您也赞成，就回“我也是 #${number}”`);
    expect(await world.ticket(number)).toMatchObject({
      kind: 'suggestion',
      state: 'dispatched',
      reporters: ['zhao-fei'],
    });
    // On duty that Friday.
    const asked = lastSeen(await world.private('xu-ning'), /这是一条建议/);
    expect(asked.text).toContain(`采纳 #${number}`);
  });

  test('others agree, and the card counts them; it is no second ticket', async () => {
    await world.posts('qian-jin', 'riders', { text: `我也是 #${number}` });
    await world.posts('sun-hao', 'riders', { text: `我也是 #${number}` });
    expect(lastSeen(await world.group('riders'), /建议/).text).toContain('已有2人附议');
  });

  test('a rider, or one who is not asked, decides nothing', async () => {
    expect(await says('qian-jin', `采纳 #${number}`)).not.toContain('采纳了');
    expect(await world.ticket(number)).toMatchObject({ state: 'dispatched' });
  });

  test('taken up: whoever proposed it hears so, and a second 采纳 changes nothing', async () => {
    const heard = await told('zhao-fei', () => world.writes('chen-xiao', { text: `采纳 #${number} 请物业看看地方` }));
    expect(heard).toContain('采纳了，正在商量怎么办');
    expect(heard).toContain('请物业看看地方');
    expect(await world.ticket(number)).toMatchObject({ state: 'considered', owner: 'chen-xiao' });
    expect(await says('chen-xiao', `采纳 #${number}`)).toContain('已采纳，在商量');
  });

  test('planned: the date is told, watched and moved', async () => {
    const heard = await told('zhao-fei', () => world.writes('chen-xiao', { text: `计划 #${number} 五天` }));
    expect(heard).toContain('排上了');
    const first = (await world.ticket(number)).dueAt;
    await world.writes('chen-xiao', { text: `计划 #${number} 六天` });
    const moved = await world.ticket(number);
    expect(moved.state).toBe('planned');
    expect(moved.dueAt).not.toBe(first);
    expect(lastSeen(await world.group('riders'), /已排上/).number).toBe(number);
  });

  test('the owner is reminded once before the date', async () => {
    await world.restart();
    await world.advance(6 * day);
    expect(countSeen(await world.private('chen-xiao'), new RegExp(`#${number}[^]*还有.+到时间`))).toBe(1);
  });

  test('built: the proposer is thanked and awarded, those who agreed hear of it, figures of reports know nothing of it', async () => {
    const heard = await told('zhao-fei', () =>
      world.writes('chen-xiao', { text: `办结 #${number} 雨棚搭好了`, photo: 'clean' }),
    );
    expect(heard).toContain('您的建议做好了，谢谢您');
    expect(heard).toContain('给您加了10分');
    expect(await world.ticket(number)).toMatchObject({ state: 'done', dueAt: null });
    expect(countSeen(await world.private('qian-jin'), new RegExp(`#${number}`))).toBeGreaterThan(0);
    expect(await world.books()).toMatchObject({ sum: 0 });
    expect(await says('zhao-fei', `查 #${number}`)).toContain('雨棚搭好了');
  });

  test('another is not taken up, with a reason and never without', async () => {
    await world.writes('sun-hao', { text: '建议在西门给骑手装一个热水机' });
    const other = await numberTold(world, 'sun-hao');
    expect(await says('chen-xiao', `不采纳 #${other}`)).toContain('因为');
    expect(await world.ticket(other)).toMatchObject({ kind: 'suggestion', state: 'dispatched' });
    const heard = await told('sun-hao', () =>
      world.writes('chen-xiao', { text: `不采纳 #${other} 因为西门没有水源，畅小站里有热水` }),
    );
    expect(heard).toContain('畅小站里有热水');
    expect(await world.ticket(other)).toMatchObject({ state: 'declined' });
  });

  test('a report is no suggestion: 采纳 is refused with what to do instead', async () => {
    await world.posts('wu-yong', 'riders', { text: '5号楼门口汽车乱停，电动车出不去', photo: 'cars' });
    const report = lastSeen(await world.group('riders'), /停车｜5号楼/).number ?? 0;
    expect(await says('chen-xiao', `采纳 #${report}`)).toContain('不是建议');
  });
});
