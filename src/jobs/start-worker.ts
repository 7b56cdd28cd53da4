import { UnrecoverableError, Worker } from 'bullmq';
import type { Redis } from 'ioredis';
import type { z } from 'zod';
import { failureText } from '../usecases/sending/failure-text';
import type { Logger } from '../usecases/ports';
import type { JobSubject, QueueName } from '../usecases/ports-of-operations';
import { prefix } from './queues';
import { subjectOf } from './job-subject';

export interface WorkerNeeds {
  readonly connection: Redis;
  readonly log: Logger;
  /** Kept for whoever looks at the queues. */
  readonly noteFailed: (queue: QueueName, of: JobSubject, why: string) => Promise<void>;
}

export interface RunningWorker {
  /** Takes no more jobs; resolves when those it has are done. */
  close(): Promise<void>;
}

/** A killed process's jobs are taken over within these. */
const lockMs = 5_000;
const stalledMs = 2_500;

/** One queue's worker: job data are parsed, then the one thing is done. A job ends done, or throws. */
export const startWorker = <T>(
  name: QueueName,
  shape: z.ZodType<T>,
  concurrency: number,
  work: (data: T) => Promise<void>,
  { connection, log, noteFailed }: WorkerNeeds,
): RunningWorker => {
  const running = new Set<Promise<void>>();
  const worker = new Worker(
    name,
    async (job) => {
      const data = shape.safeParse(job.data);
      if (!data.success) throw new UnrecoverableError(`The data of job ${job.id ?? '?'} are not those of ${name}.`);
      const done = work(data.data);
      running.add(done);
      await done.finally(() => running.delete(done));
    },
    {
      connection,
      prefix,
      concurrency,
      lockDuration: lockMs,
      stalledInterval: stalledMs,
      removeOnComplete: { count: 0 },
      removeOnFail: { count: 0 },
    },
  );
  worker.on('failed', (job, error) => {
    const why = failureText(error);
    log.warn({ queue: name, job: job?.id, why }, 'a job failed');
    const of = subjectOf(name, job?.data);
    if (of !== null) noteFailed(name, of, why).catch(() => log.warn({ queue: name }, 'a failed job was not noted'));
  });
  // What goes wrong with the connection is said once, by the connection's own log.
  worker.on('error', () => undefined);
  return {
    close: async () => {
      // While Redis is away only a forced end comes to an end; what is being done is then waited for here.
      await worker.close(connection.status !== 'ready');
      await Promise.allSettled(running);
    },
  };
};
