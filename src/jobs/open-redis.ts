import { Redis, type RedisOptions } from 'ioredis';
import type { Logger } from '../usecases/ports';
import { failureText } from '../usecases/sending/failure-text';

/** Redis away for a minute is back within this of its return. */
const reconnectMs = 1_000;
const answerMs = 1_000;
/** Nothing is on its way any more when a connection is ended: the program does not stay for it. */
const goodbyeMs = 100;

/** One line when it goes, one when it is back; not one for each try. */
const logChanges = (redis: Redis, name: string, log: Logger): void => {
  let away = false;
  redis.on('error', (error: unknown) => {
    if (!away) log.warn({ redis: name, why: failureText(error) }, 'Redis is away; the sweep does what is due');
    away = true;
  });
  redis.on('ready', () => {
    if (away) log.info({ redis: name }, 'Redis is back');
    away = false;
  });
};

/** For adding: fails at once when Redis is away, and soon when it does not answer. */
export const openProducer = (url: string, log: Logger): Redis => {
  const redis = new Redis(url, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    commandTimeout: answerMs,
    connectTimeout: 5_000,
    disconnectTimeout: goodbyeMs,
    retryStrategy: () => reconnectMs,
  });
  logChanges(redis, 'producer', log);
  return redis;
};

/** BullMQ makes blocking copies of a worker's connection and cannot end them while Redis is away; this one can. */
class ConsumerRedis extends Redis {
  readonly #copies: Redis[] = [];

  override duplicate(override?: Partial<RedisOptions>): Redis {
    const copy = super.duplicate(override);
    this.#copies.push(copy);
    return copy;
  }

  endAll(): void {
    for (const redis of [...this.#copies, this]) redis.disconnect();
  }
}

export type { ConsumerRedis };

/** For workers, which wait for Redis as long as it takes. */
export const openConsumer = (url: string, log: Logger): ConsumerRedis => {
  const redis = new ConsumerRedis(url, {
    maxRetriesPerRequest: null,
    connectTimeout: 5_000,
    disconnectTimeout: goodbyeMs,
    retryStrategy: () => reconnectMs,
  });
  logChanges(redis, 'workers', log);
  return redis;
};
