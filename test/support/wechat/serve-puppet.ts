import type { MendedPuppet } from './mended-puppet';

export interface PuppetServer {
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

/** The gRPC server of wechaty-puppet-service around a puppet, listening. */
export const servePuppet = async (options: ServerOptions): Promise<PuppetServer> => {
  const { PuppetServer } = (await import(service)) as { PuppetServer: new (given: ServerOptions) => PuppetServer };
  const server = new PuppetServer(options);
  await server.start();
  return server;
};
