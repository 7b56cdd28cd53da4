import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '../usecases/ports';
import type { ServerProcess } from './server-process';

export interface Supervised {
  stop(graceMs: number): Promise<void>;
}

const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 10_000;

/** Starts a server and starts it again when it dies (killed for want of memory, say): clients reconnect by themselves. */
export const supervise = async (
  name: string,
  launch: () => Promise<ServerProcess>,
  log: Logger,
): Promise<Supervised> => {
  const stopping = new AbortController();
  let server = await launch();
  let reviving: Promise<void> = Promise.resolve();

  const revive = async (): Promise<void> => {
    for (let pause = FIRST_PAUSE_MS; !stopping.signal.aborted; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
      try {
        server = await launch();
        log.warn({ pid: server.pid }, `${name} runs again`);
        watch();
        return;
      } catch (error) {
        log.error({ error: error instanceof Error ? error.message : String(error) }, `${name} does not start again`);
      }
      await sleep(pause, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined);
    }
  };
  const watch = (): void =>
    server.onEnd((why) => {
      if (stopping.signal.aborted) return;
      log.error({ why }, `${name} ended by itself; starting it again`);
      reviving = revive();
    });
  watch();

  return {
    stop: async (graceMs) => {
      stopping.abort();
      await reviving;
      await server.stop(graceMs);
    },
  };
};
