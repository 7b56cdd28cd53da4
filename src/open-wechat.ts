import { createLanes } from './bots/lane';
import { openPuppets } from './bots/wechat/open-puppet';
import { createWechatBot, type WechatBot } from './bots/wechat/wechat.bot';
import type { Config } from './config';
import type { Stores } from './store/store';
import type { Engine } from './usecases/engine';
import type { Logger, WakeUps } from './usecases/ports';
import { createTellOfPlatform } from './usecases/sending/tell-of-platform';

interface OpenWechat {
  readonly config: Pick<Config, 'wechaty' | 'dataDir'>;
  readonly stores: Stores;
  readonly engine: Pick<Engine, 'handle'>;
  readonly wakeUps: Pick<WakeUps, 'drain'>;
  readonly holder: string;
  readonly log: Logger;
}

/** Null: WeChat is not configured, and its library is not loaded. */
export const openWechat = async (needs: OpenWechat): Promise<WechatBot | null> => {
  const { config, stores, engine, wakeUps, holder, log } = needs;
  if (!config.wechaty) return null;
  const { perSecond, ...choice } = config.wechaty;
  const open = await openPuppets({ ...choice, dataDir: config.dataDir });
  return createWechatBot({
    ...stores,
    ...{ open, engine, holder, log, dataDir: config.dataDir },
    lanes: createLanes(),
    tellStaff: createTellOfPlatform({ ...stores, wakeUps }, 'wechat'),
    ...(perSecond !== null && { limits: { perSecond } }),
    print: (text) => void process.stdout.write(`${text}\n`),
  });
};
