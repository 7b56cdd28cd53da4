import type { MendedPuppet } from './mended-puppet';

export interface Gateway {
  start(): Promise<void>;
  stop(): Promise<void>;
}

interface GatewayOptions {
  readonly endpoint: string;
  readonly token: string;
  readonly puppet: MendedPuppet;
}

/** By a name that the compiler does not follow: the package's types declare `util.promisify` anew, for all of us. */
const service: string = 'wechaty-puppet-service';

/** The gRPC server of wechaty-puppet-service around a puppet, as it runs in a gateway. */
export const createGateway = async (options: GatewayOptions): Promise<Gateway> => {
  const { PuppetServer } = (await import(service)) as { PuppetServer: new (given: GatewayOptions) => Gateway };
  return new PuppetServer(options);
};
