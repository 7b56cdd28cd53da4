import type { QueueName, Queues } from './queues';

export interface QueueCount {
  readonly waiting: number;
  readonly active: number;
  readonly delayed: number;
}

export type QueueCounts = Readonly<Record<QueueName, QueueCount>>;

/** What waits in Redis; null while Redis is away. For `doctor` and the board. */
export const countQueues = async (queues: Queues | null): Promise<QueueCounts | null> => {
  if (queues === null) return null;
  const count = async (name: QueueName): Promise<QueueCount> => {
    const counts = await queues[name].getJobCounts('wait', 'active', 'delayed');
    return { waiting: counts['wait'] ?? 0, active: counts['active'] ?? 0, delayed: counts['delayed'] ?? 0 };
  };
  const [deliver, wake, photos] = await Promise.all([count('deliver'), count('wake'), count('photos')]);
  return { deliver, wake, photos };
};
