import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A line between a client and a server, that can be cut and stopped up. */
export interface CuttableLine {
  readonly address: string;
  /** Every connection ends at once; new ones are taken. */
  cut(): void;
  /** Nothing comes through any more, and nobody is told; `false` ends that, with all connections of before. */
  stopUp(stopped: boolean): void;
  close(): Promise<void>;
}

export const layLine = async (port: number): Promise<CuttableLine> => {
  const sockets = new Set<Socket>();
  let isStopped = false;

  const keep = (socket: Socket): Socket => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
    if (isStopped) socket.pause();
    return socket;
  };

  const server = createServer((near) => {
    const far = connect(port, '127.0.0.1');
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      keep(one);
      one.on('data', (bytes) => {
        if (!isStopped) other.write(bytes);
      });
      one.on('close', () => {
        if (!isStopped) other.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  const cut = (): void => {
    for (const socket of sockets) socket.destroy();
  };

  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut,
    stopUp: (stopped) => {
      if (!stopped) cut();
      isStopped = stopped;
    },
    close: async () => {
      isStopped = false;
      cut();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
