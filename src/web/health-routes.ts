import type { FastifyInstance } from 'fastify';
import { setTimeout as sleep } from 'node:timers/promises';

/** Resolves when what it asks is there; rejects, or takes too long, when it is not. */
export type Probe = () => Promise<void>;

const probeMs = 2_000;

const isThere = async (probe: Probe): Promise<boolean> => {
  const timer = new AbortController();
  const tooLate = sleep(probeMs, false, { signal: timer.signal }).catch(() => false);
  try {
    const answered = Promise.resolve()
      .then(probe)
      .then(
        () => true,
        () => false,
      );
    return await Promise.race([answered, tooLate]);
  } finally {
    timer.abort();
  }
};

/** `/healthz`: the process lives. `/readyz`: everything it needs is there; 503 and what is missing otherwise. */
export const healthRoutes = (app: FastifyInstance, probes: Readonly<Record<string, Probe>>): void => {
  app.get('/healthz', () => ({ alive: true }));

  app.get('/readyz', async (_request, reply) => {
    const asked = await Promise.all(
      Object.entries(probes).map(
        async ([name, probe]) => [name, (await isThere(probe)) ? 'ready' : 'not ready'] as const,
      ),
    );
    const ready = asked.every(([, state]) => state === 'ready');
    return reply.code(ready ? 200 : 503).send({ ready, ...Object.fromEntries(asked) });
  });
};
