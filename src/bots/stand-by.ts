import type { Leases, Logger } from '../usecases/ports';
import { holdLease } from './hold-lease';
import { pause, withEither } from './leash';

export interface StandByNeeds {
  /** Of the platform's account: whoever holds it serves. */
  readonly lease: string;
  /** Names this process in the lease. */
  readonly holder: string;
  readonly leases: Leases;
  readonly log: Logger;
  readonly leaseMs: number;
  /** How often one that stands by asks for the lease. */
  readonly standByMs: number;
}

/** Serves while this process holds the lease, and stands by while another does; ends with `stop`. Never rejects. */
export const serveInTurn = async (
  { lease: name, holder, leases, log, leaseMs, standByMs }: StandByNeeds,
  serve: (until: AbortSignal) => Promise<void>,
  stop: AbortSignal,
): Promise<void> => {
  const serveWhileHeld = async (): Promise<void> => {
    const lease = await leases.take(name, holder, leaseMs);
    if (lease === null) return;
    const held = holdLease(leases, lease, leaseMs, log);
    log.info({ lease: name, fence: lease.fence }, 'a platform account: this process serves it');
    try {
      await withEither(stop, held.lost, serve);
    } finally {
      await held.release();
    }
  };

  while (!stop.aborted) {
    try {
      await serveWhileHeld();
    } catch (error) {
      log.warn({ lease: name, why: String(error) }, 'a platform account: the lease could not be taken');
    }
    await pause(standByMs, stop);
  }
};
