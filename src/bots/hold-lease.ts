import type { Lease, Leases, Logger } from '../usecases/ports';

export interface HeldLease {
  /** Aborted when somebody else may have it. */
  readonly lost: AbortSignal;
  release(): Promise<void>;
}

/** Renews it three times in its life; lost when the database says so, or has said nothing for as long as it lasts. */
export const holdLease = (leases: Leases, lease: Lease, ttlMs: number, log: Logger): HeldLease => {
  const losing = new AbortController();
  let heldUntil = performance.now() + ttlMs;

  const renew = async (): Promise<void> => {
    const asked = performance.now();
    const renewed = await leases.renew(lease, ttlMs).catch(() => null);
    if (renewed === true) heldUntil = asked + ttlMs;
    if (renewed !== false && performance.now() < heldUntil) return;
    log.warn({ lease: lease.name, fence: lease.fence }, 'a platform account: the lease was lost');
    losing.abort();
  };

  const timer = setInterval(() => void renew(), ttlMs / 3);
  losing.signal.addEventListener('abort', () => clearInterval(timer), { once: true });

  return {
    lost: losing.signal,
    release: async () => {
      clearInterval(timer);
      await leases.release(lease).catch(() => undefined);
    },
  };
};
