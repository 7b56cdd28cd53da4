interface PayloadStore {
  start(accountId: string): Promise<void>;
}

const isStore = (found: unknown): found is PayloadStore =>
  typeof found === 'object' && found !== null && 'start' in found && typeof found.start === 'function';

/**
 * wechaty-puppet-service writes the names of people and groups to LevelDB under `$HOME/.wechaty`, and has no option for
 * it: there erasure would not reach them, and an old name would outlive a new one. The store that was never started is
 * asked for nothing, and the gateway is asked instead. Throws when the library has become another one.
 */
export const keepNothing = (puppet: object): void => {
  const store: unknown = '_payloadStore' in puppet ? puppet._payloadStore : null;
  if (!isStore(store)) throw new Error('wechaty-puppet-service keeps names where Linli does not know it');
  store.start = () => Promise.resolve();
};
