import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ServerProcess } from './server-process';

export interface Question {
  readonly say: string;
  readonly hear: string;
}

const PAUSE_MS = 20;
const ANSWER_MS = 1_000;

/** Connects; with a question, the right answer counts too (a Redis that is still loading listens already). */
const answers = (port: number, question: Question | null): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port, timeout: ANSWER_MS });
    const done = (ready: boolean) => {
      socket.destroy();
      resolve(ready);
    };
    socket.once('connect', () => (question === null ? done(true) : socket.write(question.say)));
    socket.once('data', (heard) => done(heard.toString('utf8').startsWith(question?.hear ?? '')));
    socket.once('error', () => done(false));
    socket.once('timeout', () => done(false));
  });

/** Returns when the server is ready; throws when it ended or took too long. */
export const waitForServer = async (
  server: ServerProcess,
  { port, timeoutMs, question = null }: { port: number; timeoutMs: number; question?: Question | null },
): Promise<void> => {
  const deadline = Date.now() + timeoutMs;
  while (!(await answers(port, question))) {
    const why = server.ended();
    if (why !== null) throw new Error(`it ended at once (${why})`);
    if (Date.now() > deadline) throw new Error(`it was not ready on port ${port} within ${timeoutMs / 1000} s`);
    await sleep(PAUSE_MS);
  }
};
