import { failureText } from '../usecases/sending/failure-text';
import type { Lease, Leases, Logger } from '../usecases/ports';
import type { SweepRun } from '../usecases/ports-of-operations';
import type { Swept } from '../usecases/time/sweep';

export interface SweeperNeeds {
  readonly leases: Leases;
  readonly holder: string;
  readonly sweep: () => Promise<Swept>;
  /** For whoever asks when it was last looked, and what was done then. */
  readonly note: (run: SweepRun) => Promise<void>;
  readonly log: Logger;
  readonly everyMs?: number;
}

export interface Sweeper {
  start(): void;
  /** A sweep as soon as may be, if this process is the one that sweeps. */
  soon(): void;
  stop(): Promise<void>;
}

const name = 'sweep';
const thirtySecondsMs = 30_000;
/** The lease is looked after this often in each span between sweeps. */
const looks = 6;
/** A killed process holds sweeps up for no longer than two looks, so that whoever starts in its place soon catches up. */
const looksHeld = 2;

/** A plain timer in every jobs process; the one that holds the lease sweeps. */
export const createSweeper = ({
  leases,
  holder,
  sweep,
  note,
  log,
  everyMs = thirtySecondsMs,
}: SweeperNeeds): Sweeper => {
  let lease: Lease | null = null;
  let sweptAt = -Infinity;
  let timer: NodeJS.Timeout | null = null;
  let sweeping: Promise<void> | null = null;
  let looking: Promise<void> | null = null;

  const heldMs = (everyMs / looks) * looksHeld;

  const hold = async (): Promise<boolean> => {
    if (lease !== null && (await leases.renew(lease, heldMs))) return true;
    lease = await leases.take(name, holder, heldMs);
    return lease !== null;
  };

  const runSweep = async (): Promise<void> => {
    sweptAt = performance.now();
    const at = new Date();
    try {
      const swept = await sweep();
      await note({ at, ms: Math.round(performance.now() - sweptAt), ...swept });
      if (Object.values(swept).some((count: number) => count > 0)) log.info({ swept }, 'swept');
    } catch (error) {
      log.error({ why: failureText(error) }, 'a sweep ended early; the next one goes on');
    }
  };

  const look = async (): Promise<void> => {
    try {
      if (!(await hold()) || sweeping !== null || performance.now() - sweptAt < everyMs * 0.95) return;
      sweeping = runSweep().finally(() => {
        sweeping = null;
      });
    } catch (error) {
      log.warn({ why: failureText(error) }, 'the lease of the sweep could not be looked after');
    }
  };

  const lookOnce = (): void => {
    looking ??= look().finally(() => {
      looking = null;
    });
  };

  return {
    start: () => {
      timer ??= setInterval(lookOnce, everyMs / looks);
      lookOnce();
    },
    soon: () => {
      sweptAt = -Infinity;
      if (timer !== null) lookOnce();
    },
    stop: async () => {
      if (timer !== null) clearInterval(timer);
      timer = null;
      await looking;
      await sweeping;
      if (lease !== null) await leases.release(lease);
      lease = null;
    },
  };
};
