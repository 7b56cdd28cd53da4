import fc from 'fast-check';
import { aCommunity, aPerson } from '../../../test/support/a-community';
import type { Guard } from '../decision';
import { decideService } from './confirm-service';
import { logService, type Logged, type LogContext } from './log-service';
import { moveTime, neighboursPool, type TimeOwned } from './move-time';
import type { Service } from './service';
import { foldService } from './service-event';
import { serviceDue, tickService } from './tick-service';

const captain = aPerson('sun', ['captain@home']);
const base = aCommunity();
const community = aCommunity({ officers: [...base.officers, captain] });
const helper = aPerson('deng', ['volunteer@home']);
const granny = aPerson('granny', ['resident@home'], { building: 'b6' });
const now = '2026-11-20T02:00:00.000Z';
const day = '2026-11-20T04:00:00.000Z';
const absent = (id: string): Guard => ({ id, version: 0, value: null });

const context = (given: Partial<LogContext> = {}): LogContext => ({
  ...{ now, community, reachable: false, guard: absent },
  ...given,
});

const logged = (given: Partial<Logged> = {}, where: Partial<LogContext> = {}) =>
  logService(
    {
      ...{ id: 's1', number: 101, helper, served: granny, minutes: 90, day, daysAgo: 0, words: null, card: null },
      ...given,
    },
    context(where),
  );

const waiting = (where: Partial<LogContext> = {}): Service => {
  const result = logged({}, where);
  const service = result.ok ? foldService(null, result.value.events) : null;
  if (!service) throw new Error('refused');
  return service;
};

describe('who is asked', () => {
  test('the served person, where one can write to them; else the captain', () => {
    expect(waiting({ reachable: true }).asked).toEqual(['granny']);
    expect(waiting().asked).toEqual(['sun']);
  });

  test('never the helper, also where the helper is the captain', () => {
    const result = logged({ helper: captain });
    expect(result).toMatchObject({ ok: true });
    if (!result.ok) return;
    expect(foldService(null, result.value.events)?.asked).not.toContain('sun');
  });

  test('after two days the next rung, after the last one it lapses, each once', () => {
    let service = waiting({ reachable: true });
    const asked: string[][] = [];
    for (let at = serviceDue(service); at !== null; at = serviceDue(service)) {
      const before = new Date(Date.parse(at) - 60_000).toISOString();
      expect(tickService(service, { now: before, community }).events).toEqual([]);
      const { events, says } = tickService(service, { now: at, community });
      expect(events).toHaveLength(1);
      expect(new Set(says.map(({ key }) => key)).size).toBe(1);
      service = foldService(service, events) ?? service;
      asked.push([...service.asked]);
    }
    expect(asked.slice(0, -1)).toEqual([['sun'], ['wang', 'li', 'he'], ['chen', 'lin']]);
    expect(service.phase).toBe('lapsed');
    expect(tickService(service, { now: '2027-01-01T00:00:00.000Z', community }).events).toEqual([]);
  });
});

test.each([
  ['nothing', { minutes: 0 }, 'minutes'],
  ['less than nothing', { minutes: -60 }, 'minutes'],
  ['more than a day holds', { minutes: 60_000_000_000_000 }, 'minutes'],
  ['tomorrow', { daysAgo: -1 }, 'day'],
  ['last year', { daysAgo: 365 }, 'day'],
  ['oneself', { served: helper }, 'self'],
] as const)('%s is not logged', (_, given, kind) => {
  expect(logged(given)).toEqual({ ok: false, refusal: { kind } });
});

test('a card confirms at once, and its code then stands for this', () => {
  const card: Guard = { id: 'code:12345670', version: 1, value: { matter: 'card:granny' } };
  const result = logged({ card });
  expect(result).toMatchObject({
    ok: true,
    value: {
      events: [{ kind: 'logged' }, { kind: 'confirmed', how: 'card', points: 15 }],
      guards: [
        {},
        { id: 'served:deng', value: { count: 90 } },
        { id: 'code:12345670', version: 1, value: { matter: 's1' } },
      ],
    },
  });
});

