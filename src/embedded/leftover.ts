import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** Zombies are not running: they wait for a parent that never looks. */
const isZombie = (pid: number): boolean => {
  try {
    return /^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
};

export const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
};

const fromPs = (pid: number, column: 'command' | 'lstart'): string => {
  try {
    const args = ['-o', `${column}=`, '-p', String(pid)];
    return execFileSync('ps', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return '';
  }
};

/** When the process began: with its number it is like no other. Field 22 of its stat, counted after the name. */
export const identityOf = (pid: number): string => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const begun = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${String(begun)}`;
  } catch {
    return fromPs(pid, 'lstart');
  }
};

/** The command line of a process; empty when it cannot be known. */
export const commandLineOf = (pid: number): string => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  } catch {
    // No /proc: macOS and the BSDs.
    return fromPs(pid, 'command');
  }
};

const until = async (done: () => boolean, timeoutMs: number): Promise<boolean> => {
  const deadline = Date.now() + timeoutMs;
  while (!done()) {
    if (Date.now() > deadline) return false;
    await sleep(20);
  }
  return true;
};

/**
 * Ends a process that was left over, but only when its command line names `mark` (our folder): a number of a
 * process may belong to somebody else by now. False when there was nothing of ours to end.
 */
export const endLeftover = async (pid: number, mark: string, graceMs: number): Promise<boolean> => {
  if (!isRunning(pid) || !commandLineOf(pid).includes(mark)) return false;
  process.kill(pid, 'SIGTERM');
  if (await until(() => !isRunning(pid), graceMs)) return true;
  process.kill(pid, 'SIGKILL');
  await until(() => !isRunning(pid), 5_000);
  return true;
};
