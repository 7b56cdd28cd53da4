import { join } from 'node:path';
import { keepNothing } from './keep-nothing';
import type { WechatPuppet } from './wechat.puppet';

export interface PuppetChoice {
  /** The npm name of any wechaty puppet. */
  readonly puppet: string;
  readonly token: string | null;
  readonly endpoint: string | null;
  /** Puppets that run in this process keep their login here. */
  readonly dataDir: string;
}

const isPuppetName = (name: string): name is `wechaty-puppet-${string}` => name.includes('wechaty-puppet-');

/** The one that speaks to a gateway over gRPC. */
const gatewayPuppet = 'wechaty-puppet-service';

/** What the library writes to the terminal says everything twice, and some of it a token. */
const quiet = 'silent';

/** Loaded once by us, these would be loaded a second time by wechaty's classes, which drop what they can't load. */
const heardByUs = ['message', 'room-join', 'room-leave', 'room-topic'] as const;

const openPuppet = async ({ puppet: name, token, endpoint, dataDir }: PuppetChoice): Promise<WechatPuppet> => {
  if (!isPuppetName(name)) throw new Error(`${name} is no name of a wechaty puppet`);
  const [{ WechatyBuilder }, { helpers, log }] = await Promise.all([import('wechaty'), import('wechaty-puppet')]);
  log.level(quiet);
  const puppetOptions = { ...(token === null ? {} : { token }), ...(endpoint === null ? {} : { endpoint }) };
  const puppet = await helpers.resolvePuppet({ puppet: name, puppetOptions });
  if (name === gatewayPuppet) keepNothing(puppet);
  const bot = WechatyBuilder.build({ name: join(dataDir, 'wechaty'), puppet });
  bot.on('error', () => undefined);
  await bot.init();
  for (const event of heardByUs) puppet.removeAllListeners(event);
  return puppet;
};

/**
 * Opens a new puppet each time. Throws when there is no such puppet, at once. The library is loaded here only: who has
 * no WeChat does not wait for it.
 */
export const openPuppets = async (choice: PuppetChoice): Promise<() => Promise<WechatPuppet>> => {
  let first: WechatPuppet | null = await openPuppet(choice);
  return async () => {
    const puppet = first ?? (await openPuppet(choice));
    first = null;
    return puppet;
  };
};
