import type { ChatId } from '../../domain/ids';
import { deliverRow } from './deliver-row';
import type { DeliveryPorts } from './delivery-ports';
import type { DrainResult } from '../engine';
import type { Lease } from '../ports';

/** A killed process holds a chat up for no longer than this. */
const leaseMs = 10_000;
/** When a chat's drain is held by somebody else, it is looked at again after this: the holder may have been killed. */
const heldMs = 1_000;

interface Held {
  /** False once the lease was lost: somebody else may be sending by now. */
  isOurs(): boolean;
  end(): Promise<void>;
}

const renewWhileSending = (lease: Lease, ports: DeliveryPorts): Held => {
  let ours = true;
  let renewedAt = performance.now();
  const renewing = setInterval(() => {
    ports.leases.renew(lease, leaseMs).then(
      (renewed) => {
        if (renewed) renewedAt = performance.now();
        else ours = false;
      },
      (error: unknown) => ports.log.warn({ error, lease: lease.name }, 'a lease could not be renewed'),
    );
  }, leaseMs / 3);
  return {
    isOurs: () => ours && performance.now() - renewedAt < leaseMs,
    end: async () => {
      clearInterval(renewing);
      await ports.leases.release(lease);
    },
  };
};

interface Round {
  readonly sent: number;
  /** Machine time at which it goes on; null: everything that may be sent now is sent. */
  readonly stoppedUntil: Date | null;
}

const nowOf = ({ clock, machine }: DeliveryPorts) => ({ program: clock.now(), machine: machine.now() });

const sendWhatMayBeSent = async (chat: ChatId, lease: Lease, held: Held, ports: DeliveryPorts): Promise<Round> => {
  let sent = 0;
  for (;;) {
    const row = held.isOurs() ? await ports.outbox.next(chat, nowOf(ports)) : null;
    if (!row) return { sent, stoppedUntil: null };
    const turn = await deliverRow(row, lease.fence, ports);
    switch (turn.kind) {
      case 'sent':
        sent += 1;
        break;
      case 'settled':
        break;
      case 'stop':
        return { sent, stoppedUntil: turn.at };
      case 'lost':
        return { sent, stoppedUntil: new Date(ports.machine.now().getTime() + heldMs) };
    }
  }
};

const oneRound = async (chat: ChatId, ports: DeliveryPorts): Promise<Round | null> => {
  const lease = await ports.leases.take(`drain:${chat}`, ports.holder, leaseMs);
  if (!lease) return null;
  const held = renewWhileSending(lease, ports);
  try {
    return await sendWhatMayBeSent(chat, lease, held, ports);
  } finally {
    await held.end();
  }
};

/**
 * Sends what may be sent now in this chat, under its lease, and says when to come back. It never sleeps. A row that was
 * added while the lease was being given back is looked for once more: whoever was woken for it found the lease taken.
 */
export const createDrainChat =
  (ports: DeliveryPorts) =>
  async (chat: ChatId): Promise<DrainResult> => {
    let sent = 0;
    for (;;) {
      const round = await oneRound(chat, ports);
      if (!round) return { sent, held: true, nextAt: new Date(ports.machine.now().getTime() + heldMs) };
      sent += round.sent;
      if (round.stoppedUntil) return { sent, held: false, nextAt: round.stoppedUntil };
      const now = nowOf(ports);
      if (!(await ports.outbox.next(chat, now)))
        return { sent, held: false, nextAt: await ports.outbox.nextTry(chat, now) };
    }
  };
