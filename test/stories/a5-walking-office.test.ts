import { toldTo } from '../support/news';
import { sandboxWorld } from '../support/story-sandbox';
import { countSeen, lastSeen } from '../support/story-world';

type World = Awaited<ReturnType<typeof sandboxWorld>>;

let world: World;
beforeAll(async () => {
  world = await sandboxWorld();
});
afterAll(() => world.stop());

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

const nameOf: Readonly<Record<string, string>> = {
  'wang-fang': '王芳',
  'li-qiang': '李强',
  'liu-yang': '刘洋',
  'ma-li': '马丽',
};

/** The grid workers who have its card, whoever has it first. */
const handlersOf = async (number: number): Promise<readonly [string, ...string[]]> => {
  const { owner } = await world.ticket(number);
  const seen: string[] = [];
  for (const worker of Object.keys(nameOf))
    if (countSeen(await world.private(worker), new RegExp(`^#${number} [\\s\\S]*说：`)) > 0) seen.push(worker);
  const [first, ...others] = [...new Set([...(owner ? [owner] : []), ...seen])];
  if (first === undefined) throw new Error(`nobody has the card of #${number}`);
  return [first, ...others];
};

describe('即办: settled on the spot', () => {
  test('one message, no review, and the reporter is asked all the same', async () => {
    const number = await reports('pan-bo', '8号楼门口路灯不亮');
    expect(await says('li-qiang', `即办 #${number} 已告知办法，灯杆上的开关已合上`)).toContain('办好了，记下了');
    lastSeen(await world.private('pan-bo'), /已经办好了[\s\S]*解决了，满意回 1/);
    expect(await world.ticket(number)).toMatchObject({ state: 'resolved', owner: 'li-qiang' });
    expect(await historyOf(number)).not.toContain('review-asked');
  });

  test('without words it is asked what was done; a resident cannot', async () => {
    const number = await reports('cao-ying', '5号楼门口垃圾堆得很高');
    expect(await says('li-qiang', `即办 #${number}`)).toContain('要写一句话');
    expect(await says('cao-ying', `即办 #${number} 好了`)).toContain('要管这件事的人来说');
    expect((await world.ticket(number)).state).toBe('dispatched');
  });
});

describe('代办: done on behalf', () => {
  let number: number;

  test('it needs the resident’s leave, asked in private', async () => {
    number = await reports('zhang-nainai', '6号楼老人想申请助餐，不会填表');
    expect(await says('wang-fang', `代办 #${number} 到社区窗口交助餐申请表`)).toContain('正在问报的人');
    const asked = lastSeen(await world.private('zhang-nainai'), /替您去办：“到社区窗口交助餐申请表”/);
    expect(asked.choices).toEqual(['同意', '不同意']);
    expect(await says('wang-fang', `办结 #${number} 交了`, 'clean')).toContain('还没同意代办');
  });

  test('the leave is kept; the second press is thanked and changes nothing', async () => {
    await world.restart();
    const asked = lastSeen(await world.private('zhang-nainai'), /替您去办/);
    await world.writes('zhang-nainai', { text: '1', replyTo: asked });
    lastSeen(await world.private('zhang-nainai'), /您同意代办/);
    lastSeen(await world.private('wang-fang'), /报的人同意您代办了/);
    await world.writes('zhang-nainai', { text: '1', replyTo: asked });
    expect((await historyOf(number)).filter((what) => what === 'consented')).toHaveLength(1);
  });

  test('without a receipt it is not done; with a receipt, or a reason, it is', async () => {
    expect(await says('wang-fang', `办结 #${number} 申请表交了`)).toContain('代办要有收据照片');
    expect((await world.ticket(number)).state).toBe('claimed');
    expect(await says('wang-fang', `办结 #${number} 申请表交了`, 'clean')).toContain('办好了，记下了');
    expect((await world.ticket(number)).state).not.toBe('claimed');
  });

  test('who says no is heard, and another way is asked for', async () => {
    const other = await reports('liu-jianguo', '6号楼老人独居，想要助餐送饭');
    await world.writes('wang-fang', { text: `代办 #${other} 到社区登记` });
    const asked = lastSeen(await world.private('liu-jianguo'), /替您去办：“到社区登记”/);
    await world.presses('liu-jianguo', 'private', asked, '不同意');
    lastSeen(await world.private('wang-fang'), /不同意代办[\s\S]*请换一种/);
  });
});

