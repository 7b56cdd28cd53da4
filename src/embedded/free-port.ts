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

/** The wished port when nobody listens there, else any other. */
export const freePort = async (wished?: number): Promise<number> => {
  const port = (wished === undefined ? null : await listenOn(wished)) ?? (await listenOn(0));
  if (port === null) throw new Error('No port of 127.0.0.1 can be listened on.');
  return port;
};
