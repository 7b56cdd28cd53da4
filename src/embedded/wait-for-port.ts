import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ServerProcess } from './server-process';

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port });
    const done = (open: boolean) => {
      socket.destroy();
      resolve(open);
    };
    socket.once('connect', () => done(true));
    socket.once('error', () => done(false));
  });

/** Returns when the server listens; throws when it ended or took too long. */
export const waitForPort = async (server: ServerProcess, port: number, timeoutMs: number): Promise<void> => {
  const deadline = Date.now() + timeoutMs;
  while (!(await answers(port))) {
    const why = server.ended();
    if (why !== null) throw new Error(`it ended at once (${why})`);
    if (Date.now() > deadline) throw new Error(`it did not listen on port ${port} within ${timeoutMs / 1000} s`);
    await sleep(20);
  }
};
