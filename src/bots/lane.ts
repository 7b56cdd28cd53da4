/** Too many jobs wait: the platform is told to come again, so that memory stays bounded. */
export class LanesFull extends Error {
  constructor(readonly waiting: number) {
    super(`${waiting} messages are waiting already`);
  }
}

/** Jobs of one lane run in order, one at a time; lanes run side by side. */
export interface Lanes {
  /** Settles as the job does. Rejects with `LanesFull` when too much waits. */
  run<T>(lane: string, job: () => Promise<T>): Promise<T>;
  /** Resolves when nothing waits and nothing runs. */
  idle(): Promise<void>;
  /** Jobs that wait or run. */
  busy(): number;
}

export interface LanesLimits {
  readonly atOnce?: number;
  readonly maxWaiting?: number;
}

/** A lane exists only while it has jobs, so that a million chats seen cost nothing. */
export const createLanes = ({ atOnce = 32, maxWaiting = 10_000 }: LanesLimits = {}): Lanes => {
  const lanes = new Map<string, (() => Promise<void>)[]>();
  /** Lanes with a job to start; the one that has waited longest first, so that a flood in one chat starves no other. */
  const ready = new Set<string>();
  let running = 0;
  let waiting = 0;
  let onIdle: (() => void)[] = [];

  const finish = (lane: string): void => {
    running -= 1;
    if ((lanes.get(lane) ?? []).length > 0) ready.add(lane);
    else lanes.delete(lane);
    pump();
    if (running + waiting > 0) return;
    const tell = onIdle;
    onIdle = [];
    for (const each of tell) each();
  };

  const pump = (): void => {
    for (const lane of ready) {
      if (running >= atOnce) return;
      ready.delete(lane);
      const job = lanes.get(lane)?.shift();
      if (!job) continue;
      waiting -= 1;
      running += 1;
      void job().finally(() => finish(lane));
    }
  };

  return {
    run: <T>(lane: string, job: () => Promise<T>) =>
      new Promise<T>((resolve, reject) => {
        if (waiting >= maxWaiting) {
          reject(new LanesFull(waiting));
          return;
        }
        // A job that throws at once is a rejection like any other, and the lane goes on.
        const start = (): Promise<void> => Promise.resolve().then(job).then(resolve, reject);
        const queue = lanes.get(lane);
        if (queue) queue.push(start);
        else {
          lanes.set(lane, [start]);
          ready.add(lane);
        }
        waiting += 1;
        pump();
      }),
    idle: () => (running + waiting === 0 ? Promise.resolve() : new Promise((resolve) => void onIdle.push(resolve))),
    busy: () => running + waiting,
  };
};
