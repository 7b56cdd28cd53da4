import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadPack } from '../src/load-pack';
import { createStore, type Stores } from '../src/store/store';
import { startOwnServers } from '../test/support/own-servers';

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** Runs a bench on a database of its own that goes with it; the process ends with an error when the bench does. */
export const onOwnStores = (name: string, bench: (stores: Stores) => Promise<void>): void => {
  const run = async (): Promise<void> => {
    const folder = mkdtempSync(join(tmpdir(), `linli-${name}-`));
    const servers = await startOwnServers(join(folder, 'servers'));
    try {
      const stores = await createStore({ uri: servers.mongoUri, communityId: 'demo', log: silent });
      await stores.savePack(await loadPack('packs/demo.yaml'));
      await bench(stores);
      await stores.close();
    } finally {
      await servers.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  };
  run().catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  });
};
