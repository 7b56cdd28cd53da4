import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../../src/embedded/free-port';
import { layLine, type CuttableLine } from './cuttable-line';
import type { MendedPuppet } from './mended-puppet';

interface Server {
  start(): Promise<void>;
  stop(): Promise<void>;
}

interface ServerOptions {
  readonly endpoint: string;
  readonly token: string;
  readonly puppet: MendedPuppet;
}

/** By a name that the compiler does not follow: the package's types declare `util.promisify` anew, for all of us. */
const service: string = 'wechaty-puppet-service';

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
  const { PuppetServer } = (await import(service)) as { PuppetServer: new (given: ServerOptions) => Server };
  const home = mkdtempSync(join(tmpdir(), 'linli-wechat-home-'));
  const port = await freePort();
  const token = `insecure_${randomUUID()}`;
  const serve = async (): Promise<Server> => {
    const begun = new PuppetServer({ endpoint: `127.0.0.1:${port}`, token, puppet });
    await begun.start();
    return begun;
  };
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
