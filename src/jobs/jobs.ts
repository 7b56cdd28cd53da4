import { setTimeout as sleep } from 'node:timers/promises';
import { createCatchUp, type CatchUpPorts } from '../usecases/time/catch-up';
import type { Engine } from '../usecases/engine';
import { failureText } from '../usecases/sending/failure-text';
import { createFetchPhoto, type Fetched, type FetchPhotoPorts } from '../usecases/sending/fetch-photo';
import type { PhotoId } from '../domain/ids';
import type { Clock, Incidents, Leases, Logger, Matters, Outbox, Photos, WakeUps } from '../usecases/ports';
import type { FailedJobs, QueueLook, Sweeps } from '../usecases/ports-of-operations';
import { createSweep, type Swept, type SweepPorts } from '../usecases/time/sweep';
import { startDeliverWorker } from './deliver.worker';
import { openConsumer, openProducer, type ConsumerRedis } from './open-redis';
import { startPhotosWorker } from './photos.worker';
import { createProducer } from './producer';
import { createQueueLook } from './look-at-queues';
import type { RunningWorker, WorkerNeeds } from './start-worker';
import { createSweeper } from './sweeper';
import { startWakeWorker } from './wake.worker';
import { createWakeUps, type RunningWakeUps } from './wake-ups';

export interface JobPorts
  extends
    Omit<CatchUpPorts, 'wakeUps' | 'outbox' | 'chats' | 'matters'>,
    Omit<FetchPhotoPorts, 'wakeUps' | 'kept' | 'log'> {
  readonly machine: Clock;
  readonly matters: Matters;
  readonly outbox: Outbox;
  readonly photos: Photos;
  readonly leases: Leases;
  readonly incidents: Incidents;
  readonly failedJobs: Pick<FailedJobs, 'note'>;
  readonly sweeps: Pick<Sweeps, 'note'>;
}

export interface JobsNeeds {
  /** Asked for when something is to be done: the engine itself needs the wake-ups first. */
  readonly engine: () => Pick<Engine, 'tick' | 'drain' | 'recompute' | 'photoKept'>;
  readonly ports: JobPorts;
  /** What a sweep does beside matters and messages. */
  readonly keepHouse?: () => Promise<void>;
  readonly redisUrl: string;
  /** This process, as others see it in a lease. */
  readonly holder: string;
  /** Without `jobs` it only adds wake-ups. */
  readonly roles: readonly string[];
  readonly log: Logger;
  readonly sweepEveryMs?: number;
}

export interface Jobs {
  readonly wakeUps: WakeUps;
  readonly fetchPhoto: (id: PhotoId) => Promise<Fetched>;
  /** Starts workers and sweeper where this process has the role. */
  start(): void;
  /** One sweep now, whoever holds the lease; repeat-safe like any other. */
  sweepNow(): Promise<Swept>;
  readonly queues: QueueLook;
  /** Workers, sweeper, direct drains, connections: in this order, within a few seconds. */
  stop(): Promise<void>;
}

/** How long each part may take to end by itself. */
const patienceMs = 2_500;

const within = async (what: string, log: Logger, ending: Promise<unknown>): Promise<void> => {
  const timer = new AbortController();
  const late = sleep(patienceMs, 'late', { signal: timer.signal }).catch(() => 'ended');
  try {
    const how = await Promise.race([ending.then(() => 'ended'), late]);
    if (how === 'late') log.warn({ what }, 'did not end in time and is left');
  } catch (error) {
    log.warn({ what, why: failureText(error) }, 'did not end well');
  } finally {
    timer.abort();
  }
};

const sweepOf = (
  needs: JobsNeeds,
  wakeUps: RunningWakeUps,
  fetchPhoto: SweepPorts['fetchPhoto'],
  stopping: () => boolean,
) => {
  const { ports, engine, log } = needs;
  return createSweep({
    clock: ports.clock,
    machine: ports.machine,
    matters: ports.matters,
    outbox: ports.outbox,
    photos: ports.photos,
    incidents: ports.incidents,
    wakeUps,
    recompute: () => engine().recompute(),
    tick: (matter, known) => engine().tick(matter, known),
    drain: (chat) => wakeUps.drainAndReturn(chat),
    fetchPhoto,
    caughtUp: createCatchUp({ ...ports, wakeUps }),
    stopping,
    log,
    ...(needs.keepHouse ? { keepHouse: needs.keepHouse } : {}),
  });
};

/** The alarm clock and the postman: BullMQ to be quick, the sweep to be sure. */
export const createJobs = (needs: JobsNeeds): Jobs => {
  const { engine, ports, redisUrl, holder, roles, log, sweepEveryMs } = needs;
  let stopping = false;
  const redis = openProducer(redisUrl, log);
  const producer = createProducer({ redis, log, onBack: () => sweeper.soon() });
  const wakeUps = createWakeUps({
    producer,
    clock: ports.clock,
    machine: ports.machine,
    drain: (chat) => engine().drain(chat),
    log,
  });
  const fetchPhoto = createFetchPhoto({ ...ports, wakeUps, kept: (photo) => engine().photoKept(photo), log });
  const sweep = sweepOf(needs, wakeUps, fetchPhoto, () => stopping);
  const sweeper = createSweeper({
    leases: ports.leases,
    holder,
    sweep,
    note: (run) => ports.sweeps.note(run),
    log,
    ...(sweepEveryMs === undefined ? {} : { everyMs: sweepEveryMs }),
  });
  let consumer: ConsumerRedis | null = null;
  let workers: readonly RunningWorker[] = [];

  return {
    wakeUps,
    fetchPhoto,
    sweepNow: sweep,
    queues: createQueueLook(producer, wakeUps),

    start: () => {
      if (!roles.includes('jobs') || consumer !== null) return;
      consumer = openConsumer(redisUrl, log);
      const noteFailed: WorkerNeeds['noteFailed'] = (queue, of, why) => ports.failedJobs.note({ queue, of, why });
      const workerNeeds = { connection: consumer, log, noteFailed };
      workers = [
        startDeliverWorker(workerNeeds, wakeUps),
        startWakeWorker(workerNeeds, engine),
        startPhotosWorker(workerNeeds, fetchPhoto),
      ];
      sweeper.start();
    },

    stop: async () => {
      stopping = true;
      await Promise.all([
        within('workers', log, Promise.all(workers.map((worker) => worker.close()))),
        within('sweep', log, sweeper.stop()),
      ]);
      await within('direct drains', log, wakeUps.idle());
      await within('queues', log, producer.close());
      consumer?.endAll();
      redis.disconnect();
    },
  };
};
