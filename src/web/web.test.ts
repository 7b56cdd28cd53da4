import type { FastifyPluginAsync } from 'fastify';
import { createWeb, type WebNeeds } from './web';

interface Logged {
  readonly data: object;
  readonly message: string;
}

const open = async (given: Partial<WebNeeds> = {}) => {
  const errors: Logged[] = [];
  const log = {
    info: () => undefined,
    warn: () => undefined,
    error: (data: object, message: string) => void errors.push({ data, message }),
  };
  const web = await createWeb({ host: '127.0.0.1', port: 0, log, probes: {}, plugins: [], home: null, ...given });
  return { web, errors };
};

const broken: FastifyPluginAsync = (app) => {
  app.get('/broken', () => {
    throw new Error('mongodb://someone:secret@db/linli is away');
  });
  return Promise.resolve();
};

test('a living process says so, whatever is missing', async () => {
  const { web } = await open({ probes: { database: () => Promise.reject(new Error('away')) } });
  const answer = await web.app.inject('/healthz');
  expect([answer.statusCode, answer.json()]).toEqual([200, { alive: true }]);
});

test('it is ready when everything it needs is there', async () => {
  const { web } = await open({ probes: { database: () => Promise.resolve(), queue: () => Promise.resolve() } });
  const answer = await web.app.inject('/readyz');
  expect([answer.statusCode, answer.json()]).toEqual([200, { ready: true, database: 'ready', queue: 'ready' }]);
});

test('it is not ready while something is away, and says what', async () => {
  const probes = { database: () => Promise.reject(new Error('away')), queue: () => Promise.resolve() };
  const { web } = await open({ probes });
  const answer = await web.app.inject('/readyz');
  expect([answer.statusCode, answer.json()]).toEqual([503, { ready: false, database: 'not ready', queue: 'ready' }]);
});

test('a probe that never answers counts as missing', async () => {
  const { web } = await open({ probes: { bots: () => new Promise<void>(() => undefined) } });
  const answer = await web.app.inject('/readyz');
  expect([answer.statusCode, answer.json()]).toEqual([503, { ready: false, bots: 'not ready' }]);
});

test('no inline script runs on our pages, and nobody frames them', async () => {
  const { web } = await open();
  const { headers } = await web.app.inject('/healthz');
  expect(headers['content-security-policy']).toContain("script-src 'self';");
  expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
  expect(headers['x-content-type-options']).toBe('nosniff');
});

test('an error is JSON without a stack or an inner word; the log has it', async () => {
  const { web, errors } = await open({ plugins: [broken] });
  const answer = await web.app.inject('/broken');
  expect(answer.statusCode).toBe(500);
  expect(answer.json()).toEqual({ error: 'Something went wrong here. It is in the log; please try again.' });
  expect(errors).toEqual([
    { data: { err: expect.any(Error) as Error, method: 'GET', url: '/broken' }, message: 'A request failed.' },
  ]);
});

test('an address where nothing is', async () => {
  const { web } = await open();
  const answer = await web.app.inject('/nowhere');
  expect([answer.statusCode, answer.json()]).toEqual([404, { error: 'There is nothing at /nowhere.' }]);
});

test('the front door leads to the sandbox where there is one', async () => {
  const { web } = await open({ home: '/sandbox' });
  expect((await web.app.inject('/')).headers.location).toBe('/sandbox');
});

test('it listens on loopback and stops', async () => {
  const { web } = await open();
  const url = await web.start();
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
  await web.stop();
  await expect(fetch(`${url}/healthz`)).rejects.toThrow('fetch failed');
});
