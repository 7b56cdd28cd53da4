import { move, type Posting } from '../../src/domain/points/posting';
import { createLog } from '../../src/log';
import { createStore } from '../../src/store/store';
import { packFile } from '../support/story-app';
import { sandboxWorld } from '../support/story-sandbox';
import { countSeen, lastSeen } from '../support/story-world';

type World = Awaited<ReturnType<typeof sandboxWorld>>;

let world: World;
const advanceTo = (to: string): Promise<unknown> => world.api.post('/clock', { to });
const says = async (who: string, pattern: RegExp): Promise<string> => lastSeen(await world.private(who), pattern).text;
const balanceOf = async (account: string): Promise<number> =>
  (await world.books()).accounts.find(({ id }) => id === account)?.balance ?? 0;

/** What was earned in another year, and what many others hold, on the books before the story begins. */
const bring = async (uri: string): Promise<void> => {
  const store = await createStore({ uri, communityId: 'demo', log: createLog('silent') });
  const earned = (person: string, points: number, at: string): Posting => ({
    ...{ cause: `brought:${person}:${at}`, at, reason: 'hours' },
    entries: move('issued:hours', `person:${person}`, points),
  });
  await store.ledger.postAll([
    earned('deng-tao', 60, '2025-06-01T00:00:00.000Z'),
    earned('deng-tao', 25, '2026-06-01T00:00:00.000Z'),
    earned('hu-xia', 40, '2026-06-01T00:00:00.000Z'),
    ...Array.from({ length: 450 }, (_, index) => earned(`far-${index}`, 10, '2025-03-01T00:00:00.000Z')),
  ]);
  await store.close();
};

describe('points that last to the end of the next year', () => {
  beforeAll(async () => {
    // A Friday, 9:00.
    world = await sandboxWorld({ env: { PACK: await packFile(new Map(), { pointsYears: 1 }) } });
    await bring(world.app.mongoUri);
    for (const who of ['deng-tao', 'hu-xia']) await world.writes(who, { text: '积分' });
    await world.writes('deng-tao', { text: '存 1小时' });
  });
  afterAll(() => world.stop());

  test('a month before, whoever loses points hears how many and what to do; the others hear nothing', async () => {
    await advanceTo('2026-12-01T20:00:00+08:00');
    expect(countSeen(await world.private('deng-tao'), /过期，存着/)).toBe(0);
    await advanceTo('2026-12-02T10:00:00+08:00');
    expect(await says('deng-tao', /零点过期/)).toContain('您的75分里有50分');
    expect(countSeen(await world.private('hu-xia'), /零点过期/)).toBe(0);
    expect(await balanceOf('person:deng-tao')).toBe(75);
  });

  test('what is spent until then comes off the old; over a restart the rest lapses, and kept time stays', async () => {
    await world.writes('deng-tao', { text: '兑 米' });
    await world.presses('deng-tao', 'private', lastSeen(await world.private('deng-tao'), /兑一份米/), '是');
    await world.restart();
    await advanceTo('2027-01-01T08:00:00+08:00');
    expect(countSeen(await world.private('deng-tao'), /零点过期/)).toBe(1);
    expect(await balanceOf('person:hu-xia')).toBe(40);
    expect(await balanceOf('saved:deng-tao')).toBe(10);
    expect(await balanceOf('expired:2026')).toBeGreaterThanOrEqual(30 + 4_500);
    const { sum, accounts } = await world.books();
    expect(sum).toBe(0);
    expect(accounts.filter(({ id, balance }) => /^person:far-/.test(id) && balance > 0)).toEqual([]);
    await world.writes('deng-tao', { text: '账单' });
    expect(await says('deng-tao', /到期 -\d+分/)).toContain('另存着10分');
  });

  test('nothing lapses twice', async () => {
    const before = await balanceOf('person:hu-xia');
    await world.restart();
    await advanceTo('2027-01-20T08:00:00+08:00');
    expect(await balanceOf('person:hu-xia')).toBe(before);
  });
});
