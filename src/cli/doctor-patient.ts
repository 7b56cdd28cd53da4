import { Redis } from 'ioredis';
import { mongo } from 'mongoose';
import type { Config, ConfigResult } from '../config';
import { loadPack } from '../load-pack';
import type { Pack } from '../usecases/packs/pack';
import { servicesOf } from './services';

/** A service, or why it cannot be asked; `not-running`: nobody knows its address. */
export type Reached<Service> =
  | { readonly kind: 'reached'; readonly service: Service }
  | { readonly kind: 'away'; readonly why: string }
  | { readonly kind: 'not-running' };

/** What the checks look at. */
export interface Patient {
  readonly loaded: ConfigResult;
  readonly config: Config | null;
  readonly pack: Pack | Error | null;
  readonly mongo: Reached<mongo.MongoClient>;
  readonly redis: Reached<Redis>;
  /** This machine's clock. */
  readonly clock: () => Date;
}

const ANSWER_MS = 3_000;

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));

const reachMongo = async (uri: string | null): Promise<Patient['mongo']> => {
  if (uri === null) return { kind: 'not-running' };
  try {
    const service = await mongo.MongoClient.connect(uri, { serverSelectionTimeoutMS: ANSWER_MS });
    return { kind: 'reached', service };
  } catch (error) {
    return { kind: 'away', why: asError(error).message };
  }
};

const reachRedis = async (url: string | null): Promise<Patient['redis']> => {
  if (url === null) return { kind: 'not-running' };
  const service = new Redis(url, {
    lazyConnect: true,
    retryStrategy: () => null,
    connectTimeout: ANSWER_MS,
    commandTimeout: ANSWER_MS,
    maxRetriesPerRequest: null,
  });
  // The reason comes with the rejection too; without a listener it would be printed as well.
  let why = '';
  service.on('error', (error: Error) => (why = error.message));
  try {
    await service.connect();
    await service.ping();
    return { kind: 'reached', service };
  } catch (error) {
    service.disconnect();
    return { kind: 'away', why: why === '' ? asError(error).message : why };
  }
};

const close = async ({ mongo: database, redis }: Patient): Promise<void> => {
  if (redis.kind === 'reached') redis.service.disconnect();
  if (database.kind === 'reached') await database.service.close();
};

/** Opens what can be opened, hands it over, and closes it again. */
export const withPatient = async <T>(
  loaded: ConfigResult,
  clock: () => Date,
  examine: (patient: Patient) => Promise<T>,
): Promise<T> => {
  const config = loaded.ok ? loaded.config : null;
  const services = config === null ? { mongoUri: null, redisUrl: null } : servicesOf(config);
  const [database, redis, pack] = await Promise.all([
    reachMongo(services.mongoUri),
    reachRedis(services.redisUrl),
    config === null ? null : loadPack(config.packFile).catch(asError),
  ]);
  const patient: Patient = { loaded, config, pack, mongo: database, redis, clock };
  try {
    return await examine(patient);
  } finally {
    await close(patient);
  }
};
