import { setTimeout as sleep } from 'node:timers/promises';

/** Waits until it is so; on a busy machine that takes its time. */
export const until = async (what: () => boolean | Promise<boolean>, withinMs = 40_000): Promise<void> => {
  const deadline = Date.now() + withinMs;
  while (!(await what())) {
    if (Date.now() > deadline) throw new Error(`not within ${withinMs} ms: ${what.toString()}`);
    await sleep(5);
  }
};
