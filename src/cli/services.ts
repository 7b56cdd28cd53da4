import type { Config } from '../config';
import { readRunning } from '../embedded/running';

export interface Services {
  readonly mongoUri: string | null;
  readonly redisUrl: string | null;
}

/** The services of the environment, else those of the program that runs on the data folder. */
export const servicesOf = (config: Config): Services => {
  const running = readRunning(config.dataDir);
  return {
    mongoUri: config.mongoUri ?? running?.mongoUri ?? null,
    redisUrl: config.redisUrl ?? running?.redisUrl ?? null,
  };
};