describe('answering', () => {
  const answer = (service: Service, kind: 'confirm' | 'decline' | 'withdraw', by = captain) =>
    decideService(service, { kind, by }, context());

  test('only who was asked confirms, only the helper withdraws, and what is over stays so', () => {
    expect(answer(waiting(), 'confirm', granny)).toEqual({ ok: false, refusal: { kind: 'not-yours' } });
    expect(answer(waiting(), 'confirm', helper)).toEqual({ ok: false, refusal: { kind: 'not-yours' } });
    expect(answer(waiting(), 'withdraw')).toEqual({ ok: false, refusal: { kind: 'not-yours' } });
    const done = answer(waiting(), 'confirm');
    const after = foldService(waiting(), done.ok ? done.value.events : []);
    expect(after?.phase).toBe('confirmed');
    expect(after && answer(after, 'decline')).toEqual({ ok: false, refusal: { kind: 'over', phase: 'confirmed' } });
    expect(serviceDue(after ?? waiting())).toBeNull();
  });

  test('the day’s cap leaves fewer points, and it is said', () => {
    const full = (id: string): Guard => ({ id, version: 4, value: { count: 95 } });
    const result = decideService(waiting(), { kind: 'confirm', by: captain }, context({ guard: full }));
    expect(result).toMatchObject({
      ok: true,
      value: { events: [{ points: 5 }], says: [{ params: { points: 5, wanted: 15 } }, {}] },
    });
  });
});

describe('hours that change hands', () => {
  const amounts = fc.nat(500);
  const owned = fc.record({ points: amounts, saved: amounts, pool: amounts });
  const moves = fc.constantFrom(
    { kind: 'keep' } as const,
    { kind: 'take' } as const,
    { kind: 'give', to: 'ma' } as const,
    { kind: 'donate' } as const,
    { kind: 'grant', to: 'ma' } as const,
  );

  test('balance, and never take more than there is', () => {
    fc.assert(
      fc.property(owned, moves, fc.integer({ min: -10, max: 1_500 }), (has: TimeOwned, move, points) => {
        const result = moveTime({ by: 'deng', move, minutes: points * 6, points, cause: 'c', at: now }, has);
        if (!result.ok) return true;
        const { entries } = result.value;
        const after = (account: string, before: number): number =>
          entries.filter((entry) => entry.account === account).reduce((sum, entry) => sum + entry.points, before);
        return (
          entries.reduce((sum, entry) => sum + entry.points, 0) === 0 &&
          after('person:deng', has.points) >= 0 &&
          after('saved:deng', has.saved) >= 0 &&
          after(neighboursPool, has.pool) >= 0
        );
      }),
    );
  });

  test('kept and taken back out, all is as it was', () => {
    const ask = (kind: 'keep' | 'take') =>
      moveTime(
        { by: 'deng', move: { kind }, minutes: 60, points: 10, cause: kind, at: now },
        { points: 10, saved: 10, pool: 0 },
      );
    const entries = [ask('keep'), ask('take')].flatMap((result) => (result.ok ? result.value.entries : []));
    const sums = new Map<string, number>();
    for (const { account, points } of entries) sums.set(account, (sums.get(account) ?? 0) + points);
    expect([...sums.values()]).toEqual([0, 0]);
  });

  test.each([
    ['nothing', { kind: 'keep' }, 0, { kind: 'amount' }],
    ['to oneself', { kind: 'give', to: 'deng' }, 10, { kind: 'self' }],
    [
      'more than the pool holds',
      { kind: 'grant', to: 'ma' },
      10,
      { kind: 'too-little', has: 0, wanted: 10, of: 'pool' },
    ],
  ] as const)('%s: refused', (_, move, points, refusal) => {
    const has = { points: 50, saved: 50, pool: 0 };
    expect(moveTime({ by: 'deng', move, minutes: points * 6, points, cause: 'c', at: now }, has)).toEqual({
      ok: false,
      refusal,
    });
  });
});