describe('陪办: done together', () => {
  let number: number;

  test('a time is proposed; the resident simply names another, which the handler agrees to', async () => {
    number = await reports('chen-yun', '6号楼老人看病没人陪诊');
    expect(await says('wang-fang', `陪办 #${number}`)).toContain('没看懂约在什么时候');
    expect(await says('wang-fang', `陪办 #${number} 周六9点去医院`)).toContain('正在问对方');
    lastSeen(await world.private('chen-yun'), /想约[\s\S]*09:00陪您一起去办/);
    await world.writes('chen-yun', { text: '周六10点吧' });
    const asked = lastSeen(await world.private('wang-fang'), /报的人想改在/);
    await world.presses('wang-fang', 'private', asked, '同意');
    lastSeen(await world.private('chen-yun'), /约好了：[\s\S]*10:00陪办/);
  });

  test('both are reminded the evening before and an hour before, and asked once when nothing was heard', async () => {
    await world.advance(10.5 * 60);
    for (const person of ['chen-yun', 'wang-fang'])
      expect(countSeen(await world.private(person), new RegExp(`#${number}[\\s\\S]*别忘了`))).toBe(1);
    await world.advance(13.75 * 60);
    for (const person of ['chen-yun', 'wang-fang'])
      expect(countSeen(await world.private(person), new RegExp(`#${number}[\\s\\S]*别忘了`))).toBe(2);
    await world.advance(2 * 60);
    lastSeen(await world.private('wang-fang'), /还没听说办得怎么样/);
    expect(await says('wang-fang', `办结 #${number} 陪老人看完病送回家了`)).toContain('办好了，记下了');
    expect(countSeen(await world.private('chen-yun'), /还没听说办得怎么样/)).toBe(1);
  });
});

describe('上门办: done at home', () => {
  let number: number;

  test('a window is confirmed; a stranger’s answer is none', async () => {
    number = await reports('huang-lei', '报 2号楼老人独居腿脚不便，要上门照料');
    await world.writes('ma-li', { text: `上门办 #${number} 下周一 14:00-16:00` });
    const asked = lastSeen(await world.private('huang-lei'), /14:00到16:00上门来办[\s\S]*不拍家里的照片/);
    expect(await says('cao-ying', `改约 #${number} 下周二 9点`)).toContain('没找到您能用的');
    await world.presses('huang-lei', 'private', asked, '同意');
    lastSeen(await world.private('ma-li'), /约好了：.*14:00到16:00上门办/);
  });

  test('either side changes or cancels it, and the other hears', async () => {
    expect(await says('huang-lei', `取消预约 #${number} 那天不在`)).toContain('预约取消了');
    lastSeen(await world.private('ma-li'), /预约取消了[\s\S]*改约/);
    await world.writes('ma-li', { text: `改约 #${number} 下周二 9点` });
    await world.presses('huang-lei', 'private', lastSeen(await world.private('huang-lei'), /09:00上门来办/), '同意');
  });

  test('no photo of a home is kept, whichever word it comes with; words are enough', async () => {
    expect(await says('ma-li', `补充 #${number} 屋里是这样`, 'clean')).toContain('不收家里的照片');
    expect(await historyOf(number)).not.toContain('supplemented');
    expect(await says('ma-li', `办结 #${number} 看过老人了`, 'clean')).toContain('不收家里的照片');
    expect(await says('ma-li', `办结 #${number} 看过老人了，都好`)).toContain('办好了，记下了');
  });
});

