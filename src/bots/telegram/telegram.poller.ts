import { z } from 'zod';
import type { Leases, Logger } from '../../usecases/ports';
import type { Lanes } from '../lane';
import type { Attempt } from './attempt-update';
import { isOver, pause } from '../leash';
import { serveInTurn } from '../stand-by';
import type { TelegramApi } from './telegram.api';
import type { Trouble } from './telegram.trouble';
import { allowedUpdates, laneOf, readUpdate, type ReadUpdate, type TelegramUpdate } from './telegram.update';

export interface PollerTiming {
  /** How long Telegram holds a call with nothing to say. */
  readonly pollSeconds: number;
  /** How long an answer may take on top of that. */
  readonly answerWithinMs: number;
  readonly leaseMs: number;
  /** How often one that stands by asks for the lease. */
  readonly standByMs: number;
  /** Between tries of an update that failed. */
  readonly firstRetryMs: number;
  readonly longestRetryMs: number;
}

export const pollerTiming: PollerTiming = {
  pollSeconds: 25,
  answerWithinMs: 10_000,
  leaseMs: 9_000,
  standByMs: 2_000,
  firstRetryMs: 250,
  longestRetryMs: 10_000,
};

export interface PollerNeeds {
  readonly api: TelegramApi;
  readonly account: string;
  /** Names this process in the lease. */
  readonly holder: string;
  readonly leases: Leases;
  readonly lanes: Lanes;
  readonly attempt: (update: TelegramUpdate) => Promise<Attempt>;
  readonly trouble: Trouble;
  readonly log: Logger;
  readonly timing?: PollerTiming;
}

export interface Poller {
  start(): void;
  /** Ends the poll and waits a moment for what is being committed. */
  stop(): Promise<void>;
}

const LIMIT = 100;
const FINISH_MS = 1_500;

const Batch = z.array(z.unknown());
type Batch = readonly ReadUpdate[];

/** Serves a batch: chats side by side, each in order. Returns how many from the start of it are done. */
const batchServer = ({ lanes, attempt, log, timing = pollerTiming }: PollerNeeds) => {
  const untilDone = async (update: TelegramUpdate, ending: AbortSignal): Promise<boolean> => {
    for (let waitMs = timing.firstRetryMs; !ending.aborted; waitMs = Math.min(waitMs * 2, timing.longestRetryMs)) {
      if ((await attempt(update)) === 'done') return true;
      await pause(waitMs, ending);
    }
    return false;
  };

  const serveOne = async (read: ReadUpdate, ending: AbortSignal): Promise<boolean> => {
    if (!read.ok) {
      log.warn({ update: read.id, wrong: read.wrong }, 'telegram: an update could not be read and is skipped');
      return true;
    }
    try {
      return await lanes.run(laneOf(read.update), () => untilDone(read.update, ending));
    } catch (error) {
      log.warn({ update: read.update.update_id, why: String(error) }, 'telegram: an update could not be queued');
      return false;
    }
  };

  return async (batch: Batch, ending: AbortSignal): Promise<number> => {
    const done = await Promise.all(batch.map((read) => serveOne(read, ending)));
    const undone = done.indexOf(false);
    return undone < 0 ? batch.length : undone;
  };
};

const polling = (needs: PollerNeeds) => {
  const { api, trouble, timing = pollerTiming } = needs;
  const serveBatch = batchServer(needs);

  const ask = async (offset: number, signal: AbortSignal): Promise<Batch> => {
    const wanted = { offset, limit: LIMIT, timeout: timing.pollSeconds, allowed_updates: allowedUpdates };
    const timeoutMs = timing.pollSeconds * 1000 + timing.answerWithinMs;
    return Batch.parse(await api.call('getUpdates', wanted, { timeoutMs, signal })).map(readUpdate);
  };

  return async (ending: AbortSignal): Promise<void> => {
    let offset = 0;
    let ready = false;
    while (!ending.aborted) {
      try {
        if (!ready) await api.call('deleteWebhook', {}, { signal: ending });
        ready = true;
        const batch = await ask(offset, ending);
        await trouble.over();
        const done = await serveBatch(batch, ending);
        for (const read of batch.slice(0, done)) offset = Math.max(offset, (read.id ?? 0) + 1);
        if (done < batch.length) await pause(timing.firstRetryMs, ending);
      } catch (error) {
        if (!isOver(ending)) await pause(await trouble.met(error), ending);
      }
    }
  };
};

/** Own loop instead of telegraf's: the offset rises only after the commits, and nothing ends it but `stop`. */
export const createPoller = (needs: PollerNeeds): Poller => {
  const { account, holder, leases, log, timing: { leaseMs, standByMs } = pollerTiming } = needs;
  const turn = { lease: `telegram:${account}`, holder, leases, log, leaseMs, standByMs };
  const poll = polling(needs);
  let run: { readonly stopping: AbortController; readonly ended: Promise<void> } | null = null;

  return {
    start: () => {
      if (run !== null) return;
      const stopping = new AbortController();
      run = { stopping, ended: serveInTurn(turn, poll, stopping.signal) };
    },
    stop: async () => {
      if (run === null) return;
      const { stopping, ended } = run;
      run = null;
      stopping.abort();
      const limit = new AbortController();
      await Promise.race([ended, pause(FINISH_MS, limit.signal)]);
      limit.abort();
    },
  };
};
