import { runChaos } from '../support/chaos/run-chaos';

// Programs and servers that end and start again.
jest.setTimeout(240_000);

/** Given as CHAOS_SEED to play one again; the long form is `npm run chaos`. */
const seed = Number(process.env['CHAOS_SEED'] ?? Date.now() % 2 ** 31);

test(`a program killed, Redis flushed, MongoDB's primary killed, a platform that fails (seed ${seed}): nothing is lost, nothing doubled without a reason`, async () => {
  const size = { messages: 100, kills: 2, flushes: 1, elections: 1 };
  const report = await runChaos({ size, seed, say: () => undefined });
  expect({ ...report.wrong, endedByItself: report.endedByItself }).toEqual({
    reports: [],
    untold: [],
    unsaid: [],
    repeated: [],
    unheard: [],
    differences: [],
    books: [],
    endedByItself: [],
  });
  expect(report.reports).toBeGreaterThan(30);
  expect(report.tickets).toBe(report.reports);
  expect(report.seenTwice).toBeLessThanOrEqual(report.interrupted);
});
