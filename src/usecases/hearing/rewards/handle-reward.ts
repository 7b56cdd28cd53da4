import type { TypedCommand } from '../../../domain/understanding/command/typed-command';
import type { InboundAnswer, InboundMessage } from '../../inbound';
import type { EnginePorts } from '../../ports-of-engine';
import type { Setting } from '../verbs/verb-meaning';
import { askToRedeem } from './ask-to-redeem';
import { giveShopPage } from './give-shop-page';
import { collectCode, restock, settleShops } from './at-the-shop';

/** Words about what points buy. Null: plain talk, or the pack sells nothing. */
export const handleReward = (
  ports: EnginePorts,
  inbound: InboundMessage,
  { said, text }: Extract<TypedCommand, { kind: 'reward' }>,
  setting: Setting,
): Promise<InboundAnswer | null> => {
  if (setting.community.rewards.length === 0) return Promise.resolve(null);
  switch (said.verb) {
    case 'redeem':
      return askToRedeem(ports, inbound, { who: said.who, typed: text, glued: said.glued }, setting);
    case 'collect':
      return collectCode(ports, inbound, text, setting);
    case 'restock':
      return restock(ports, inbound, text, setting);
    case 'shop-page':
      return giveShopPage(ports, inbound, setting);
    case 'settle':
      return settleShops(ports, inbound, said.lastMonth, setting);
  }
};
