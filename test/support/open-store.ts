import { createStore, type StoreOptions, type Stores } from '../../src/store/store';
import type { Logger } from '../../src/usecases/ports';
import { startServers } from './servers';

export const silentLog: Logger = { info: () => undefined, warn: () => undefined, error: () => undefined };

export interface OpenedStore {
  readonly store: Stores;
  readonly uri: string;
  /** A second process on the same database. */
  another(given?: Partial<StoreOptions>): Promise<Stores>;
  close(): Promise<void>;
}

/** A store on a database of its own. */
export const openStore = async (given: Partial<StoreOptions> = {}): Promise<OpenedStore> => {
  const servers = await startServers();
  const opened: Stores[] = [];
  const another = async (options: Partial<StoreOptions> = {}): Promise<Stores> => {
    const base = { uri: servers.mongoUri, communityId: 'demo', log: silentLog };
    const store = await createStore({ ...base, ...given, ...options });
    opened.push(store);
    return store;
  };
  return {
    store: await another(),
    uri: servers.mongoUri,
    another,
    close: async () => {
      await Promise.all(opened.map((each) => each.close()));
      await servers.stop();
    },
  };
};
