import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

export interface ServerProcess {
  readonly pid: number;
  /** Null while it runs; afterwards why it ended. */
  ended(): string | null;
  onEnd(listener: (why: string) => void): void;
  signal(signal: NodeJS.Signals): void;
  /** Asks it to end; kills it when it has not within `graceMs`. */
  stop(graceMs: number): Promise<void>;
}

const describeEnd = (code: number | null, signal: NodeJS.Signals | null): string =>
  signal === null ? `exit code ${String(code)}` : `signal ${signal}`;

const watch = (child: ChildProcess, pid: number): ServerProcess => {
  let why: string | null = null;
  const exited = new Promise<void>((resolve) => {
    child.once('exit', (code, signal) => {
      why = describeEnd(code, signal);
      resolve();
    });
  });
  return {
    pid,
    ended: () => why,
    onEnd: (listener) => void exited.then(() => listener(why ?? 'ended')),
    signal: (signal) => void child.kill(signal),
    stop: async (graceMs) => {
      if (why !== null) return;
      child.ref();
      child.kill('SIGTERM');
      const late = new AbortController();
      await Promise.race([exited, sleep(graceMs, undefined, { signal: late.signal }).catch(() => undefined)]);
      late.abort();
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
      await exited;
    },
  };
};

/**
 * Its own process group, so that Ctrl-C in the terminal reaches only the program, which ends its servers last;
 * a log file instead of a pipe, so that a server outlives the program without choking on its own words.
 */
export const startServerProcess = (binary: string, args: readonly string[], logFile: string): Promise<ServerProcess> =>
  new Promise((resolve, reject) => {
    const log = openSync(logFile, 'w', 0o600);
    const child = spawn(binary, args, { detached: true, stdio: ['ignore', log, log] });
    closeSync(log);
    child.once('error', (error) => reject(new Error(`${binary} cannot be run: ${error.message}`)));
    const { pid } = child;
    if (pid === undefined) return;
    child.once('spawn', () => resolve(watch(child, pid)));
    // What a program waits for is its own work, never its servers.
    child.unref();
  });

/** The last words of a server that would not start. */
export const lastWords = (logFile: string, lines = 5): string => {
  try {
    return readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-lines).join('\n');
  } catch {
    return '';
  }
};
