import { DrainJob } from './queues';
import { startWorker, type RunningWorker, type WorkerNeeds } from './start-worker';
import type { RunningWakeUps } from './wake-ups';

const chatsAtOnce = 16;

/** One drain a chat. It is never retried by the queue: one in back-off would swallow the next wake-up of its chat. */
export const startDeliverWorker = (needs: WorkerNeeds, wakeUps: RunningWakeUps): RunningWorker =>
  startWorker(
    'deliver',
    DrainJob,
    chatsAtOnce,
    async ({ chat }) => {
      await wakeUps.drainAndReturn(chat);
    },
    needs,
  );
