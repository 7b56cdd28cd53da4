import { createJobs, type Jobs, type JobsNeeds } from '../../src/jobs/jobs';
import type { Stores } from '../../src/store/store';
import type { Engine } from '../../src/usecases/engine';
import { aChange, aCommit, aTicketRef } from './a-commit';
import { aDelivery } from './a-delivery';
import type { FakePlatform } from './fake-platform';
import { silentLog } from './open-store';

export interface JobsProcess {
  readonly jobs: Jobs;
  readonly engine: Pick<Engine, 'tick' | 'drain' | 'recompute'>;
  /** Numbers of matters in the order of their ticks. */
  readonly ticked: number[];
}

/** A matter that falls due at this moment of the program's clock. */
export const addMatter = async (store: Stores, number: number, dueAt: Date): Promise<void> => {
  const ref = aTicketRef({ id: `ticket-${number}`, number });
  await store.unitOfWork.commit(
    aCommit(`report-${number}`, { changes: [aChange({ ref, dueAt: dueAt.toISOString() })] }),
  );
};

/** The jobs of one process on real stores; its engine's tick ends a matter that is due, or throws for those in `poisoned`. */
export const aProcess = (
  store: Stores,
  platform: FakePlatform,
  given: Partial<JobsNeeds> & Pick<JobsNeeds, 'redisUrl'>,
  poisoned: readonly number[] = [],
): JobsProcess => {
  const ticked: number[] = [];
  const tick: Engine['tick'] = async ({ id, number }) => {
    const stored = await store.matters.load(id);
    const due = await store.matters.due(store.clock.now().toISOString(), 10_000);
    if (!stored || number === null || !due.some(({ ref }) => ref.id === id)) return 'not-due';
    if (poisoned.includes(number)) throw new Error('a state that no rule understands');
    const change = aChange({ ref: stored.ref, expectedVersion: stored.version, dueAt: null });
    const outcome = await store.unitOfWork.commit(aCommit(`tick-${id}-${stored.version}`, { changes: [change] }));
    if (outcome.kind !== 'committed') return 'not-due';
    ticked.push(number);
    return 'done';
  };
  const delivery = aDelivery(store, platform).ports;
  const jobs = createJobs({
    engine: () => engine,
    ports: { ...delivery, ...store, communities: delivery.communities },
    holder: 'test',
    roles: ['jobs'],
    log: silentLog,
    ...given,
  });
  const { drain } = aDelivery(store, platform, { wakeUps: jobs.wakeUps });
  const engine = { tick, drain, recompute: () => Promise.resolve(0), photoKept: () => Promise.resolve() };
  return { jobs, engine, ticked };
};
