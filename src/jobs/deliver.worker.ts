import type { Worker } from 'bullmq';
import { DrainJob } from './queues';
import { startWorker, type WorkerNeeds } from './start-worker';
import type { RunningWakeUps } from './wake-ups';

const chatsAtOnce = 16;

/** One drain a chat. It is never retried by the queue: one in back-off would swallow the next wake-up of its chat. */
export const startDeliverWorker = (needs: WorkerNeeds, wakeUps: RunningWakeUps): Worker =>
  startWorker(
    'deliver',
    DrainJob,
    chatsAtOnce,
    async ({ chat }) => {
      await wakeUps.drainAndReturn(chat);
    },
    needs,
  );
