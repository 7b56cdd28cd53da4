import type { QueueCount, QueueCounts, QueueName } from '../usecases/ports-of-operations';
import type { Queues } from './queues';

/** What waits in Redis. */
export const countQueues = async (queues: Queues): Promise<QueueCounts> => {
  const count = async (name: QueueName): Promise<QueueCount> => {
    const counts = await queues[name].getJobCounts('wait', 'active', 'delayed');
    return { waiting: counts['wait'] ?? 0, active: counts['active'] ?? 0, delayed: counts['delayed'] ?? 0 };
  };
  const [deliver, wake, photos] = await Promise.all([count('deliver'), count('wake'), count('photos')]);
  return { deliver, wake, photos };
};
