import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';

/** So many conflicts in a row, over so long, are no matter of timing any more: something is wrong with the database. */
const attempts = 12;
const patienceMs = 10_000;

/** Two processes that want the same document would take turns losing: each waits a little, longer each time, by chance. */
const shortestMs = 2;
const longestMs = 200;

const waitMs = (conflicts: number): number =>
  conflicts < 2 ? 0 : Math.random() * Math.min(longestMs, shortestMs * 2 ** conflicts);

/**
 * Decides and commits, again on fresh state when somebody was quicker. `attempt` answers null for a conflict.
 * Throws after twelve of them and `patience` milliseconds of the machine's clock: the message is then handed in again.
 */
export const untilCommitted = async <T>(
  what: string,
  attempt: () => Promise<T | null>,
  patience = patienceMs,
): Promise<T> => {
  const begun = performance.now();
  for (let conflicts = 0; ; conflicts += 1) {
    if (conflicts >= attempts && performance.now() - begun >= patience)
      throw new Error(`${what}: ${conflicts} conflicts in a row`);
    if (conflicts > 0) await wait(waitMs(conflicts));
    const answer = await attempt();
    if (answer !== null) return answer;
  }
};
