import { mongo } from 'mongoose';
import Redis from 'ioredis';
import { randomBytes } from 'node:crypto';
import { mongoUriOf } from '../../src/embedded/mongod';
import { redisUrlOf } from '../../src/embedded/redis-server';
import { sharedPair } from './shared-servers';

export interface Servers {
  /** A database nobody else uses, on a replica set of one. */
  readonly mongoUri: string;
  /** A numbered Redis database nobody else uses: FLUSHDB is yours, FLUSHALL is not (see `startOwnServers`). */
  readonly redisUrl: string;
  stop(): Promise<void>;
}

const inRedis = async <T>(url: string, ask: (redis: Redis) => Promise<T>): Promise<T> => {
  const redis = new Redis(url);
  try {
    return await ask(redis);
  } finally {
    redis.disconnect();
  }
};

const dropDatabase = async (mongoUri: string): Promise<void> => {
  const client = new mongo.MongoClient(mongoUri);
  try {
    await client.db().dropDatabase();
  } finally {
    await client.close();
  }
};

/** A fresh database and a fresh Redis on the servers all test files share; they start with the first who asks. */
export const startServers = async (): Promise<Servers> => {
  const { mongoPort, redisPort } = await sharedPair();
  const number = await inRedis(redisUrlOf(redisPort), (redis) => redis.incr('databases-given'));
  const mongoUri = mongoUriOf(mongoPort, `t${number}_${randomBytes(3).toString('hex')}`);
  const redisUrl = redisUrlOf(redisPort, number);
  return {
    mongoUri,
    redisUrl,
    stop: async () => {
      await dropDatabase(mongoUri);
      await inRedis(redisUrl, (redis) => redis.flushdb());
    },
  };
};

export { startOwnServers, type OwnServers } from './own-servers';
