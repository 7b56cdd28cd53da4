import { createConnection } from 'mongoose';
import { numberTold, toldTo } from '../support/news';
import { sandboxWorld } from '../support/story-sandbox';
import { countSeen, lastSeen } from '../support/story-world';

type World = Awaited<ReturnType<typeof sandboxWorld>>;

const day = 24 * 60;
const worker = 'wang-fang';
const staff = 'chen-xiao';
const other = 'liu-yang';

let world: World;
let number: number;
beforeAll(async () => {
  world = await sandboxWorld();
});
afterAll(() => world.stop());

const told = async (person: string, act: () => Promise<unknown>): Promise<string> =>
  (await toldTo(world, person, act)).map(({ text }) => text).join('\n---\n');

const says = (person: string, text: string): Promise<string> => told(person, () => world.writes(person, { text }));

const secrets = /王秀英|1380000|花白|王小姐/;

/** Everything that the database holds of the program itself; what the made-up platform keeps is its own. */
const stored = async (): Promise<string> => {
  const connection = await createConnection(world.app.mongoUri).asPromise();
  try {
    const names = (await connection.listCollections()).map(({ name }) => name);
    const own = names.filter((name) => !name.startsWith('sandbox_') && !name.startsWith('system.'));
    const all = await Promise.all(own.map((name) => connection.collection(name).find().toArray()));
    return JSON.stringify(all);
  } finally {
    await connection.close();
  }
};

