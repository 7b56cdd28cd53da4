import type { MatterEvent, MatterRef } from '../../domain/decision';
import type { Moment } from '../../domain/ids';
import { createAdvanceClock, type AdvanceClockNeeds, type MovableClock } from './advance-clock';

const start = Date.parse('2026-11-20T02:00:00.000Z');
const minutes = (count: number): Moment => new Date(start + count * 60_000).toISOString();
const ticketOf = (number: number): MatterRef => ({ kind: 'ticket', id: `t${number}`, number });

/** A clock that stands still unless it is moved, so that every moment in a test is exact. */
const stillClock = (): MovableClock => {
  let offset = 0;
  return {
    now: () => new Date(start + offset),
    offset: () => offset,
    setOffset: (milliseconds) => {
      offset = milliseconds;
      return Promise.resolve();
    },
  };
};

interface Plan {
  /** When each tick of a matter comes due, after the one before. */
  readonly dues: Readonly<Record<number, readonly Moment[]>>;
  readonly held?: readonly Moment[];
}

/** Matters that do one step each time they are ticked while due; a log of what happened when. */
const aWorld = ({ dues, held = [] }: Plan) => {
  const clock = stillClock();
  const left = new Map(Object.entries(dues).map(([number, moments]) => [Number(number), [...moments]]));
  const history = new Map<string, MatterEvent[]>();
  const log: string[] = [];
  const now = (): Moment => clock.now().toISOString();
  const needs: AdvanceClockNeeds = {
    clock,
    matters: {
      due: (at, limit) =>
        Promise.resolve(
          [...left]
            .flatMap(([number, [dueAt, ...rest]]) =>
              dueAt === undefined || dueAt > at ? [] : [{ ref: ticketOf(number), version: 9 - rest.length, dueAt }],
            )
            .sort((one, other) => one.dueAt.localeCompare(other.dueAt))
            .slice(0, limit),
        ),
      events: (id) => Promise.resolve(history.get(id) ?? []),
    },
    outbox: {
      nextHeld: (after) => {
        const next = held.find((at) => at > after.toISOString());
        return Promise.resolve(next === undefined ? null : new Date(next));
      },
    },
    engine: {
      tick: (ref) => {
        const [dueAt] = left.get(ref.number ?? 0) ?? [];
        if (dueAt === undefined || dueAt > now()) return Promise.resolve('not-due');
        left.get(ref.number ?? 0)?.shift();
        history.set(ref.id, [...(history.get(ref.id) ?? []), { kind: 'notified', at: now() }]);
        log.push(`${now()} tick #${ref.number}`);
        return Promise.resolve('done');
      },
    },
    settle: () => {
      log.push(`${now()} settle`);
      return Promise.resolve();
    },
    sweep: async () => {
      log.push(`${now()} sweep`);
      for (const { ref } of await needs.matters.due(now(), 100)) await needs.engine.tick(ref);
    },
  };
  return { clock, needs, log, advance: createAdvanceClock(needs) };
};

test('what falls due on the way runs at its own moment, in the order of the moments, each said before the next', async () => {
  const { advance, log, clock } = aWorld({ dues: { 101: [minutes(30), minutes(45)], 102: [minutes(40)] } });
  const happened = await advance.advanceTo(minutes(60));
  expect(log).toEqual([
    `${minutes(0)} settle`,
    `${minutes(30)} tick #101`,
    `${minutes(30)} settle`,
    `${minutes(40)} tick #102`,
    `${minutes(40)} settle`,
    `${minutes(45)} tick #101`,
    `${minutes(45)} settle`,
    `${minutes(60)} settle`,
  ]);
  expect(happened).toEqual([
    { at: minutes(30), matter: ticketOf(101), events: ['notified'] },
    { at: minutes(40), matter: ticketOf(102), events: ['notified'] },
    { at: minutes(45), matter: ticketOf(101), events: ['notified'] },
  ]);
  expect(clock.now().toISOString()).toBe(minutes(60));
});

test('what falls due later is left alone', async () => {
  const { advance, log } = aWorld({ dues: { 101: [minutes(60.5)] } });
  expect(await advance.advanceTo(minutes(60))).toEqual([]);
  expect(log).toEqual([`${minutes(0)} settle`, `${minutes(60)} settle`]);
});

test('messages held back for the morning go out at their moment, between the matters', async () => {
  const { advance, clock } = aWorld({ dues: { 101: [minutes(10), minutes(90)] }, held: [minutes(20)] });
  expect(await advance.advanceTo(minutes(100))).toEqual([
    { at: minutes(10), matter: ticketOf(101), events: ['notified'] },
    { at: minutes(20), matter: null, events: [] },
    { at: minutes(90), matter: ticketOf(101), events: ['notified'] },
  ]);
  expect(clock.now().toISOString()).toBe(minutes(100));
});

test('in an outage nothing runs on the way: what is late runs afterwards, at the later moment', async () => {
  const { advance, log } = aWorld({ dues: { 101: [minutes(30)], 102: [minutes(20)] } });
  const happened = await advance.jumpTo(minutes(60));
  expect(log.filter((line) => line.includes('tick'))).toEqual([`${minutes(60)} tick #102`, `${minutes(60)} tick #101`]);
  expect(happened.map(({ at }) => at)).toEqual([minutes(60), minutes(60)]);
});

test('a matter that stays due after its tick does not stop the clock', async () => {
  const { needs } = aWorld({ dues: { 101: [minutes(10)], 102: [minutes(20)] } });
  const stubborn = { ...needs, engine: { tick: () => Promise.resolve('not-due' as const) } };
  expect(await createAdvanceClock(stubborn).advanceTo(minutes(60))).toEqual([]);
  expect(needs.clock.now().toISOString()).toBe(minutes(60));
});

test('the clock never goes back', async () => {
  const { advance, clock } = aWorld({ dues: {} });
  await advance.advanceTo(minutes(10));
  await advance.advanceTo(minutes(5));
  expect(clock.now().toISOString()).toBe(minutes(10));
});

test('what falls due next is a matter or messages held back, whichever is earlier', async () => {
  const both = aWorld({ dues: { 101: [minutes(30)] }, held: [minutes(20)] });
  expect(await both.advance.next()).toEqual({ at: minutes(20), matter: null });
  const matter = aWorld({ dues: { 101: [minutes(30)] } });
  expect(await matter.advance.next()).toEqual({ at: minutes(30), matter: ticketOf(101) });
  expect(await aWorld({ dues: {} }).advance.next()).toBeNull();
});
