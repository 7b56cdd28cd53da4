import type { Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import { failureText } from '../usecases/sending/failure-text';
import type { Logger } from '../usecases/ports';
import { openQueues, type Queues } from './queues';

export interface Producer {
  /** Adds when Redis answers; otherwise at once, or soon, gives up: the sweep does what was to be added. True when added. */
  add(what: string, work: (queues: Queues) => Promise<unknown>): Promise<boolean>;
  /** Null while Redis is away. */
  queues(): Queues | null;
  close(): Promise<void>;
}

export interface ProducerNeeds {
  readonly redis: Redis;
  readonly log: Logger;
  /** Redis is there again after something could not be added. */
  readonly onBack: () => void;
}

/** After Redis did not answer in time it is left alone for so long, so that nobody's commit waits for it again and again. */
const restMs = 1_000;

const listOf = ({ deliver, wake, photos }: Queues): readonly Queue[] => [deliver, wake, photos];

const closeAll = async (queues: Queues): Promise<void> => {
  await Promise.allSettled(listOf(queues).map((queue) => queue.close()));
};

export const createProducer = ({ redis, log, onBack }: ProducerNeeds): Producer => {
  let open: Queues | null = null;
  let opening: Promise<void> | null = null;
  let lost = false;
  let restUntil = 0;

  /** A queue that is opened while Redis is away stays broken for good, so they are opened when it is ready. */
  const openNow = async (): Promise<void> => {
    const queues = openQueues(redis);
    for (const queue of listOf(queues)) queue.on('error', () => undefined);
    try {
      await Promise.all(listOf(queues).map((queue) => queue.waitUntilReady()));
      open = queues;
    } catch (error) {
      log.warn({ why: failureText(error) }, 'the queues could not be opened');
      await closeAll(queues);
    }
  };

  const back = (): void => {
    if (!lost) return;
    lost = false;
    onBack();
  };

  const whenReady = (): void => {
    opening ??= (open === null ? openNow() : Promise.resolve()).finally(() => {
      opening = null;
      if (open !== null) back();
    });
  };
  redis.on('ready', whenReady);
  if (redis.status === 'ready') whenReady();

  return {
    queues: () => (redis.status === 'ready' ? open : null),

    add: async (what, work) => {
      if (open === null && opening !== null) await opening;
      if (open === null || redis.status !== 'ready' || performance.now() < restUntil) {
        lost = true;
        return false;
      }
      try {
        await work(open);
        back();
        return true;
      } catch (error) {
        lost = true;
        restUntil = performance.now() + restMs;
        log.warn({ what, why: failureText(error) }, 'a wake-up could not be added; the sweep does it');
        return false;
      }
    },

    close: async () => {
      redis.off('ready', whenReady);
      if (opening !== null) await opening;
      if (open !== null) await closeAll(open);
      open = null;
    },
  };
};