describe('people in care: one file, one colour, one contact each', () => {
  test('what is missing is asked for, and nothing is kept', async () => {
    expect(await says(worker, '登记 王秀英 82岁')).toMatch(/还缺颜色、住哪栋楼[^]*红色、橙色[^]*请照这样发/);
    expect(await says(staff, '台账')).toContain('还没有登记的人');
  });

  test('the grid worker enters an old lady and is her contact', async () => {
    const heard = await says(worker, '登记 王秀英 82岁 6号楼2单元301 红 花白短发，常穿蓝外套 女儿 王小姐 13800001234');
    number = await numberTold(world, worker);
    expect(heard).toContain(`#${number} 红色｜王秀英`);
    expect(heard).toContain('出生：1944年生');
    expect(heard).toContain('住址：6号楼2单元301');
    expect(heard).toContain('样子：花白短发，常穿蓝外套');
    expect(heard).toContain('家属：女儿 王小姐 13800001234');
    expect(heard).toContain('一对一：王芳；看望：7天一次，下次11月27日 17:30前');
  });

  test('the same person is not entered twice, whoever sends it', async () => {
    expect(await says(staff, '登记 王秀英 6号楼 黄')).toContain(`这位已经登记了，是 #${number}`);
    expect(await says('li-qiang', '登记 王秀英 6号楼 黄')).toMatch(/已经有人登记了[^]*人工/);
  });

  test('names, doors, looks and numbers lie sealed in the database', async () => {
    const all = await stored();
    expect(all).toContain(`care-${number}`);
    expect(all).not.toMatch(secrets);
  });

  test('her contact sees the file; another worker hears the same as of a number that does not exist', async () => {
    expect(await says(worker, `台账 #${number}`)).toMatch(/王秀英[^]*6号楼2单元301/);
    expect(await says(worker, `家属 #${number}`)).toContain('女儿 王小姐 13800001234');
    const nothing = await says(other, '家属 #999');
    expect(await says(other, `家属 #${number}`)).toBe(nothing.replace('#999', `#${number}`));
    expect(await says('zhang-nainai', `家属 #${number}`)).not.toMatch(secrets);
  });

  test('staff say why, and who looked and why stands in the record', async () => {
    expect(await says(staff, `家属 #${number}`)).toMatch(/要说明原因[^]*为什么/);
    expect(await says(staff, '女儿来电说换了号码，要核对')).toContain('13800001234');
    const record = await says(staff, `查 #${number} 因为 月底核对`);
    expect(record).toContain('王芳（一对一联系人）看了家属电话');
    expect(record).toContain('陈晓（社区）看了家属电话，因为“女儿来电说换了号码，要核对”');
    expect(record).toContain('陈晓（社区）看了记录，因为“月底核对”');
  });

  test('nothing of it is ever said in a group, not even among staff', async () => {
    const before = (await world.group('staff')).length;
    const heard = await told(staff, () => world.posts(staff, 'staff', { text: `家属 #${number} 因为 有急事` }));
    expect(heard).toContain('只在私聊里说');
    expect(await world.group('staff')).toHaveLength(before);
    await world.posts(worker, 'residents', { text: `台账 #${number}` });
    for (const group of ['riders', 'residents', 'volunteers', 'staff'])
      expect(countSeen(await world.group(group), secrets)).toBe(0);
  });

  test('the ledger: staff see all by colour, a contact only their own', async () => {
    await says(staff, '登记 李大山 1950年生 1号楼101 绿色 联系人 刘洋');
    expect(lastSeen(await world.private(other), /请您一对一联系/).text).toContain('李大山');
    const all = await says(staff, '台账');
    expect(all).toContain('红色1人，橙色0人，黄色0人，蓝色0人，绿色1人');
    expect(all.indexOf('王秀英')).toBeLessThan(all.indexOf('李大山'));
    expect(await says(staff, '台账 绿色')).not.toContain('王秀英');
    expect(await says(other, '台账')).not.toContain('王秀英');
    const told = await says('zhao-fei', '台账');
    expect(told).toContain('社区工作人员用的');
    expect(told).not.toMatch(/李大山|王秀英|\d人|色/u);
  });

  test('a new number of the family replaces the old one', async () => {
    expect(await says(worker, `登记 #${number} 女儿 王小姐 13900005678`)).toContain('13900005678');
    expect(await says(worker, `家属 #${number}`)).not.toContain('13800001234');
  });

  test('a colour changes with a reason, and the next visit with it; the same press twice changes once', async () => {
    expect(await says(worker, `换色 #${number} 橙`)).toContain('要说明原因');
    const heard = await told(staff, () => world.writes(worker, { text: '出院了，女儿回来陪', id: 'same' }));
    expect(heard).toMatch(/从红色换成橙色[^]*出院了，女儿回来陪[^]*15天看一次，请在12月7日/);
    expect(await says(staff, `查 #${number} 因为 看看`)).toContain('王芳换成橙色，因为“出院了，女儿回来陪”');
    await world.writes(worker, { text: '出院了，女儿回来陪', id: 'same' });
    expect(countSeen(await world.private(staff), /从红色换成橙色/)).toBe(1);
    expect(await says(worker, `换色 #${number} 橙 因为 再说一次`)).toContain('本来就是橙色');
    expect(await says(worker, `换色 #${number} 紫`)).toContain('换成什么颜色');
    await says(worker, `换色 #${number} 红 因为 又摔了`);
  });

  test('the contact is reminded, a missed visit goes to staff once, a visit begins a new round', async () => {
    await world.restart();
    await world.advance(5 * day);
    expect(countSeen(await world.private(worker), new RegExp(`#${number}[^]*该去看看了`))).toBe(1);
    expect(await says(worker, `看过 #${number} 敲门没见到人`)).toContain('这次不算看过');
    await world.advance(day);
    expect(countSeen(await world.private(worker), /上次没见到人，请今天再去一次/)).toBe(1);
    await world.advance(4 * day);
    const raised = (await Promise.all([staff, 'xu-ning', 'he-min'].map((one) => world.private(one)))).flat();
    expect(countSeen(raised, new RegExp(`#${number}[^]*还没有去`))).toBe(3);
    const seen = await says(worker, `看过 #${number} 精神很好`);
    expect(seen).toMatch(/记下了，辛苦您[^]*下次请在/);
    await world.advance(2 * day);
    expect(countSeen(await world.private(worker), new RegExp(`#${number}[^]*该去看看了`))).toBe(1);
    expect(await stored()).not.toMatch(secrets);
  });
});