describe('绿色通道: who is listed, or has a reason that is, jumps the queue', () => {
  let number: number;

  test('a listed resident comes first in the list of whoever handles it; no group sees why', async () => {
    const before = (await world.group('residents')).length;
    number = await reports('deng-tao', '报 7号楼我家里没人做饭，想请人上门照料');
    const later = await reports('song-jia', '报 7号楼门口垃圾没人清');
    expect(await historyOf(number)).toContain('green-channel');
    expect(await historyOf(later)).not.toContain('green-channel');
    const [worker] = await handlersOf(number);
    lastSeen(await world.private(worker), new RegExp(`#${number}[\\s\\S]*【绿色通道】请先办这一件`));
    await says(worker, `接 #${number}`);
    await says(worker, `接 #${later}`);
    const list = await says(worker, '待办');
    expect(list.indexOf(`#${number}`)).toBeLessThan(list.indexOf(`#${later}`));
    expect(
      (await world.group('residents'))
        .slice(before)
        .map(({ text }) => text)
        .join(),
    ).not.toContain('绿色通道');
  });

  test('上门办: at home in a time window, and no photo of the inside of the home', async () => {
    const [worker] = await handlersOf(number);
    await says(worker, `上门办 #${number} 后天 14:00-16:00`);
    await world.restart();
    const asked = lastSeen(await world.private('deng-tao'), /14:00到16:00上门来办/);
    await world.presses('deng-tao', 'private', asked, '同意');
    expect(await says(worker, `办结 #${number} 饭菜送到了`, 'clean')).toContain('不收家里的照片');
    expect(await says(worker, `办结 #${number} 饭菜送到了，以后每天送`)).toContain('办好了，记下了');
  });

  test('for anybody else whoever handles says so, with a listed reason, once', async () => {
    const other = await reports('cao-ying', '报 5号楼门口路灯不亮');
    expect(await says('cao-ying', `绿色通道 #${other} 因为 残疾`)).toContain('要管这件事的人来说');
    expect(await says('he-ping', `绿色通道 #${other} 因为 熟人`)).toMatch(/名单上的原因：残疾、/);
    expect(await says('he-ping', `绿色通道 #${other}`)).toMatch(/名单上的原因/);
    expect(await historyOf(other)).not.toContain('green-channel');
    expect(await says('he-ping', `绿色通道 #${other} 因为 她母亲腿脚不便`)).toContain('走绿色通道了');
    lastSeen(await world.private('cao-ying'), /您的事走绿色通道/);
    expect(await says('he-ping', `绿色通道 #${other} 因为 她母亲腿脚不便`)).toContain('走绿色通道了');
    expect((await historyOf(other)).filter((what) => what === 'green-channel')).toHaveLength(1);
    expect(countSeen(await world.private('cao-ying'), /您的事走绿色通道/)).toBe(1);
  });
});

describe('提级办 and 审单: a hard one is raised, a weak result comes back', () => {
  let number: number;

  test('raised a level; the grid worker stays the first responsible', async () => {
    number = await reports('pan-bo', '报 8号楼门口路灯坏了，修了好几次都不亮');
    const [worker] = await handlersOf(number);
    await says(worker, `接 #${number}`);
    expect(await says('pan-bo', `为什么 #${number}`)).toContain(`第一责任人：${nameOf[worker] ?? ''}。`);
    expect(await says(worker, `上报 #${number} 因为 线路老化，要供电公司来`)).toContain('已经告诉何平');
    await says('he-ping', `转 #${number} 给 何平 因为 网格长来协调`);
    expect((await world.ticket(number)).owner).toBe('he-ping');
    expect(await says('pan-bo', `为什么 #${number}`)).toContain(`第一责任人：${nameOf[worker] ?? ''}。`);
  });

  test('the reviewer, who is not the handler, sends a weak result back with the reason; then it passes', async () => {
    await says('he-ping', `办结 #${number} 好了`);
    expect((await world.ticket(number)).state).toBe('under-review');
    expect(await says('he-ping', `通过 #${number}`)).toMatch(/自己办的事不能自己|要管这件事的人来说/);
    await says('fang-zheng', `驳回 #${number} 因为 没说修了什么，也没有照片`);
    expect(await world.ticket(number)).toMatchObject({ state: 'claimed', owner: 'he-ping' });
    expect(await says('he-ping', `查 #${number}`)).toContain('审单驳回：“没说修了什么，也没有照片');
    await world.restart();
    await says('fang-zheng', `驳回 #${number} 因为 再看看`);
    expect((await historyOf(number)).filter((what) => what === 'sent-back')).toHaveLength(1);
    await says('he-ping', `办结 #${number} 供电公司换了电缆，三盏灯都亮了`, 'clean');
    await says('fang-zheng', `通过 #${number}`);
    expect((await world.ticket(number)).state).toBe('resolved');
    lastSeen(await world.private('pan-bo'), /已经办好了[\s\S]*解决了，满意回 1/);
  });
});
