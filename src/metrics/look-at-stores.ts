import type { Clock, Incidents, Outbox } from '../usecases/ports';
import type { Backups, Sweeps } from '../usecases/ports-of-operations';
import type { Meters } from './meters';

/** What is looked up when somebody asks for the figures, and not before. */
export interface LookedAt {
  readonly outbox: Pick<Outbox, 'counts' | 'oldestDue'>;
  readonly incidents: Pick<Incidents, 'list'>;
  /** Null while Redis is away. */
  readonly queueCounts: () => Promise<Readonly<
    Record<string, { readonly waiting: number; readonly active: number; readonly delayed: number }>
  > | null>;
  readonly sweeps: Pick<Sweeps, 'last'>;
  readonly backups: Pick<Backups, 'last'>;
  readonly clock: Clock;
  readonly machine: Clock;
}

const secondsSince = (at: Date | undefined, now: Date): number =>
  at === undefined ? -1 : Math.max(0, now.getTime() - at.getTime()) / 1000;

const lookAtDatabase = async (of: LookedAt, meters: Meters): Promise<void> => {
  const { outbox, incidents, clock, machine } = of;
  const now = machine.now();
  const [counts, open, oldest, sweep, backup] = await Promise.all([
    outbox.counts(),
    incidents.list(),
    outbox.oldestDue({ program: clock.now(), machine: now }),
    of.sweeps.last(),
    of.backups.last(),
  ]);
  meters.outbox.set({ state: 'undelivered' }, counts.undelivered);
  meters.outbox.set({ state: 'given-up' }, counts.givenUp);
  meters.outbox.set({ state: 'doubled' }, counts.doubles);
  meters.incidents.set(open.length);
  meters.sweepAge.set(secondsSince(sweep?.at, now));
  meters.backupAge.set(secondsSince(backup?.at, now));
  meters.outboxLag.set(oldest === null ? 0 : Math.max(0, now.getTime() - oldest.getTime()) / 1000);
};

const lookAtQueues = async ({ queueCounts }: LookedAt, { queue }: Meters): Promise<void> => {
  const queues = await queueCounts();
  if (queues === null) throw new Error('Redis is away');
  for (const [name, counts] of Object.entries(queues))
    for (const [state, jobs] of Object.entries(counts)) queue.set({ queue: name, state }, jobs);
};

/** The figures as text. What cannot be looked up says so by `linli_up`, and the rest is there all the same. */
export const createFiguresText = (of: LookedAt, meters: Meters) => async (): Promise<string> => {
  const look = async (part: string, at: Promise<void>): Promise<void> => {
    const answers = await at.then(
      () => 1,
      () => 0,
    );
    meters.up.set({ part }, answers);
  };
  await Promise.all([look('database', lookAtDatabase(of, meters)), look('queue', lookAtQueues(of, meters))]);
  return meters.registry.metrics();
};
