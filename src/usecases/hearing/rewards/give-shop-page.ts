import type { InboundAnswer, InboundMessage } from '../../inbound';
import { keepAddress } from '../../pages/enter';
import type { EnginePorts } from '../../ports-of-engine';
import { keeps } from '../../shops/keeper';
import { answerPerson, heard } from '../answer-person';
import type { Setting } from '../verbs/verb-meaning';

/** Long enough for a telephone behind a counter; the shop asks again. */
const linkDays = 30;

/** `店铺`: the page of whoever keeps a shop; the earlier address opens nothing any more. */
export const giveShopPage = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  { person, community }: Setting,
): Promise<InboundAnswer> => {
  if (!community.shops.some((shop) => keeps(person, shop))) {
    await answerPerson(ports, inbound, { wording: 'reward.not-yours', params: { what: 'shop' } });
    return heard('店铺：没有这个权限');
  }
  const now = ports.clock.now();
  const until = new Date(now.getTime() + linkDays * 86_400_000).toISOString();
  await ports.links.end(person.id, 'shop');
  const { id, token } = await ports.links.make({
    ...{ purpose: 'shop', person: person.id, about: null, until, once: false },
  });
  const link = { path: `/shop/${token}`, id };
  const address = await keepAddress(ports.words, link, person.id, now.toISOString(), ports.siteUrl());
  await answerPerson(ports, inbound, { wording: 'reward.shop-page', params: { address, until } });
  return heard('给了店铺网页的链接');
};
