import { createWeb } from './web';

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

const open = async (token: string | null) => {
  const seen: { method: string; route: string; status: number }[] = [];
  const web = await createWeb({
    ...{ host: '127.0.0.1', port: 0, log: silent, probes: {}, plugins: [], home: null },
    metrics: {
      text: () => Promise.resolve('linli_up{part="database"} 1\n'),
      token,
      onRequest: ({ method, route, status }) => void seen.push({ method, route, status }),
    },
  });
  const ask = async (headers: Record<string, string> = {}, remoteAddress = '127.0.0.1') =>
    (await web.app.inject({ url: '/metrics', headers, remoteAddress })).statusCode;
  return { web, seen, ask };
};

test('without a token only this machine reads the figures, and no proxy on it', async () => {
  const { ask } = await open(null);
  expect(await ask()).toBe(200);
  expect(await ask({}, '10.0.0.7')).toBe(403);
  expect(await ask({ 'x-forwarded-for': '127.0.0.1' })).toBe(403);
});

test('with a token whoever shows it reads them, and nobody else', async () => {
  const { ask } = await open('a-long-enough-token');
  expect(await ask()).toBe(403);
  expect(await ask({ authorization: 'Bearer a-long-enough-tokeN' })).toBe(403);
  expect(await ask({ authorization: 'Bearer a-long-enough-token' }, '10.0.0.7')).toBe(200);
});

test('requests are timed by our own routes: what strangers type makes no new series', async () => {
  const { web, seen } = await open(null);
  for (const url of ['/healthz', '/nowhere/1', '/nowhere/2?x=3']) await web.app.inject(url);
  expect(seen).toEqual([
    { method: 'GET', route: '/healthz', status: 200 },
    { method: 'GET', route: 'none', status: 404 },
    { method: 'GET', route: 'none', status: 404 },
  ]);
});

test('every answer names its request', async () => {
  const { web } = await open(null);
  const [one, other] = await Promise.all([web.app.inject('/healthz'), web.app.inject('/healthz')]);
  expect(one.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  expect(other.headers['x-request-id']).not.toBe(one.headers['x-request-id']);
});
