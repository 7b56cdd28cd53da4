import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../../src/embedded/free-port';
import { layLine, type CuttableLine } from './cuttable-line';
import type { MendedPuppet } from './mended-puppet';
import { servePuppet } from './serve-puppet';

/** The gRPC server of wechaty-puppet-service around a puppet, at the end of a line that can be cut. */
export interface Gateway {
  readonly token: string;
  readonly line: CuttableLine;
  /** A folder for its client. */
  readonly home: string;
  /** It ends, and another one stands there. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

export const openGateway = async (puppet: MendedPuppet): Promise<Gateway> => {
  const home = mkdtempSync(join(tmpdir(), 'linli-wechat-home-'));
  const port = await freePort();
  const token = `insecure_${randomUUID()}`;
  const serve = () => servePuppet({ endpoint: `127.0.0.1:${port}`, token, puppet });
  let server = await serve();
  const line = await layLine(port);
  return {
    token,
    line,
    home,
    restart: async () => {
      await server.stop();
      line.cut();
      server = await serve();
    },
    close: async () => {
      await server.stop();
      await line.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
};
