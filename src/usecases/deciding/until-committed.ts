import { setTimeout as wait } from 'node:timers/promises';

/** Conflicts in a row after which something is wrong with the database, not with the timing. */
const attempts = 12;

/** Two processes that want the same document would take turns losing: each waits a little, longer each time, by chance. */
const shortestMs = 2;
const longestMs = 200;

const waitMs = (conflicts: number): number =>
  conflicts < 2 ? 0 : Math.random() * Math.min(longestMs, shortestMs * 2 ** conflicts);

/**
 * Decides and commits, again on fresh state when somebody was quicker. `attempt` answers null for a conflict.
 * Throws after twelve of them: the message is then handed in again.
 */
export const untilCommitted = async <T>(what: string, attempt: () => Promise<T | null>): Promise<T> => {
  for (let conflicts = 0; conflicts < attempts; conflicts += 1) {
    if (conflicts > 0) await wait(waitMs(conflicts));
    const answer = await attempt();
    if (answer !== null) return answer;
  }
  throw new Error(`${what}: ${attempts} conflicts in a row`);
};
