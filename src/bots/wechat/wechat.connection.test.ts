import { MendedPuppet } from '../../../test/support/wechat/mended-puppet';
import { lineTiming } from './line-timing';
import { createListens } from './listens';
import { createConnection } from './wechat.connection';

const nothing = (): void => undefined;
const log = { info: nothing, warn: nothing, error: nothing };
const stepMs = 100;
const noticedWithinMs = 15_000;

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

/** How long after its death a line that once answered is given up. */
const noticedAfter = async (diedAfterMs: number): Promise<number> => {
  const puppet = new MendedPuppet();
  let isDead = false;
  puppet.fault = (method) => {
    if (isDead && method === 'ding') throw new Error('nobody there');
  };
  const connection = createConnection({
    ...{ puppet, log, timing: lineTiming, listens: createListens(), restartsGateway: false },
    ...{ onLogin: nothing, onLogout: nothing, onScan: nothing, onBadToken: nothing },
  });
  const over = connection.last(new AbortController().signal);
  await jest.advanceTimersByTimeAsync(10 * lineTiming.pingMs + diedAfterMs);
  expect(connection.ended.aborted).toBe(false);
  isDead = true;
  let waitedMs = 0;
  for (; !connection.ended.aborted && waitedMs < 60_000; waitedMs += stepMs)
    await jest.advanceTimersByTimeAsync(stepMs);
  await over;
  return waitedMs;
};

test.each([0, 100, 1_750, 3_400])('a line that falls silent %i ms after a ping is given up within 15 s', async (ms) => {
  const waitedMs = await noticedAfter(ms);
  expect(waitedMs).toBeGreaterThan(lineTiming.pingMs);
  expect(waitedMs).toBeLessThanOrEqual(noticedWithinMs);
});
