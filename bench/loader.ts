import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { Load } from './load';
import type { Loaded } from './load-figures';

export interface Loader {
  post(load: Load): Promise<Loaded>;
  stop(): void;
}

/** The load generator's process. */
export const startLoader = (): Loader => {
  const child = fork(join(__dirname, 'load.ts'), [], { execArgv: ['--import', 'tsx'] });
  return {
    post: (load) =>
      new Promise((resolve, reject) => {
        const ended = (): void => reject(new Error('the load generator ended'));
        child.once('exit', ended);
        child.once('message', (loaded: Loaded) => {
          child.off('exit', ended);
          if (loaded.refused === 0) resolve(loaded);
          else reject(new Error(`${loaded.refused} of ${load.messages.count} messages were refused`));
        });
        child.send(load);
      }),
    stop: () => void child.kill(),
  };
};
