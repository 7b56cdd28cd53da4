import { spawn, spawnSync } from 'node:child_process';

const HEARTBEAT_MS = 10_000;

export const say = (line) => console.log(`[setup] ${line}`);

/** Ends the setup with words a newcomer can act on. */
export class CannotSetUp extends Error {}

const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(0)} s`;

/** Runs a program whose words go to the terminal; says that it is still at it. Throws when it fails. */
export const run = (what, command, args, options = {}) =>
  new Promise((resolve, reject) => {
    const begun = Date.now();
    say(`${what} …`);
    const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'], ...options });
    const heartbeat = setInterval(() => say(`${what}: still working (${seconds(begun)})`), HEARTBEAT_MS);
    const end = (error) => {
      clearInterval(heartbeat);
      if (error) return reject(error);
      say(`${what}: done (${seconds(begun)})`);
      resolve();
    };
    child.once('error', (error) => end(new CannotSetUp(`${what} failed: ${command} cannot be run (${error.message})`)));
    child.once('exit', (code, signal) =>
      end(code === 0 ? undefined : new CannotSetUp(`${what} failed (${signal ?? `exit code ${code}`}).`)),
    );
  });

/** The words of a program, or why there are none. */
export const ask = (command, args) => {
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: 'utf8', timeout: 20_000 });
  if (status === 0) return { ok: true, words: stdout.trim() };
  return { ok: false, words: (error?.message ?? stderr ?? '').trim() };
};
