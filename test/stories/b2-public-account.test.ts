import { boardBrowser } from '../support/board-browser';
import { boardWorld, type BoardWorld } from '../support/board-world';
import { countSeen, lastSeen } from '../support/story-world';

let world: BoardWorld;
const last = async (who: string, pattern: RegExp): Promise<string> => lastSeen(await world.private(who), pattern).text;
const count = async (who: string, pattern: RegExp): Promise<number> => countSeen(await world.private(who), pattern);
const writes = (who: string, text: string): Promise<void> => world.writes(who, { text });
const numberIn = (text: string): number => Number(/#(\d+)/.exec(text)?.[1]);
const balance = async (): Promise<number> =>
  (await world.books()).accounts.find(({ id }) => id === 'fund:elder-care')?.balance ?? 0;
const says = async (who: string, pattern: RegExp, label: '是' | '不是'): Promise<void> =>
  world.presses(who, 'private', lastSeen(await world.private(who), pattern), label);
const page = async (month = ''): Promise<string> =>
  (await boardBrowser(world.app.address).get(`/p/demo/account${month}`)).text.replace(/\s+/gu, ' ');

describe('the public elder-care account: every yuan, with its receipt, seen by four eyes', () => {
  let spent = 0;

  beforeAll(async () => {
    // A Friday, 9:00.
    world = await boardWorld();
  });
  afterAll(() => world.stop());

  test('an income stands when a second one of staff said yes, never by whoever noted it', async () => {
    await writes('xu-ning', '大账单 收入 5,000元 民政局补助');
    const noted = await last('xu-ning', /记下了/);
    expect(noted).toContain('收入 5000.00元，用途：“民政局补助”');
    await writes('xu-ning', `通过 #${numberIn(noted)}`);
    expect(await last('xu-ning', /自己记的/)).toContain('另一位同事');
    expect(await balance()).toBe(0);
    expect(await last('lin-jing', /许宁记了大账单/)).toContain('对，回 1；不对，回 2');
    await says('lin-jing', /许宁记了大账单/, '是');
    expect(await last('xu-ning', /已入账/)).toContain('5000.00元');
    expect(await balance()).toBe(500_000);
    await writes('lin-jing', `通过 #${numberIn(noted)}`);
    expect(await last('lin-jing', /这一笔已入账/)).toContain('不用再回');
    expect(await balance()).toBe(500_000);
    expect(await world.books()).toMatchObject({ sum: 0 });
  });

  test.each([
    ['xu-ning', '大账单 支出 320.5 给 五金店 买扶手', /要有收据照片/],
    ['xu-ning', '大账单 收入 -50 退款', /金额没看懂/],
    ['xu-ning', '大账单 收入 0 没有', /金额没看懂/],
    ['xu-ning', '大账单 收入 12.345 零头', /金额没看懂/],
    ['xu-ning', '大账单 收入 1000000000000 太多', /最多1亿元/],
    ['xu-ning', '大账单 收入 500', /没写用途/],
    ['xu-ning', '大账单 买了扶手', /没看懂/],
    ['xu-ning', '大账单 支出 100 给 许宁 垫付', /要有收据照片/],
    ['xu-ning', '大账单 冲正 #9999 因为 没有', /没有这一笔/],
    ['pan-bo', '大账单 收入 100 我捐的', /由社区来记/],
  ])('%s: “%s” is answered, and nothing is noted', async (who, text, why) => {
    const before = await count('lin-jing', /记了大账单/);
    await writes(who, text);
    expect(await last(who, why)).toMatch(/大账单|人工/);
    expect(await count('lin-jing', /记了大账单/)).toBe(before);
  });

  test('an expense comes with its receipt, once, over a restart; whoever gets the money neither notes nor approves it', async () => {
    await world.writes('xu-ning', { text: '大账单 支出 50 给 许宁 垫付', photo: 'elder' });
    expect(await last('xu-ning', /给自己的钱/)).toContain('别的同事');
    await world.writes('xu-ning', { text: '大账单 支出 60 给 陈晓 买水', photo: 'elder' });
    const toChen = numberIn(await last('xu-ning', /买水/));
    await writes('chen-xiao', `通过 #${toChen}`);
    expect(await last('chen-xiao', /收款的是您自己/)).toContain('另一位同事');
    await writes('xu-ning', `撤回 #${toChen}`);
    expect(await world.ticket(toChen)).toMatchObject({ kind: 'fund', state: 'withdrawn' });
    const message = { text: '大账单 支出 320.5 给 五金店 买扶手', photo: 'cars', id: 'handrails' } as const;
    await world.writes('xu-ning', message);
    await world.restart();
    await world.writes('xu-ning', message);
    expect(await count('xu-ning', /记下了.*买扶手/)).toBe(1);
    spent = numberIn(await last('xu-ning', /买扶手/));
    await says('lin-jing', /买扶手/, '是');
    expect(await last('xu-ning', /已入账/)).toContain('支出 320.50元，给五金店，用途：“买扶手”');
    expect(await balance()).toBe(467_950);
  });

  test('the same receipt again is asked about, and stands only on a second yes', async () => {
    await world.writes('xu-ning', { text: '大账单 支出 80 给 五金店 买螺丝', photo: 'cars' });
    const number = numberIn(await last('xu-ning', /买螺丝/));
    await says('lin-jing', /买螺丝/, '是');
    expect(await last('lin-jing', /买螺丝/)).toContain(`收据和 #${spent} 是同一张`);
    expect(await balance()).toBe(467_950);
    await says('lin-jing', /是同一张/, '不是');
    expect(await world.ticket(number)).toMatchObject({ state: 'declined' });
    expect(await last('xu-ning', /没有入账，同事没同意/)).toContain('买螺丝');
    await world.writes('xu-ning', { text: '大账单 支出 90 给 五金店 买锁，同一张收据的另一样', photo: 'cars' });
    await says('lin-jing', /买锁/, '是');
    await says('lin-jing', /是同一张/, '是');
    expect(await balance()).toBe(458_950);
  });

  test('residents read it by message and on a page; receipts only after staff have looked at them; never who was paid', async () => {
    await writes('pan-bo', '大账单');
    const told = await last('pan-bo', /养老大账单 2026年11月/);
    expect(told).toContain('收入5000.00元，支出410.50元，月底结余4589.50元');
    expect(told).toContain(`#${spent} 买扶手 -320.50元`);
    expect(told).toContain('/p/demo/account?month=2026-11');
    expect(told).not.toContain('五金店');
    await writes('pan-bo', '大账单 10月');
    expect(await last('pan-bo', /养老大账单 2026年10月/)).toContain('这个月还没有收支');
    const before = await page();
    expect(before).toContain('买扶手');
    expect(before).toMatch(/-320\.50.*4679\.50/);
    expect(before).not.toMatch(/五金店|许宁|林静|photos\//);
    const staff = await world.enter('chen-xiao');
    const looking = (await staff.get('/board/photos')).text;
    const photo = new RegExp(`#${spent}</h2>[\\s\\S]*?/board/photos/([^"]+)"`, 'u').exec(looking)?.[1] ?? '';
    const stranger = boardBrowser(world.app.address);
    expect(await stranger.get(`/p/demo/photos/${photo}`)).toMatchObject({ status: 404 });
    await staff.post(`/board/photos/${photo}`, { what: 'show', cell: '1' });
    expect(await page()).toContain(`href="/p/demo/photos/${photo}"`);
    expect(await stranger.get(`/p/demo/photos/${photo}`)).toMatchObject({ status: 200 });
    expect(await (await world.force('wang-fang')).get(`/board/photos/${photo}`)).toMatchObject({ status: 404 });
    expect(await page('?month=2026-10')).toContain('这个月还没有收支');
    expect(await page('?month=%24ne')).toContain('2026-11');
  });

  test('what is wrong is never edited: a counter entry takes it back, with its reason, by four eyes, once', async () => {
    await writes('chen-xiao', `大账单 冲正 #${spent}`);
    expect(await last('chen-xiao', /写清原因/)).toContain('冲正');
    await writes('chen-xiao', `大账单 冲正 #${spent} 因为 金额写错了`);
    const number = numberIn(await last('chen-xiao', /记下了/));
    expect(await balance()).toBe(458_950);
    await writes('xu-ning', `通过 #${number}`);
    expect(await balance()).toBe(491_000);
    expect(await world.ticket(spent)).toMatchObject({ state: 'reversed' });
    await writes('xu-ning', `大账单 冲正 #${spent} 因为 再来一次`);
    expect(await last('xu-ning', /不能冲正/)).toContain(`#${spent}`);
    await writes('xu-ning', `大账单 冲正 #${number} 因为 不对`);
    expect(await last('xu-ning', /不能冲正/)).toContain(`#${number}`);
    const shown = await page();
    expect(shown).toContain(`冲正 #${spent}`);
    expect(shown).toContain('金额写错了');
    expect(shown).toMatch(/月底结余<\/dt> ?<dd>4910\.00/);
    expect(await world.books()).toMatchObject({ sum: 0 });
    await writes('pan-bo', `查 #${spent}`);
    expect(await last('pan-bo', /没找到/)).not.toContain('五金店');
  });

  test('nobody answers: asked again, then it lapses, and whoever noted it hears how to go on', async () => {
    await writes('xu-ning', '大账单 收入 66 义卖');
    const number = numberIn(await last('xu-ning', /义卖/));
    await world.advance(10 * 24 * 60);
    await world.restart();
    expect(await world.ticket(number)).toMatchObject({ state: 'lapsed' });
    expect(await last('xu-ning', /没有人看，没有入账/)).toContain('再发一次');
    expect(await balance()).toBe(491_000);
  });

  test('in a group it is plain talk', async () => {
    const before = (await world.group('residents')).length;
    await world.posts('pan-bo', 'residents', { text: '大账单' });
    expect((await world.group('residents')).filter(({ text }) => /结余/.test(text))).toEqual([]);
    expect((await world.group('residents')).length).toBeGreaterThanOrEqual(before);
  });
});
