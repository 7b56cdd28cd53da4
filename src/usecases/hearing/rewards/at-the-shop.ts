import type { Community, Person } from '../../../domain/community/community';
import { hasRole } from '../../../domain/community/may';
import { localTime, plusDays } from '../../../domain/calendar/local-time';
import { codeHolds, readCode } from '../../../domain/rewards/code';
import { stockOf, supply } from '../../../domain/rewards/order-postings';
import { codeGuardId } from '../../../domain/rewards/place-order';
import { rewardsMeant, type Reward, type Shop } from '../../../domain/rewards/reward';
import { shopsOf } from '../../../domain/rewards/rewards-for';
import type { WordingParams } from '../../../domain/wording/params';
import type { InboundAnswer, InboundMessage } from '../../inbound';
import type { EnginePorts } from '../../ports-of-engine';
import { answerPerson, heard } from '../answer-person';
import type { Setting } from '../verbs/verb-meaning';
import { runOrderCommand } from './run-order-command';

const notTheirs = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  what: WordingParams['reward.not-yours']['what'],
): Promise<InboundAnswer> => {
  await answerPerson(ports, inbound, { wording: 'reward.not-yours', params: { what } });
  return heard(`${what}：没有这个权限`);
};

const worksIn = ({ id }: Person, { people }: Shop): boolean => people.includes(id);

const isStaff = (person: Person): boolean => hasRole(person, ['staff', 'director']);

/** `核销 1234 5678`: handed out, once, whichever shop is first. */
export const collectCode = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  typed: string,
  { person, community }: Setting,
): Promise<InboundAnswer> => {
  if (!community.shops.some((shop) => worksIn(person, shop))) return notTheirs(ports, inbound, 'collect');
  const code = readCode(typed);
  const [guard] = code !== null && codeHolds(code) ? await ports.matters.guards([codeGuardId(code)]) : [];
  const order = guard?.value?.matter;
  if (order !== undefined) return runOrderCommand(ports, inbound, order, { kind: 'collect', by: person });
  const why = code !== null && codeHolds(code) ? 'unknown' : 'mistyped';
  await answerPerson(ports, inbound, { wording: 'reward.code-wrong', params: { code: typed.slice(0, 20), why } });
  return heard(`核销：码不对（${why}）`);
};

/** Counted rewards that the person may record stock of. */
const stocked = (person: Person, { rewards, shops }: Community): readonly Reward[] =>
  rewards.filter(
    (reward) =>
      reward.stock !== null && (isStaff(person) || shopsOf(reward, { shops }).some((shop) => worksIn(person, shop))),
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
  const shops = community.shops.filter((shop) => isStaff(person) || worksIn(person, shop));
  if (shops.length === 0) return notTheirs(ports, inbound, 'settle');
  const today = localTime(ports.clock.now().toISOString(), community.calendar.timeZone).date;
  const month = (lastMonth ? plusDays(`${today.slice(0, 7)}-01`, -1) : today).slice(0, 7);
  const rows = await ports.figures.handedOut(
    month,
    shops.map(({ id }) => id),
    community,
  );
  const settled = shops.flatMap(({ id, name }) => {
    const own = rows.filter(({ shop }) => shop === id);
    const lines = own.map(({ zh, en, pieces, points }) => ({ item: { zh, en }, pieces, points }));
    return lines.length > 0 ? [{ shop: name, lines }] : [];
  });
  await answerPerson(ports, inbound, { wording: 'reward.settlement', params: { month, shops: settled } });
  return heard(`结算：${month}`);
};
