import type { MatterRef } from '../../domain/decision';
import type { Moment } from '../../domain/ids';
import type { Engine, NextDue } from '../engine';
import type { Clock, Matters, Outbox } from '../ports';

/** The program's clock where it may be moved: forward only. */
export interface MovableClock extends Clock {
  /** Milliseconds by which the program is ahead of the machine. */
  offset(): number;
  setOffset(milliseconds: number): Promise<void>;
}

/** Something that time did on the way. */
export interface Happened {
  readonly at: Moment;
  /** Null: messages that had been held back (for the morning) went out. */
  readonly matter: MatterRef | null;
  /** The kinds of the matter's new events, in order. */
  readonly events: readonly string[];
}

export interface AdvanceClockNeeds {
  readonly clock: MovableClock;
  readonly matters: Pick<Matters, 'due' | 'events'>;
  readonly outbox: Pick<Outbox, 'nextHeld'>;
  readonly engine: Pick<Engine, 'tick'>;
  /** Waits until all that was said so far is worked on and delivered. */
  readonly settle: () => Promise<void>;
  /** Does what is late, and tells the staff of it. */
  readonly sweep: () => Promise<unknown>;
}

export interface AdvanceClock {
  /** Runs everything that falls due on the way, in the order in which it falls due. */
  advanceTo(target: Moment): Promise<readonly Happened[]>;
  /** An outage: nothing runs on the way; afterwards what is late is caught up with. */
  jumpTo(target: Moment): Promise<readonly Happened[]>;
  next(): Promise<NextDue | null>;
}

type Due = Awaited<ReturnType<Matters['due']>>[number];

/** The last moment that is written with four digits of a year. */
const endOfTime: Moment = '9999-12-31T23:59:59.999Z';

/** Late matters that are told of after an outage. */
const manyLate = 500;

/** More steps than any sensible way has: a matter that never ends falling due would otherwise hold the clock for ever. */
const maxSteps = 10_000;

/** A matter that stays due after its tick is not ticked again at the same version: the sweep reports it. */
const stampOf = ({ ref, version, dueAt }: Due): string => `${ref.id}@${version}@${dueAt}`;

export const createAdvanceClock = (needs: AdvanceClockNeeds): AdvanceClock => {
  const { clock, matters, outbox, engine, settle, sweep } = needs;

  const moveTo = async (at: Moment): Promise<void> => {
    const ahead = Date.parse(at) - clock.now().getTime();
    if (ahead > 0) await clock.setOffset(clock.offset() + ahead);
  };

  const earliest = async (until: Moment, done: ReadonlySet<string>): Promise<Due | null> =>
    (await matters.due(until, done.size + 1)).find((due) => !done.has(stampOf(due))) ?? null;

  const heldUntil = async (until: Moment): Promise<Moment | null> => {
    const at = (await outbox.nextHeld(clock.now()))?.toISOString() ?? null;
    return at !== null && at <= until ? at : null;
  };

  /** Does something, waits until it is said, and tells what became of these matters by it. */
  const watch = async (refs: readonly MatterRef[], act: () => Promise<unknown>): Promise<readonly Happened[]> => {
    const history = () => Promise.all(refs.map(({ id }) => matters.events(id)));
    const before = await history();
    await act();
    await settle();
    const after = await history();
    const at = clock.now().toISOString();
    return refs.flatMap((matter, index) => {
      const events = (after[index] ?? []).slice(before[index]?.length).map(({ kind }) => kind);
      return events.length === 0 ? [] : [{ at, matter, events }];
    });
  };

  /** The next thing due until then; null when there is none left. */
  const step = async (until: Moment, done: Set<string>): Promise<readonly Happened[] | null> => {
    const [due, held] = await Promise.all([earliest(until, done), heldUntil(until)]);
    if (due !== null && (held === null || due.dueAt <= held)) {
      await moveTo(due.dueAt);
      done.add(stampOf(due));
      return watch([due.ref], () => engine.tick(due.ref));
    }
    if (held === null) return null;
    await moveTo(held);
    await settle();
    return [{ at: held, matter: null, events: [] }];
  };

  const run = async (until: Moment): Promise<readonly Happened[]> => {
    const done = new Set<string>();
    const happened: Happened[] = [];
    for (let steps = 0; steps < maxSteps; steps += 1) {
      const more = await step(until, done);
      if (more === null) break;
      happened.push(...more);
    }
    await moveTo(until);
    await settle();
    return happened;
  };

  return {
    advanceTo: async (target) => {
      await settle();
      return run(target);
    },
    jumpTo: async (target) => {
      await settle();
      await moveTo(target);
      const late = (await matters.due(target, manyLate)).map(({ ref }) => ref);
      return [...(await watch(late, sweep)), ...(await run(target))];
    },
    next: async () => {
      const [due, held] = await Promise.all([earliest(endOfTime, new Set()), heldUntil(endOfTime)]);
      if (due !== null && (held === null || due.dueAt <= held)) return { at: due.dueAt, matter: due.ref };
      return held === null ? null : { at: held, matter: null };
    },
  };
};
