import { localTime, plusDays } from '../../../domain/calendar/local-time';
import { hasRole } from '../../../domain/community/may';
import type { Say } from '../../../domain/decision';
import { accountOwner } from '../../../domain/points/account';
import { badgeOwner, badgesOf } from '../../../domain/points/badge';
import type { FoundHonours } from '../../../domain/understanding/command/read-honours';
import type { WordingParams } from '../../../domain/wording/params';
import { draftSays } from '../../deciding/commit-decision';
import type { InboundAnswer, InboundMessage } from '../../inbound';
import type { EnginePorts } from '../../ports-of-engine';
import { answered, answerPerson, heard, notDone } from '../answer-person';
import type { Setting } from '../verbs/verb-meaning';

/** As many as a message can list. */
const listed = 10;

const monthOf = (ports: EnginePorts, lastMonth: boolean, { community }: Setting): string => {
  const today = localTime(ports.clock.now().toISOString(), community.calendar.timeZone).date;
  return (lastMonth ? plusDays(`${today.slice(0, 7)}-01`, -1) : today).slice(0, 7);
};

/** Who earned most, under the name that each chose; who chose none stays a neighbour without a name. */
const honoursOf = async (
  { ledger, matters, people }: EnginePorts,
  month: string,
): Promise<WordingParams['points.honours']> => {
  const [found, badges] = await Promise.all([
    ledger.honours(month, 'person', listed),
    matters.guardsFrom(badgesOf(month), listed),
  ]);
  const owners = found.map(({ account }) => accountOwner(account));
  const names = await people.honourNames([...owners, ...badges.map(({ id }) => badgeOwner(id))]);
  return {
    month,
    lines: found.map(({ points }, index) => ({ points, name: names.get(owners[index] ?? '') ?? null })),
    badges: badges.map(({ id, value }) => ({ hours: value?.count ?? 0, name: names.get(badgeOwner(id)) ?? null })),
  };
};

/** In the groups of those who live here and help here, once for each month. */
const publish = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  month: string,
  { person, community }: Setting,
): Promise<InboundAnswer> => {
  if (!hasRole(person, ['staff', 'director'])) {
    await answerPerson(ports, inbound, { wording: 'points.honours-staff', params: {} });
    return notDone('not-theirs', '光荣榜：发到群里由社区来做');
  }
  const params = await honoursOf(ports, month);
  const groups = community.groups.filter(({ purpose }) => purpose === 'residents' || purpose === 'volunteers');
  const says = groups.map(({ id }): Say => ({
    ...{ to: { chat: id }, key: 'points.honours', urgency: 'ordinary' },
    ...{ wording: 'points.honours', params },
  }));
  const drafts = await draftSays(says, { ref: null, version: 0, scope: `honours:${month}` }, ports);
  await ports.wakeUps.drain(await ports.outbox.add(drafts));
  await answerPerson(ports, inbound, { wording: 'points.honours-posted', params: { month, groups: groups.length } });
  return answered(`光荣榜：${month} 发到 ${groups.length} 个群`);
};

const nameSelf = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  name: string | null,
  { person }: Setting,
): Promise<InboundAnswer> => {
  // A number would be somebody's telephone or door in the open.
  const fits = name === null || !/\d{3,}/u.test(name);
  if (fits) await ports.people.nameForHonours(person.id, name);
  await answerPerson(ports, inbound, { wording: 'points.honours-named', params: { name, fits } });
  return heard(fits ? '榜名：记下了' : '榜名：不能用');
};

/** Words of the honours list. */
export const handleHonours = async (
  ports: EnginePorts,
  inbound: InboundMessage,
  said: FoundHonours,
  setting: Setting,
): Promise<InboundAnswer> => {
  if (said.verb === 'name') return nameSelf(ports, inbound, said.name, setting);
  const month = monthOf(ports, said.lastMonth, setting);
  if (said.verb === 'publish') return publish(ports, inbound, month, setting);
  await answerPerson(ports, inbound, { wording: 'points.honours', params: await honoursOf(ports, month) });
  return heard(`光荣榜：${month}`);
};
