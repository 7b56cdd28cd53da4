import type { MatterRef } from '../../domain/decision';
import type { ChatId, PhotoId } from '../../domain/ids';
import { failureText } from '../sending/failure-text';
import type { Clock, Incidents, Logger, Matters, Outbox, Photos, Stored, WakeUps } from '../ports';
import { runBounded } from './run-bounded';

export interface SweepPorts {
  readonly clock: Clock;
  readonly machine: Clock;
  readonly matters: Pick<Matters, 'due' | 'loadMany'>;
  readonly outbox: Pick<Outbox, 'chatsDue'>;
  readonly photos: Pick<Photos, 'wanted'>;
  readonly incidents: Pick<Incidents, 'open' | 'close' | 'list'>;
  readonly wakeUps: Pick<WakeUps, 'wake'>;
  /** Brings open matters to changed rules; how many. */
  readonly recompute: () => Promise<number>;
  readonly tick: (matter: MatterRef, known?: Stored<unknown>) => Promise<unknown>;
  readonly drain: (chat: ChatId) => Promise<unknown>;
  readonly fetchPhoto: (id: PhotoId) => Promise<unknown>;
  /** Tells staff what ran late, in whatever process. */
  readonly caughtUp: () => Promise<unknown>;
  /** Wishes to be forgotten, and what has been kept long enough. */
  readonly keepHouse?: () => Promise<void>;
  /** True when the sweep must end: the process stops, or the lease was lost. */
  readonly stopping: () => boolean;
  readonly log: Logger;
}

export interface Swept {
  readonly recomputed: number;
  readonly ticked: number;
  readonly drained: number;
  readonly fetched: number;
  readonly failed: number;
}

const batch = 100;
const width = 8;
/** A sweep looks no further than this; the next one, 30 s later, does. */
const mostItems = 20_000;
/** Wake-ups put into the queue by one sweep: the earliest; the next sweep adds the next. */
const comingAtOnce = 500;
const hourMs = 60 * 60 * 1000;

interface Chore<T> {
  readonly list: (limit: number) => Promise<readonly T[]>;
  readonly keyOf: (item: T) => string;
  /** Looks at what comes next together, before it is worked on one by one. */
  readonly ahead?: (items: readonly T[]) => Promise<void>;
  readonly work: (item: T) => Promise<void>;
}

/** Each item once a sweep. What stays on the list (it failed, or must wait) is passed over, so that it starves nobody. */
const runChore = async <T>({ list, keyOf, ahead, work }: Chore<T>, stopping: () => boolean): Promise<number> => {
  const seen = new Set<string>();
  let done = 0;
  while (done < mostItems && !stopping()) {
    const listed = await list(seen.size + batch);
    const keys = new Set(listed.map(keyOf));
    const fresh = listed.filter((item) => !seen.has(keyOf(item)));
    // What left the list need not be remembered: memory holds the stuck ones only.
    for (const key of seen) if (!keys.has(key)) seen.delete(key);
    if (fresh.length === 0) break;
    await ahead?.(fresh);
    await runBounded(fresh, width, async (item) => {
      if (!stopping()) await work(item);
    });
    for (const item of fresh) seen.add(keyOf(item));
    done += fresh.length;
  }
  return done;
};

/** One bad item doesn't stop the others: it becomes an incident. */
const guarded = (ports: SweepPorts, failing: Set<string>) => {
  return async (subject: string, what: string, work: () => Promise<unknown>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      failing.add(subject);
      const why = failureText(error);
      ports.log.error({ subject, why }, 'the sweep could not do one thing');
      await ports.incidents
        .open(subject, `${what}：${why}`, '其余的照常进行；请把这条记录交给维护的人')
        .catch((reason: unknown) => ports.log.error({ subject, why: failureText(reason) }, 'no incident was opened'));
    }
  };
};

type Guard = ReturnType<typeof guarded>;

const tickLate = (ports: SweepPorts, guard: Guard): Promise<number> => {
  let known: ReadonlyMap<string, Stored<unknown>> = new Map();
  return runChore(
    {
      list: (limit) => ports.matters.due(ports.clock.now().toISOString(), limit),
      keyOf: ({ ref, version, dueAt }) => `${ref.id}@${version}@${dueAt}`,
      ahead: async (due) => {
        const found = await ports.matters.loadMany(due.map(({ ref }) => ref.id));
        known = new Map(found.map((stored) => [stored.ref.id, stored]));
      },
      work: ({ ref }) =>
        guard(
          `sweep:matter:${ref.id}`,
          ref.number === null ? '一件事到点没处理成' : `#${ref.number} 到点没处理成`,
          () => ports.tick(ref, known.get(ref.id)),
        ),
    },
    ports.stopping,
  );
};

const sendDue = (ports: SweepPorts, guard: Guard): Promise<number> =>
  runChore(
    {
      list: (limit) => ports.outbox.chatsDue({ program: ports.clock.now(), machine: ports.machine.now() }, limit),
      keyOf: (chat) => chat,
      work: (chat) => guard(`sweep:chat:${chat}`, '一个群或私聊的消息没发成', () => ports.drain(chat)),
    },
    ports.stopping,
  );

const fetchWanted = (ports: SweepPorts, guard: Guard): Promise<number> =>
  runChore(
    {
      list: (limit) => ports.photos.wanted(limit),
      keyOf: ({ id }) => id,
      work: ({ id }) => guard(`sweep:photo:${id}`, '一张照片没取成', () => ports.fetchPhoto(id)),
    },
    ports.stopping,
  );

/** What falls due within the hour goes into the queue, whatever became of the queue since. */
const addComing = async (ports: SweepPorts): Promise<void> => {
  const now = ports.clock.now();
  const horizon = new Date(now.getTime() + hourMs).toISOString();
  const coming = (await ports.matters.due(horizon, comingAtOnce)).filter(({ dueAt }) => dueAt > now.toISOString());
  await runBounded(coming, width, ({ ref, version, dueAt }) => ports.wakeUps.wake(ref, version, dueAt));
};

/** What went wrong in an earlier sweep and not in this one is mended. */
const closeMended = async (ports: SweepPorts, failing: ReadonlySet<string>): Promise<void> => {
  const open = await ports.incidents.list();
  const mended = open.filter(({ subject }) => subject.startsWith('sweep:') && !failing.has(subject));
  for (const { subject } of mended) await ports.incidents.close(subject);
};

/** Everything that is due happens, from the database alone: what is late now, what comes through the queue. */
export const createSweep = (ports: SweepPorts) => async (): Promise<Swept> => {
  const failing = new Set<string>();
  const guard = guarded(ports, failing);
  let recomputed = 0;
  await guard('sweep:recompute', '时限没能按新规矩重算', async () => {
    recomputed = await ports.recompute();
  });
  const [ticked] = await Promise.all([
    tickLate(ports, guard),
    guard('sweep:coming', '闹钟没能设好', () => addComing(ports)),
  ]);
  // After the ticks, so that what they say goes out in the same sweep.
  if (!ports.stopping()) await guard('sweep:catch-up', '补办情况没能报告', ports.caughtUp);
  const [drained, fetched] = await Promise.all([sendDue(ports, guard), fetchWanted(ports, guard)]);
  const { keepHouse } = ports;
  if (keepHouse && !ports.stopping()) await guard('sweep:house', '该删的资料没能删成', keepHouse);
  if (!ports.stopping()) await guard('sweep:incidents', '记录没能更新', () => closeMended(ports, failing));
  return { recomputed, ticked, drained, fetched, failed: failing.size };
};
