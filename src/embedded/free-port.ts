import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

const listenOn = (port: number): Promise<number | null> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(null));
    server.listen({ host: '127.0.0.1', port, exclusive: true }, () => {
      const address = server.address();
      const got = typeof address === 'object' && address !== null ? address.port : null;
      server.close(() => resolve(got));
    });
  });

/** Below those the system gives to outgoing connections, which could hold a kept port at the next start. */
const [LOWEST, HIGHEST] = [20_000, 32_000];
const TRIES = 50;

/** The wished port when nobody has it, else any other. */
export const freePort = async (wished?: number): Promise<number> => {
  const candidates = Array.from({ length: TRIES }, () => randomInt(LOWEST, HIGHEST));
  for (const candidate of wished === undefined ? candidates : [wished, ...candidates]) {
    const port = await listenOn(candidate);
    if (port !== null) return port;
  }
  throw new Error(`No port from ${LOWEST} to ${HIGHEST} of 127.0.0.1 can be listened on.`);
};
