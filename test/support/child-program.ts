import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { sandboxApi, type SandboxApi } from './story-sandbox';

const root = resolve(__dirname, '../..');
const startsWithinMs = 60_000;

/** The program as `npm start` runs it, in a process of its own, so that it can be killed. */
export interface ChildProgram {
  readonly api: SandboxApi;
  /** Every line it has logged or printed, of all its lives. */
  readonly lines: readonly string[];
  readonly secrets: readonly string[];
  /** False before it is started, and once it has ended, by itself or by us. */
  isRunning(): boolean;
  start(): Promise<void>;
  /** kill -9. */
  kill(): Promise<void>;
  /** Ctrl-C. */
  stop(): Promise<number | null>;
}

const ended = (child: ChildProcess): Promise<number | null> =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve(child.exitCode)
    : new Promise((done) => child.once('exit', (code) => done(code)));

export const childProgram = (env: Readonly<Record<string, string>>): ChildProgram => {
  const lines: string[] = [];
  const secret = randomBytes(32).toString('hex');
  const fieldKey = randomBytes(32).toString('base64');
  let child: ChildProcess | null = null;
  let address = '';

  const start = async (): Promise<void> => {
    address = '';
    const own = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: process.env['PATH'] ?? '',
        HOME: process.env['HOME'] ?? '',
        SANDBOX: '1',
        SANDBOX_START: '2026-11-20T09:00:00+08:00',
        PORT: '0',
        SECRET: secret,
        FIELD_KEY: fieldKey,
        LOG_LEVEL: 'trace',
        ...env,
      },
    });
    child = own;
    for (const stream of [own.stdout, own.stderr])
      createInterface({ input: stream }).on('line', (line) => {
        lines.push(line);
        address ||= /(?:Open|Health:) (http:\S+)\/(?:sandbox|readyz)/.exec(line)?.[1] ?? '';
      });
    const deadline = Date.now() + startsWithinMs;
    while (address === '') {
      if (own.exitCode !== null || Date.now() > deadline)
        throw new Error(`the program did not start:\n${lines.slice(-20).join('\n')}`);
      await sleep(20);
    }
  };

  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    if (child === null) return null;
    child.kill(signal);
    return ended(child);
  };

  return {
    api: sandboxApi(() => address),
    lines,
    secrets: [secret, fieldKey],
    isRunning: () => child !== null && child.exitCode === null && child.signalCode === null,
    start,
    kill: async () => {
      await end('SIGKILL');
    },
    stop: () => end('SIGINT'),
  };
};

/** Until it holds, whatever fails on the way; or the last failure. */
export const until = async (
  holds: () => Promise<boolean> | boolean,
  withinMs: number,
  what: string,
): Promise<number> => {
  const began = Date.now();
  for (;;) {
    const held = await Promise.resolve()
      .then(holds)
      .catch(() => false);
    if (held) return Date.now() - began;
    if (Date.now() - began > withinMs) throw new Error(`not within ${withinMs} ms: ${what}`);
    await sleep(50);
  }
};
