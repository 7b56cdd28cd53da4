import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';

const Usage = z.object({ heapUsed: z.number(), rss: z.number(), cpuMs: z.number() });
export type Usage = z.infer<typeof Usage>;

export interface MeasuredProcess {
  readonly usage: (options?: { collect: boolean }) => Promise<Usage>;
  stop(): Promise<void>;
}

const probe = pathToFileURL(join(__dirname, 'probe.mjs')).href;

/** Profiles of the program are written here when asked for (`BENCH_PROFILE=folder npm run bench`). */
const profileArguments = (name: string): readonly string[] => {
  const folder = process.env['BENCH_PROFILE'];
  // A folder each: the threads of tsx write one of their own.
  return folder ? ['--cpu-prof', '--cpu-prof-dir', join(folder, name)] : [];
};

const ask = async (child: ChildProcess, collect: boolean): Promise<Usage> => {
  const answered = once(child, 'message');
  child.send({ collect });
  const [usage] = (await answered) as unknown[];
  return Usage.parse(usage);
};

/** A Node process of its own that answers, over its channel, what it has used; nothing else is added to it. */
export const startMeasured = (
  name: string,
  file: string,
  { env, node = [] }: { readonly env: Readonly<Record<string, string>>; readonly node?: readonly string[] },
): MeasuredProcess => {
  const child = fork(file, [], {
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...env },
    execArgv: ['--expose-gc', ...profileArguments(name), '--import', probe, ...node],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  return {
    usage: ({ collect } = { collect: false }) => ask(child, collect),
    stop: async () => {
      if (child.exitCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
};
