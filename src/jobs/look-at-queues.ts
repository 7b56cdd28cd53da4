import type { Job } from 'bullmq';
import type { JobState, JobSubject, QueuedJob, QueueLook, QueueName } from '../usecases/ports-of-operations';
import type { WakeUps } from '../usecases/ports';
import { subjectOf } from './job-subject';
import type { Producer } from './producer';
import { countQueues } from './queue-counts';
import type { Queues } from './queues';

const states: readonly (readonly [JobState, 'active' | 'wait' | 'delayed'])[] = [
  ['active', 'active'],
  ['waiting', 'wait'],
  ['delayed', 'delayed'],
];

const queuedOf = (queue: QueueName, state: JobState, job: Job): QueuedJob => ({
  ...{ id: job.id ?? '', state, of: subjectOf(queue, job.data), tries: job.attemptsMade },
  addedAt: new Date(job.timestamp),
  dueAt: state === 'delayed' ? new Date(job.timestamp + job.delay) : null,
});

const jobsOf = async (queues: Queues, queue: QueueName, limit: number): Promise<readonly QueuedJob[]> => {
  const found = await Promise.all(
    states.map(async ([state, called]) => {
      const jobs: readonly (Job | undefined)[] = await queues[queue].getJobs([called], 0, limit - 1, true);
      // A job that ended between two questions is none.
      return jobs.flatMap((job) => (job ? [queuedOf(queue, state, job)] : []));
    }),
  );
  return found.flat();
};

/** What stands in Redis, for directors. What does not answer in time is away. */
export const createQueueLook = (producer: Producer, wakeUps: WakeUps): QueueLook => {
  const asked = async <T>(ask: (queues: Queues) => Promise<T>): Promise<T | null> => {
    const queues = producer.queues();
    return queues === null ? null : ask(queues).catch(() => null);
  };
  const wakeNow = async (of: Extract<JobSubject, { kind: 'matter' }>): Promise<void> => {
    const { kind, id, number } = of.matter;
    await producer.add('wake again', ({ wake }) => wake.add('wake', { kind, id, number }));
  };
  const run = (of: JobSubject): Promise<void> => {
    switch (of.kind) {
      case 'chat':
        return wakeUps.drain([{ chat: of.chat, urgency: 'prompt' }]);
      case 'matter':
        return wakeNow(of);
      case 'photo':
        return wakeUps.fetchPhotos([of.photo]);
    }
  };
  return {
    counts: () => asked(countQueues),
    jobs: (queue, limit) => asked((queues) => jobsOf(queues, queue, limit)),
    promote: (queue, id) =>
      asked(async (queues) => {
        const job: Job | undefined = await queues[queue].getJob(id);
        if (!job || !(await job.isDelayed())) return false;
        await job.promote();
        return true;
      }),
    again: (of) => asked(() => run(of).then(() => true)),
  };
};
