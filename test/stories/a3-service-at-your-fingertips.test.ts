import { toldTo } from '../support/news';
import { packFile } from '../support/story-app';
import { sandboxWorld } from '../support/story-sandbox';
import { countSeen, lastSeen } from '../support/story-world';

type World = Awaited<ReturnType<typeof sandboxWorld>>;

let world: World;
afterEach(() => world.stop());

/** A community where somebody approves and assigns, and every result is reviewed. */
const open = async (): Promise<void> => {
  const PACK = await packFile(new Map(), { dispatch: 'by-person', reviewShare: 1 });
  world = await sandboxWorld({ env: { PACK } });
};

const says = async (person: string, text: string): Promise<string> =>
  (await toldTo(world, person, () => world.writes(person, { text }))).map((seen) => seen.text).join('\n---\n');

const presses = async (person: string, pattern: RegExp, label: string): Promise<void> =>
  world.presses(person, 'private', lastSeen(await world.private(person), pattern), label);

const number = 101;

const reportsStain = (): Promise<void> =>
  world.writes('liu-jianguo', { text: '6号楼3楼楼道屋顶渗水，墙上一大片水渍', photo: 'elder' });

test('a water stain: approved and assigned, claimed, done, reviewed, called back; every step to be seen', async () => {
  await open();
  await reportsStain();
  expect(await world.ticket(number)).toMatchObject({ state: 'reported', owner: null });
  const asked = lastSeen(await world.private('xu-ning'), /请在.+前派人/);
  expect(asked.photos).toBe(1);
  expect(asked.choices[0]).toBe('王芳');
  expect(await says('liu-jianguo', `查 #${number}`)).toContain('请许宁审批分配');

  await presses('xu-ning', /请在.+前派人/, '王芳');
  expect(await world.ticket(number)).toMatchObject({ state: 'dispatched' });
  expect(await says('liu-jianguo', `查 #${number}`)).toContain('许宁已审批，派给王芳');
  expect(await says('lin-jing', `派 #${number} 给 李强`)).toContain('许宁先派了');
  expect(await says('liu-jianguo', `派 #${number} 给 李强`)).toContain('什么都没有改');

  await presses('wang-fang', /能办请回/, '接单');
  await world.writes('wang-fang', { text: `补充 #${number} 实地勘察：4楼水管接头漏`, photo: 'elder' });
  await world.restart();
  await world.writes('wang-fang', { text: `办结 #${number} 接头换了，不漏了`, photo: 'clean' });
  expect(await world.ticket(number)).toMatchObject({ state: 'under-review', owner: 'wang-fang' });
  expect(countSeen(await world.private('liu-jianguo'), /解决了，满意回 1/)).toBe(0);
  expect(await says('wang-fang', `通过 #${number}`)).toContain('自己办的事不能自己');
  expect(await says('liu-jianguo', `通过 #${number}`)).toContain('什么都没有改');
  expect(await says('liu-jianguo', `撤回 #${number}`)).toContain('不能直接撤回');

  await presses('fang-zheng', /请审单/, '通过');
  expect(await world.ticket(number)).toMatchObject({ state: 'resolved' });
  expect(await says('fang-zheng', `通过 #${number}`)).toContain('什么都没有改');
  await presses('liu-jianguo', /解决了，满意回 1/, '解决了，满意');
  expect(await world.ticket(number)).toMatchObject({ state: 'archived', solved: true, satisfied: true });
  const history = await says('liu-jianguo', `查 #${number}`);
  for (const step of ['审批分配', '已审批', '王芳接单', '补充了情况', '王芳办好了', '方正审单通过', '满意', '归档'])
    expect(history).toContain(step);
});

test('a weak result is sent back with a reason, the second time to the leader; a supervisor gets an answer', async () => {
  await open();
  await reportsStain();
  await says('xu-ning', `派 #${number} 给 王芳`);
  await says('wang-fang', `接 #${number}`);
  expect(await says('he-ping', `督办 #${number} 今天能好吗`)).toContain('前回话');
  expect(await says('wang-fang', `留言 #${number} 能好，材料到了`)).toContain('留言记在');
  expect(countSeen(await world.private('he-ping'), /王芳回话了.*材料到了/)).toBe(1);
  await says('wang-fang', `办结 #${number} 好了`);
  await presses('fang-zheng', /请审单/, '驳回');
  expect(lastSeen(await world.private('fang-zheng'), /“驳回”要说原因/).number).toBe(number);
  await says('fang-zheng', '没有照片，看不出修了哪里');
  expect(await world.ticket(number)).toMatchObject({ state: 'claimed', owner: 'wang-fang' });
  expect(lastSeen(await world.private('wang-fang'), /审单驳回了/).text).toContain('看不出修了哪里');
  await world.writes('wang-fang', { text: `办结 #${number} 补上照片`, photo: 'clean' });
  await says('fang-zheng', `驳回 #${number} 因为 还在滴水`);
  expect(await world.ticket(number)).toMatchObject({ state: 'dispatched', owner: null });
  expect(lastSeen(await world.private('he-ping'), /审单驳回了2次/).text).toContain('还在滴水');
  expect(await says('he-ping', `接 #${number}`)).toContain('由您负责');
});

test('not ours: arranged anew, and after twice ruled for good; nobody approves: the rule does', async () => {
  await open();
  await reportsStain();
  await says('xu-ning', `派 #${number} 给 王芳`);
  expect(await says('wang-fang', `退 #${number} 因为 不归我们`)).toContain('重新派人');
  await says('xu-ning', `派 #${number} 给 李强`);
  await says('li-qiang', `接 #${number}`);
  await says('li-qiang', `退 #${number} 因为 不归我们管`);
  await says('xu-ning', `派 #${number} 给 何平`);
  expect(await says('he-ping', `退 #${number} 因为 不归我们`)).toContain('裁定');
  expect(await says('lin-jing', `裁定 #${number} 给 李强`)).toContain('派给李强');
  expect(await says('li-qiang', `退 #${number} 因为 还是不归我们`)).toContain('不能再“退”');
  expect(await says('li-qiang', `退 #${number} 给 区排水公司 因为 是市政管道`)).toContain('已经转给“区排水公司”');
  expect(lastSeen(await world.private('liu-jianguo'), /区排水公司/).text).toContain('可以直接问他们');
  expect(await world.ticket(number)).toMatchObject({ state: 'archived' });

  await world.writes('liu-jianguo', { text: '5号楼二楼楼道的路灯坏了', photo: 'cars' });
  expect(await world.ticket(102)).toMatchObject({ state: 'reported' });
  await world.advance(480);
  expect((await world.ticket(102)).state).not.toBe('reported');
});
