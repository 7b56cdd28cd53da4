import { Queue, type JobsOptions } from 'bullmq';
import type { Redis } from 'ioredis';
import { z } from 'zod';
import { matterKinds } from '../domain/decision';

/** One hash tag for all keys, so that a Redis Cluster keeps a queue's keys in one slot. */
export const prefix = '{linli}';

export const DrainJob = z.object({ chat: z.string().min(1) });
export type DrainJob = z.infer<typeof DrainJob>;

export const WakeJob = z.object({
  kind: z.enum(matterKinds),
  id: z.string().min(1),
  number: z.int().nullable(),
});
export type WakeJob = z.infer<typeof WakeJob>;

export const PhotoJob = z.object({ photo: z.string().min(1) });
export type PhotoJob = z.infer<typeof PhotoJob>;

export interface Queues {
  readonly deliver: Queue<DrainJob>;
  readonly wake: Queue<WakeJob>;
  readonly photos: Queue<PhotoJob>;
}

/** A finished or failed job that stayed would keep its id from being added again. */
const gone: JobsOptions = { removeOnComplete: true, removeOnFail: true };

/** Without waiting for the connection: a wake-up that cannot be added at once is left to the sweep. */
export const openQueues = (connection: Redis): Queues => {
  const options = { connection, prefix, skipWaitingForReady: true };
  return {
    deliver: new Queue('deliver', { ...options, defaultJobOptions: gone }),
    wake: new Queue('wake', { ...options, defaultJobOptions: gone }),
    photos: new Queue('photos', {
      ...options,
      defaultJobOptions: { ...gone, attempts: 4, backoff: { type: 'exponential', delay: 2_000 } },
    }),
  };
};
