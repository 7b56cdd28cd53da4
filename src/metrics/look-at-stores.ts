import type { Clock, Incidents, Outbox } from '../usecases/ports';
import type { Meters } from './meters';

/** What is looked up when somebody asks for the figures, and not before. */
export interface LookedAt {
  readonly outbox: Pick<Outbox, 'counts' | 'oldestDue'>;
  readonly incidents: Pick<Incidents, 'list'>;
  /** Null while Redis is away. */
  readonly queueCounts: () => Promise<Readonly<
    Record<string, { readonly waiting: number; readonly active: number; readonly delayed: number }>
  > | null>;
  readonly clock: Clock;
  readonly machine: Clock;
}

const lookAtDatabase = async ({ outbox, incidents, clock, machine }: LookedAt, meters: Meters): Promise<void> => {
  const now = machine.now();
  const [counts, open, oldest] = await Promise.all([
    outbox.counts(),
    incidents.list(),
    outbox.oldestDue({ program: clock.now(), machine: now }),
  ]);
  meters.outbox.set({ state: 'undelivered' }, counts.undelivered);
  meters.outbox.set({ state: 'given-up' }, counts.givenUp);
  meters.outbox.set({ state: 'doubled' }, counts.doubles);
  meters.incidents.set(open.length);
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
