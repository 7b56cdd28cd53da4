import type { Community, Person } from '../../../domain/community/community';
import { stockOf, supply } from '../../../domain/rewards/order-postings';
import { rewardsMeant, type Reward } from '../../../domain/rewards/reward';
import { shopsOf } from '../../../domain/rewards/rewards-for';
import type { WordingParams } from '../../../domain/wording/params';
import type { InboundAnswer, InboundMessage } from '../../inbound';
import type { EnginePorts } from '../../ports-of-engine';
import { cameOfCode, findCode } from '../../shops/find-code';
import { isShopStaff, keeps } from '../../shops/keeper';
import { settleMonth } from '../../shops/settle-month';
import { answerPerson, heard, notDone } from '../answer-person';
import type { Setting } from '../verbs/verb-meaning';
import { runOrderCommand } from './run-order-command';

const notTheirs = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  what: WordingParams['reward.not-yours']['what'],
): Promise<InboundAnswer> => {
  await answerPerson(ports, inbound, { wording: 'reward.not-yours', params: { what } });
  return notDone('not-theirs', `${what}：没有这个权限`);
};

/** `核销 1234 5678`: handed out, once, whichever shop is first. */
export const collectCode = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  typed: string,
  { person, community }: Setting,
): Promise<InboundAnswer> => {
  if (!community.shops.some((shop) => keeps(person, shop))) return notTheirs(ports, inbound, 'collect');
  const found = await findCode(ports, typed);
  if (found.kind === 'order') return runOrderCommand(ports, inbound, found.order, { kind: 'collect', by: person });
  const why = found.kind;
  await answerPerson(ports, inbound, { wording: 'reward.code-wrong', params: { code: typed.slice(0, 20), why } });
  return notDone(cameOfCode(why), `核销：码不对（${why}）`);
};

/** Counted rewards that the person may record stock of. */
const stocked = (person: Person, { rewards, shops }: Community): readonly Reward[] =>
  rewards.filter(
    (reward) =>
      reward.stock !== null && (isShopStaff(person) || shopsOf(reward, { shops }).some((shop) => keeps(person, shop))),
  );

const amount = /^(?<what>\D*?)\s*(?<pieces>\d{1,6})\s*\p{Script=Han}?$/u;

/** `进货 米 100`. */
export const restock = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  typed: string,
  { person, community }: Setting,
): Promise<InboundAnswer> => {
  const rewards = stocked(person, community);
  if (rewards.length === 0) return notTheirs(ports, inbound, 'restock');
  const { what = '', pieces = '0' } = amount.exec(typed.normalize('NFKC'))?.groups ?? {};
  const meant = rewardsMeant(what, rewards);
  const [reward] = meant;
  if (!reward || meant.length > 1 || Number(pieces) === 0) {
    await answerPerson(ports, inbound, { wording: 'reward.not-restocked', params: { typed, rewards } });
    return heard('进货：没有看懂');
  }
  const now = ports.clock.now().toISOString();
  await ports.ledger.postAll([supply(reward.id, Number(pieces), `${inbound.key}:supplied`, now)]);
  const left = await ports.ledger.balance(stockOf(reward.id));
  const item = { zh: reward.zh, en: reward.en };
  await answerPerson(ports, inbound, { wording: 'reward.restocked', params: { item, pieces: Number(pieces), left } });
  return heard(`进货：${pieces} 份`);
};

/** `结算`: what was handed out in a month, in one's own shops, or, for staff, in all. */
export const settleShops = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  lastMonth: boolean,
  { person, community }: Setting,
): Promise<InboundAnswer> => {
  const shops = community.shops.filter((shop) => isShopStaff(person) || keeps(person, shop));
  if (shops.length === 0) return notTheirs(ports, inbound, 'settle');
  const { month, shops: settled } = await settleMonth(ports, shops, lastMonth, community);
  await answerPerson(ports, inbound, { wording: 'reward.settlement', params: { month, shops: settled } });
  return heard(`结算：${month}`);
};
