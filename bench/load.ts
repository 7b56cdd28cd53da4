/**
 * The load generator, a process of its own. In, one message of the channel: where to post what, over how many
 * connections. Out: how long it took and how long each answer took. Its client is a bare socket, so that the machine's
 * time goes to those who are measured.
 */
import { connect, type Socket } from 'node:net';
import { percentile, type Loaded } from './load-figures';
import { bodiesOf, type MessageKind } from './messages';

export interface Load {
  readonly port: number;
  readonly path: string;
  readonly secretToken: string;
  readonly connections: number;
  readonly messages: MessageKind;
}

const requestsOf = ({ port, path, secretToken, messages }: Load): readonly Buffer[] => {
  const head = `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Type: application/json\r\nX-Telegram-Bot-Api-Secret-Token: ${secretToken}\r\nConnection: keep-alive\r\n`;
  return bodiesOf(messages).map((body) =>
    Buffer.from(`${head}Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`),
  );
};

const open = (port: number): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true }, () => resolve(socket));
    socket.once('error', reject);
  });

/** Takes the next request as soon as the last one is answered. Answers have no body: their head ends them. */
const work = (socket: Socket, next: () => Buffer | undefined, answered: (status: string, ms: number) => void) =>
  new Promise<void>((resolve, reject) => {
    let sentAt = 0;
    let head = '';
    const send = (): void => {
      const request = next();
      if (request === undefined) {
        resolve();
        return;
      }
      sentAt = performance.now();
      socket.write(request);
    };
    socket.on('data', (part: Buffer) => {
      head += part.toString('latin1');
      if (!head.endsWith('\r\n\r\n')) return;
      answered(head.slice(9, 12), performance.now() - sentAt);
      head = '';
      send();
    });
    socket.on('close', () => reject(new Error('the connection was closed')));
    send();
  });

const run = async (load: Load): Promise<Loaded> => {
  const requests = requestsOf(load);
  const sockets = await Promise.all(Array.from({ length: load.connections }, () => open(load.port)));
  const times: number[] = [];
  let sent = 0;
  let refused = 0;
  const begun = performance.now();
  await Promise.all(
    sockets.map((socket) =>
      work(
        socket,
        () => requests[sent++],
        (status, ms) => {
          times.push(ms);
          if (status !== '200') refused += 1;
        },
      ),
    ),
  );
  const seconds = (performance.now() - begun) / 1000;
  for (const socket of sockets) socket.removeAllListeners('close').destroy();
  times.sort((one, other) => one - other);
  return { seconds, p50Ms: percentile(times, 0.5), p99Ms: percentile(times, 0.99), refused };
};

process.on('message', (load: Load) => {
  run(load).then(
    (loaded) => process.send?.(loaded),
    (error: unknown) => {
      process.stderr.write(`the load generator: ${String(error)}\n`);
      process.exit(1);
    },
  );
});
