import type { Config } from '../config';
import { readSecrets } from '../embedded/keep-secrets';

/** The keys that the program has when it runs by this configuration. */
export const fieldKeysOf = (config: Config): readonly Buffer[] => {
  const kept = config.mongoUri === null && config.redisUrl === null ? readSecrets(config.dataDir) : null;
  return [...config.fieldKeys, ...(kept ? [kept.fieldKey] : [])];
};
