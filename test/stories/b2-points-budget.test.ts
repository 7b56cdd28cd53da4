import { packFile } from '../support/story-app';
import { sandboxWorld } from '../support/story-sandbox';
import { countSeen, lastSeen } from '../support/story-world';

type World = Awaited<ReturnType<typeof sandboxWorld>>;

let world: World;
const says = async (who: string, pattern: RegExp): Promise<string> => lastSeen(await world.private(who), pattern).text;
const balanceOf = async (account: string): Promise<number> =>
  (await world.books()).accounts.find(({ id }) => id === account)?.balance ?? 0;

const praised = async (by: string, name: string, what: string): Promise<void> => {
  await world.writes(by, { text: `表扬 ${name} ${what}` });
  const asked = lastSeen(await world.private('xu-ning'), new RegExp(what));
  await world.presses('xu-ning', 'private', asked, '是');
};

describe('points come out of what the director grants', () => {
  beforeAll(async () => {
    // A Friday, 9:00.
    world = await sandboxWorld({ env: { PACK: await packFile(new Map(), { pointsBudget: 'queue' }) } });
    for (const who of ['deng-tao', 'hu-xia', 'lin-jing']) await world.writes(who, { text: '积分' });
  });
  afterAll(() => world.stop());

  test('only the director grants; everybody on the staff sees how it stands', async () => {
    await world.writes('xu-ning', { text: '预算 500' });
    expect(await says('xu-ning', /由主任来拨/)).toContain('预算');
    await world.writes('lin-jing', { text: '预算 30', id: 'once' });
    await world.writes('lin-jing', { text: '预算 30', id: 'once' });
    expect(await says('lin-jing', /拨好了，30分/)).toContain('2026-11 的积分预算还有30分');
    await world.writes('xu-ning', { text: '预算' });
    expect(await says('xu-ning', /积分预算还有30分/)).toContain('没有人在排队');
  });

  test('what is earned beyond it waits, visibly, and the director hears of it once', async () => {
    await praised('chen-yun', '邓涛', '帮我拎菜上楼');
    expect(await balanceOf('person:deng-tao')).toBe(20);
    await praised('chen-yun', '胡霞', '送我去医院');
    await praised('pan-bo', '胡霞', '扫了楼道');
    expect(await balanceOf('person:hu-xia')).toBe(0);
    expect(await balanceOf('queued:hu-xia')).toBe(40);
    expect(await says('hu-xia', /预算用完了/)).toContain('先排着队');
    expect(countSeen(await world.private('lin-jing'), /积分预算用完了/)).toBe(1);
    await world.writes('lin-jing', { text: '预算' });
    expect(await says('lin-jing', /位在排队/)).toContain('1位在排队，一共40分');
  });

  test('the next grant pays who waits, once', async () => {
    await world.writes('lin-jing', { text: '预算 100', id: 'more' });
    await world.writes('lin-jing', { text: '预算 100', id: 'more' });
    expect(await says('hu-xia', /到账了/)).toContain('40分');
    expect(await balanceOf('person:hu-xia')).toBe(40);
    expect(await balanceOf('queued:hu-xia')).toBe(0);
    expect(await balanceOf('budget:2026-11')).toBe(70);
    expect((await world.books()).sum).toBe(0);
  });
});
